import type { Facts } from "../policy/condition.ts";
import { ready } from "../policy/compile.ts";
import type { Decision, DeskFunction, Office, Side, StepDefinition, WorkflowDefinition } from "./definition.ts";
import type { StepPeople } from "./step-people.ts";

/** An office of an organisation as plans see it. `programmes` are those it runs, or the funding terms it answers for, `members` how many staff it has. */
export type PlanDesk = {
  readonly id: string;
  readonly organisation: string;
  readonly function: DeskFunction;
  readonly programmes: readonly string[];
  readonly members: number;
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
  readonly needs: { readonly join: "all" | "any" | number; readonly of: readonly string[] };
  readonly decisionsNeeded: number;
  readonly clock: { readonly workingDays: number; readonly pausedWhileReturned: boolean; readonly calendars: readonly string[] } | null;
  readonly may: readonly Decision[];
  readonly people?: StepPeople | undefined;
};

export type PlanProblem = { readonly step: string; readonly function: DeskFunction };
export type Plan = {
  readonly steps: readonly PlannedStep[];
  readonly problems: readonly PlanProblem[];
  /** The programmes whose own desks take part: they confirm what is claimed of them. */
  readonly confirms: readonly string[];
};

export type PlanInput = {
  readonly facts: Facts;
  /** Ids of the findings that apply, programmes included. */
  readonly findings: readonly string[];
  readonly claims: readonly string[];
  readonly parties: Parties;
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
  const steps = needed.flatMap((step) => {
    const desk = deskFor(step, input);
    if (!desk) {
      problems.push({ step: step.id, function: step.desk.function });
      return [];
    }
    return [plannedStep(step, desk, definition, needed, input)];
  });
  return { steps, problems, confirms: input.desks.filter((desk) => steps.some((step) => step.desk === desk.id)).flatMap(({ programmes }) => programmes) };
}

/** The names of the steps alone, for whoever only asks what would happen. */
export function plannedSteps(definition: WorkflowDefinition, input: PlanInput): string[] {
  return stepsNeeded(definition, input).filter((step) => deskFor(step, input)).map(({ id }) => id);
}

function stepsNeeded(definition: WorkflowDefinition, input: PlanInput): StepDefinition[] {
  const { facts, findings, claims, parties } = input;
  const readable: Facts = { ...facts, findings: [...findings], claims: [...claims], claimed: claims.length > 0 ? "some" : "none", host: parties.host ? "here" : "away" };
  return definition.steps.filter((step) => (step.when === null || ready(step.when)(readable)) && (!isProgrammes(step) || deskFor(step, input) !== undefined));
}

/** Only the desk that runs a programme could take it. */
function isProgrammes({ desk }: StepDefinition): boolean {
  return desk.offices.every((office) => office === "programme");
}

function plannedStep(step: StepDefinition, desk: PlanDesk, definition: WorkflowDefinition, needed: readonly StepDefinition[], { facts, parties }: PlanInput): PlannedStep {
  const side = sideOf(desk, parties, facts);
  const of = needsPastSkipped(step, definition, needed);
  return {
    id: step.id,
    desk: desk.id,
    side,
    assignee: step.named ? parties.endorser : null,
    needs: { join: typeof step.needs.join === "number" ? Math.min(step.needs.join, of.length) : step.needs.join, of },
    decisionsNeeded: step.mode === "one" ? 1 : step.mode === "all" ? Math.max(1, desk.members) : step.mode,
    clock: step.clock && { ...step.clock, calendars: calendarsOf(side, facts["from.jur"], facts["to.jur"]) },
    may: step.may,
    ...(step.people && { people: step.people }),
  };
}

/** A step that is not needed hands its own needs on to whoever waited for it. */
function needsPastSkipped(step: StepDefinition, definition: WorkflowDefinition, needed: readonly StepDefinition[]): string[] {
  const resolve = (id: string): string[] => {
    if (needed.some((one) => one.id === id)) return [id];
    return definition.steps.find((one) => one.id === id)?.needs.of.flatMap(resolve) ?? [];
  };
  return [...new Set(step.needs.of.flatMap(resolve))];
}

function deskFor(step: StepDefinition, input: PlanInput): PlanDesk | undefined {
  for (const office of step.desk.offices) {
    const found = input.desks.find((desk) => desk.function === step.desk.function && staffs(desk, office, input));
    if (found) return found;
  }
  return undefined;
}

function staffs(desk: PlanDesk, office: Office, { facts, parties, claims, findings }: PlanInput): boolean {
  if (office === "programme") return desk.programmes.some((programme) => claims.includes(programme));
  const at = (jurisdiction: unknown) => [parties.home, parties.host].find((party) => party?.jurisdiction === jurisdiction)?.organisation === desk.organisation;
  switch (office) {
    case "home":
      return desk.organisation === parties.home.organisation;
    case "host":
      return desk.organisation === parties.host?.organisation;
    case "origin":
      return at(facts["from.jur"]);
    case "destination":
      return at(facts["to.jur"]);
    case "mainland":
      return at("CN");
    case "funder":
      return desk.programmes.some((terms) => findings.includes(terms));
    default:
      return office satisfies never;
  }
}

function sideOf(desk: PlanDesk, parties: Parties, facts: Facts): Side {
  const home: Side = parties.home.jurisdiction === facts["from.jur"] ? "origin" : "destination";
  if (desk.organisation === parties.home.organisation) return home;
  if (desk.organisation === parties.host?.organisation) return home === "origin" ? "destination" : "origin";
  return "joint";
}

/** The calendars that a side's clocks run by; a joint desk's day must be a working day on both sides. */
export function calendarsOf(side: Side, from: unknown, to: unknown): string[] {
  const places = side === "origin" ? [from] : side === "destination" ? [to] : [from, to];
  return places.filter((place): place is string => place === "CN" || place === "HK" || place === "MO");
}
