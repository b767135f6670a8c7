import { Decimal } from "decimal.js";
import type { PlannedReserve } from "../account/quota.ts";
import type { Facts } from "../policy/condition.ts";
import { ready } from "../policy/compile.ts";
import { answersForAll } from "./concern.ts";
import { calendarsOf, deskAt, sideOf } from "./desk-at.ts";
import { canBeApprovedHere, type Decision, type DeskFunction, type Dropper, type Join, type JointOutcome, type OnDue, type Side, type StepDefinition, type WorkflowDefinition } from "./definition.ts";
import type { StepPeople } from "./step-people.ts";
import type { VoteRule } from "./vote.ts";

/** An office of an organisation as plans see it. `programmes` are those it runs, or the funding terms it answers for, `staff` the people of it. */
export type PlanDesk = {
  readonly id: string;
  readonly organisation: string;
  readonly function: DeskFunction;
  readonly programmes: readonly string[];
  readonly staff: readonly string[];
};

/** Who takes part. `host` is null when the host has not joined Causeway; then it is a requirement with a letter, not a step. */
export type Parties = {
  readonly home: { readonly organisation: string; readonly jurisdiction: string };
  readonly host: { readonly organisation: string; readonly jurisdiction: string } | null;
  readonly endorser: string | null;
};

export type PlannedStep = {
  readonly id: string;
  readonly desk: string;
  readonly side: Side;
  /** The person who was named to decide, if one was. */
  readonly assignee: string | null;
  readonly needs: { readonly join: Join; readonly of: readonly string[]; readonly settles?: true };
  readonly decisionsNeeded: number;
  readonly clock: { readonly workingDays: number; readonly pausedWhileReturned: boolean; readonly calendars: readonly string[]; readonly onDue?: OnDue; /** A desk. */ readonly escalatesTo?: string } | null;
  readonly may: readonly Decision[];
  readonly people?: StepPeople | undefined;
  /** The line of the request's table that it is about, from 1. */
  readonly line?: number;
  /** Everybody of its desk decides. */
  readonly everybody?: true;
  /** How its members vote. Where they vote, or everybody decides, who they were when it was planned; whoever makes the request is not among them. */
  readonly vote?: VoteRule;
  readonly members?: readonly string[];
  /** The requirements of this case whose answers decide it. */
  readonly awaits?: { readonly requirements: readonly string[]; readonly keeps: boolean };
  /** Who may drop it when it is not needed any more. */
  readonly droppable?: readonly Dropper[];
  /** The step that it was added to, for one more reviewer. */
  readonly beside?: string;
  /** What its approval takes from a quota. */
  readonly reserves?: PlannedReserve;
  /** It counts towards the joint outcome: rejected, it does not end the request by itself. */
  readonly joint?: true;
};

export type PlanProblem = { readonly step: string; readonly function: DeskFunction };
export type Plan = {
  readonly steps: readonly PlannedStep[];
  readonly problems: readonly PlanProblem[];
  /** The programmes whose own desks take part: they confirm what is claimed of them. */
  readonly confirms: readonly string[];
  readonly outcome: JointOutcome | null;
};

export type PlanInput = {
  readonly facts: Facts;
  /** The lines of the request's table, each as its cells; none when it has no table. */
  readonly lines?: readonly Facts[];
  /** Ids of the findings that apply, programmes included. */
  readonly findings: readonly string[];
  readonly claims: readonly string[];
  readonly parties: Parties;
  /** The requester and the team: they vote on nothing of their own. */
  readonly applicants?: readonly string[];
  readonly desks: readonly PlanDesk[];
};

/**
 * The steps of one case: those whose condition holds, each at its desk, joined past the steps that are not needed.
 * A step without a desk that could take it is a problem, never silently left out. A programme's desk is another matter: where
 * none runs a claimed programme here, its confirmation comes on paper, as a requirement.
 */
export function plan(definition: WorkflowDefinition, input: PlanInput): Plan {
  const needed = stepsNeeded(definition, input);
  const problems: PlanProblem[] = [];
  const steps = needed.flatMap((instance) => {
    const { step } = instance;
    const desk = instance.desk ?? deskAt(step.desk, input);
    if (!desk) {
      problems.push({ step: step.id, function: step.desk.function });
      return [];
    }
    return [plannedStep(instance, desk, definition, needed, input)];
  });
  const confirms = input.desks.filter((desk) => steps.some((step) => step.desk === desk.id)).flatMap(({ programmes }) => programmes);
  return { steps, problems, confirms, outcome: outcomeOf(definition, needed) };
}

/** The names of the definition's steps alone, for whoever only asks what would happen. */
export function plannedSteps(definition: WorkflowDefinition, input: PlanInput): string[] {
  return [...new Set(stepsNeeded(definition, input).flatMap(({ step, desk }) => (desk ?? deskAt(step.desk, input) ? [step.id] : [])))];
}

/** A step as it stands in a case: once, once for a line of the request's table, or once for each desk whose programme is claimed. */
type Instance = { readonly id: string; readonly step: StepDefinition; readonly line: number | null; readonly desk?: PlanDesk };

function stepsNeeded(definition: WorkflowDefinition, input: PlanInput): Instance[] {
  const { facts, findings, claims, parties } = input;
  const readable = over(facts, { findings: [...findings], claims: [...claims], claimed: claims.length > 0 ? "some" : "none", host: parties.host ? "here" : "away" });
  return definition.steps.filter((step) => isDecidable(step, findings)).flatMap((step) => instancesOf(step, input).filter(({ line }) => step.when === null || ready(step.when)(line === null ? readable : over(readable, cellsOf(input.lines?.[line - 1] ?? {})))));
}

/** Facts with others over them, for one plan. */
function over(facts: Facts, more: Facts): Facts {
  return { ...facts, ...more };
}

/** A step that only waits for answers is not needed by a case that asks none of them of anybody: nothing would ever decide it. */
function isDecidable(step: StepDefinition, findings: readonly string[]): boolean {
  return canBeApprovedHere(step) || step.awaits === undefined || step.awaits.requirements.some((requirement) => findings.includes(requirement));
}

/** A request without lines is one line of its own. */
function instancesOf(step: StepDefinition, input: PlanInput): Instance[] {
  const { lines = [] } = input;
  if (isProgrammes(step)) return programmeDesks(step, input).map((desk) => ({ id: atDesk(step, desk), step, line: null, desk }));
  if (step.per !== "line" || lines.length === 0) return [{ id: step.id, step, line: null }];
  return lines.map((_, at) => ({ id: `${step.id}.${at + 1}`, step, line: at + 1 }));
}

function cellsOf(line: Facts): Facts {
  return Object.fromEntries(Object.entries(line).map(([cell, value]) => [`line.${cell}`, value]));
}

/** The desks that run a claimed programme, in the order of the claims; one that runs several stands once. */
function programmeDesks({ desk: { function: does } }: StepDefinition, { claims, desks }: PlanInput): PlanDesk[] {
  return [...new Set(claims.flatMap((claim) => desks.find((desk) => desk.function === does && desk.programmes.includes(claim)) ?? []))];
}

/** Named by whose programmes it confirms, never by a number: a claim that goes changes no other desk's step, nor does one more of the same desk. */
function atDesk({ id }: StepDefinition, { id: desk, function: does }: PlanDesk): string {
  const own = desk.endsWith(`.${does}`) ? desk.slice(0, -does.length - 1) : desk;
  return `${id}.${own.replaceAll(".", "-")}`;
}

/** Only the desk that runs a programme could take it. */
function isProgrammes({ desk }: StepDefinition): boolean {
  return desk.offices.every((office) => office === "programme");
}

function plannedStep({ id, step, line }: Instance, desk: PlanDesk, definition: WorkflowDefinition, needed: readonly Instance[], input: PlanInput): PlannedStep {
  const { facts, findings, parties, applicants = [] } = input;
  const side = sideOf(desk, parties, facts);
  const of = needsPastSkipped(step, definition, needed);
  const { join, settles } = step.needs;
  const members = desk.staff.filter((person) => !applicants.includes(person));
  const vote = typeof step.mode === "object" ? step.mode.vote : null;
  const droppable = step.drop ?? (answersForAll(step) ? [] : (["lead"] as const));
  const awaited = step.awaits?.requirements.filter((requirement) => findings.includes(requirement)) ?? [];
  return {
    id,
    desk: desk.id,
    side,
    assignee: step.named ? parties.endorser : null,
    needs: { join: typeof join === "number" ? Math.min(join, of.length) : join, of, ...(settles && { settles }) },
    decisionsNeeded: typeof step.mode === "number" ? step.mode : step.mode === "all" ? Math.max(1, members.length) : 1,
    clock: clockOf(step, calendarsOf(side, facts["from.jur"], facts["to.jur"]), input),
    may: step.may,
    ...(step.people && { people: step.people }),
    ...(line !== null && { line }),
    ...(step.mode === "all" && { everybody: true as const, members }),
    ...(vote && { vote, members }),
    ...(step.awaits && awaited.length > 0 && { awaits: { requirements: awaited, keeps: step.awaits.keeps } }),
    ...reservedBy(step, desk, facts),
    ...(definition.outcome?.of.includes(step.id) && { joint: true as const }),
    ...(droppable.length > 0 && { droppable: [...droppable] }),
  };
}

/** Nothing is taken where the answer that says how much is nought or was not asked for. */
function reservedBy({ reserves }: StepDefinition, { organisation }: PlanDesk, facts: Facts): Pick<PlannedStep, "reserves"> {
  if (!reserves) return {};
  const { quota, unit, fact } = reserves;
  const said = fact === undefined ? 1 : facts[fact];
  const year = Number(String(facts.date).slice(0, 4));
  return typeof said === "number" && said > 0 && year >= 2000 ? { reserves: { organisation, quota, year, amount: { value: new Decimal(said).toFixed(), unit } } } : {};
}

function clockOf({ clock }: StepDefinition, calendars: readonly string[], input: PlanInput): PlannedStep["clock"] {
  if (clock === null) return null;
  const { escalatesTo, ...kept } = clock;
  const next = escalatesTo && deskAt(escalatesTo, input)?.id;
  return { ...kept, calendars, ...(next && { escalatesTo: next }) };
}

/** The joint outcome over the steps that this case has; on fewer than it names it rests on those. */
function outcomeOf({ outcome }: WorkflowDefinition, needed: readonly Instance[]): JointOutcome | null {
  if (!outcome) return null;
  const of = needed.filter(({ step }) => outcome.of.includes(step.id)).map(({ id }) => id);
  return of.length === 0 ? null : { ...outcome, of, join: typeof outcome.join === "number" ? Math.min(outcome.join, of.length) : outcome.join };
}

/** A step that is not needed hands its own needs on to whoever waited for it; who waits for a step waits for all its instances. */
function needsPastSkipped(step: StepDefinition, definition: WorkflowDefinition, needed: readonly Instance[]): string[] {
  // Each step is looked at once: the ways through a graph double with every step of it.
  const seen = new Set<string>();
  const resolve = (id: string): string[] => {
    if (seen.has(id)) return [];
    seen.add(id);
    const instances = needed.filter((one) => one.step.id === id);
    if (instances.length > 0) return instances.map((one) => one.id);
    return definition.steps.find((one) => one.id === id)?.needs.of.flatMap(resolve) ?? [];
  };
  return step.needs.of.flatMap(resolve);
}
