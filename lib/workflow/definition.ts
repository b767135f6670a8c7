import { z } from "zod";
import { Text } from "../language.ts";
import { Condition } from "../policy/condition.ts";
import { StepPeople } from "./step-people.ts";

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
export const decisions = ["approve", "approveWithConditions", "reject", "return"] as const;
export type Decision = (typeof decisions)[number];

/** Whose office decides; the first of the list that has such a desk. `programme` is the desk that runs a claimed programme, `funder` that of the funder whose terms were found. */
const offices = ["home", "host", "origin", "destination", "mainland", "programme", "funder"] as const;
export type Office = (typeof offices)[number];

export const StepDefinition = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
  name: Text,
  /** Who decides, as the button says it: "Approve as …". */
  as: Text,
  needs: z.strictObject({ join: z.union([z.literal("all"), z.literal("any"), z.number().int().positive()]), of: z.array(z.string()) }),
  /** A condition over facts, `findings`, `claims`, `claimed` (`some` or `none`) and `host` (`here` or `away`); null is always. */
  when: Condition.nullable(),
  desk: z.strictObject({ function: z.enum(deskFunctions), offices: z.array(z.enum(offices)).min(1) }),
  /** The endorser whom the requester named decides in person, or the head of the desk. */
  named: z.boolean(),
  mode: z.union([z.literal("one"), z.literal("all"), z.number().int().positive()]),
  clock: z.strictObject({ workingDays: z.number().int().positive(), pausedWhileReturned: z.boolean() }).nullable(),
  may: z.array(z.enum(decisions)).min(1),
  people: StepPeople.optional(),
});
export type StepDefinition = z.infer<typeof StepDefinition>;

/** What the steps of a definition are called, by id. */
export type StepNames = Readonly<Record<string, Text>>;

export function stepNames({ steps }: Pick<WorkflowDefinition, "steps">): StepNames {
  return Object.fromEntries(steps.map(({ id, name }) => [id, name]));
}

/** A workflow: which steps, at which desks, in which order, under which conditions. Published versions never change. */
export const WorkflowDefinition = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]{0,40}$/),
    version: z.number().int().positive(),
    name: Text,
    appliesTo: Condition,
    /** Takes no new requests; what was begun before is still submitted, and its desks are told. */
    closed: z.literal(true).optional(),
    steps: z.array(StepDefinition).min(1),
  })
  .superRefine(({ steps }, context) => {
    const seen = new Set<string>();
    for (const step of steps) {
      // Steps stand in an order in which each only needs earlier ones: no cycle can be written down.
      for (const need of step.needs.of) if (!seen.has(need)) context.addIssue({ code: "custom", message: `${step.id} needs ${need}, which does not stand before it` });
      if (seen.has(step.id)) context.addIssue({ code: "custom", message: `${step.id} stands twice` });
      if (typeof step.needs.join === "number" && step.needs.join > step.needs.of.length) context.addIssue({ code: "custom", message: `${step.id} waits for more steps than it needs` });
      seen.add(step.id);
    }
  });
export type WorkflowDefinition = z.infer<typeof WorkflowDefinition>;
