import { z } from "zod";
import { Reserves } from "../account/quota.ts";
import { Text } from "../language.ts";
import { appealDefinition } from "./appeal.ts";
import { Condition } from "../policy/condition.ts";
import { StepPeople } from "./step-people.ts";
import { misfits, mostSteps } from "./structure.ts";
import { VoteRule } from "./vote.ts";

export const deskFunctions = [
  "endorsement",
  "biosafety",
  "ethics",
  "chemical-safety",
  "export-control",
  "customs",
  "data-protection",
  "legal",
  "security",
  "immigration",
  "personnel",
  "finance",
  "grants",
  "tax",
  "sign-off",
  "acceptance",
  "data-steward",
  "programme",
  "checkpoint",
] as const;
export type DeskFunction = (typeof deskFunctions)[number];
export const sides = ["origin", "destination", "joint"] as const;
export type Side = (typeof sides)[number];

/** What the officers of a step may do with it. */
export const decisions = ["approve", "approveWithConditions", "reject", "return", "countersign"] as const;
export type Decision = (typeof decisions)[number];

/** Whose office decides; the first of the list that has such a desk. `programme` is the desk that runs a claimed programme, `funder` that of the funder whose terms were found. */
const offices = ["home", "host", "origin", "destination", "mainland", "programme", "funder"] as const;
export type Office = (typeof offices)[number];

const DeskSelector = z.strictObject({ function: z.enum(deskFunctions), offices: z.array(z.enum(offices)).min(1) });
export type DeskSelector = z.infer<typeof DeskSelector>;

/** How many of several must have come out well. */
export const Join = z.union([z.literal("all"), z.literal("any"), z.number().int().positive()]);
export type Join = z.infer<typeof Join>;

/** What an overdue step comes to by itself, and the rule that says so: the record names it. */
export const OnDue = z.strictObject({ decides: z.enum(["approved", "rejected"]), rule: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/) });
export type OnDue = z.infer<typeof OnDue>;

export const droppers = ["lead", "requester"] as const;
export type Dropper = (typeof droppers)[number];

/** Years of working days; a clock that is longer counts for nobody, and counting it would take its time. */
const mostDays = 1000;

export const StepDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  name: Text,
  /** Who decides, as the button says it: "Approve as …". */
  as: Text,
  /** The steps it waits for. `settles`: once enough of them are approved the others are settled and end. */
  needs: z.strictObject({ join: Join, of: z.array(z.string()), settles: z.literal(true).optional() }),
  /** One review for each line of the request's table; `when` then also reads the cells of the line, as `line.<cell>`. */
  per: z.literal("line").optional(),
  /** A condition over facts, `findings`, `claims`, `claimed` (`some` or `none`) and `host` (`here` or `away`); null is always. */
  when: Condition.nullable(),
  desk: DeskSelector,
  /** The endorser whom the requester named decides in person, or the head of the desk. */
  named: z.boolean(),
  /** One officer decides, every one, so many, or the members vote. */
  mode: z.union([z.literal("one"), z.literal("all"), z.number().int().positive(), z.strictObject({ vote: VoteRule })]),
  /** `onDue`: what it comes to when its time is over; without it an overdue step waits. `escalatesTo`: the desk that is asked then. */
  clock: z.strictObject({ workingDays: z.number().int().positive().max(mostDays), pausedWhileReturned: z.boolean(), onDue: OnDue.optional(), escalatesTo: DeskSelector.optional() }).nullable(),
  /**
   * It is done by itself when what was asked of an authority is answered: approved once all of these that the case has are
   * met, rejected when one is refused. `keeps`: an answer that came before the step opened counts.
   */
  awaits: z.strictObject({ requirements: z.array(z.string()).min(1), keeps: z.boolean() }).optional(),
  /** Its approval takes from a quota of its desk's organisation, in the year of the crossing: the amount is set aside with the decision, or the decision is refused. */
  reserves: Reserves.optional(),
  may: z.array(z.enum(decisions)).min(1),
  people: StepPeople.optional(),
  /** Who may drop it when it is not needed any more. Without this the head of its desk may drop a step that stands under a condition, and nobody one that answers for the whole. */
  drop: z.array(z.enum(droppers)).optional(),
});
export type StepDefinition = z.infer<typeof StepDefinition>;

/** Whether somebody can approve a step, or its time being over; otherwise only the answers that it awaits do. */
export function canBeApprovedHere({ may, mode, clock }: Pick<StepDefinition, "may" | "mode" | "clock">): boolean {
  return may.includes("approve") || may.includes("approveWithConditions") || typeof mode === "object" || clock?.onDue?.decides === "approved";
}

/** Which of these steps must be approved for the request to be: one that is rejected ends it only once the rule cannot hold any more. */
export const JointOutcome = z.strictObject({ join: Join, of: z.array(z.string()).min(2), /** Once enough are approved the others are settled and end. */ settles: z.literal(true).optional() });
export type JointOutcome = z.infer<typeof JointOutcome>;

/** What the steps of a definition are called, by id. */
export type StepNames = Readonly<Record<string, Text>>;

export function stepNames({ steps }: Pick<WorkflowDefinition, "steps">): StepNames {
  return Object.fromEntries([...steps, appealDefinition].map(({ id, name }) => [id, name]));
}

/** Nine figures, which every database keeps as a whole number. */
export const mostVersion = 999_999_999;

/** A workflow: which steps, at which desks, in which order, under which conditions. Published versions never change. */
export const WorkflowDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
    version: z.number().int().positive().max(mostVersion),
    name: Text,
    appliesTo: Condition,
    /** Takes no new requests; what was begun before is still submitted, and its desks are told. */
    closed: z.literal(true).optional(),
    steps: z.array(StepDefinition).min(1).max(mostSteps),
    /** Working days of the home institution in which a rejection can be appealed; fifteen where nothing is said. */
    appeal: z.strictObject({ workingDays: z.number().int().positive().max(366) }).optional(),
    /** Without it every step that is rejected ends the request. */
    outcome: JointOutcome.optional(),
  })
  // Each misfit goes along whole, so that whoever says it to people can say it in their words.
  .superRefine((definition, context) => {
    for (const misfit of misfits(definition)) context.addIssue({ code: "custom", message: `${misfit.code} ${misfit.found}`, path: [...misfit.path], params: { misfit } });
  });
export type WorkflowDefinition = z.infer<typeof WorkflowDefinition>;
