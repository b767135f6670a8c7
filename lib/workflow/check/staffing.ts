import type { DeskSelector, StepDefinition, WorkflowDefinition } from "../definition.ts";
import { deskAt } from "../desk-at.ts";
import type { PlanDesk, PlanInput } from "../plan.ts";
import { canHold } from "./conditions.ts";
import { type Example, problem, type WorkflowProblem } from "./problem.ts";

/** The institutions that have joined, and every desk of the installation with its staff. */
export type Offices = { readonly institutions: readonly { readonly id: string; readonly jurisdiction: string }[]; readonly desks: readonly PlanDesk[] };

/**
 * For every two institutions and both ways between them, and for a host that has not joined: each step finds its desk, the desk
 * has the officers it needs, and no separation of duties leaves a step with nobody. Each fault is told once, by the first request
 * that shows it.
 */
export function staffingProblems(definition: WorkflowDefinition, offices: Offices): WorkflowProblem[] {
  const told = new Map<string, WorkflowProblem>();
  const [here, away] = [stepsFor(definition, true), stepsFor(definition, false)];
  const tell = (problems: readonly WorkflowProblem[]) => problems.forEach((found) => told.set(`${found.code} ${found.path.join(".")}`, told.get(`${found.code} ${found.path.join(".")}`) ?? found));
  const ways = waysBetween(offices.institutions);
  for (const way of ways) tell(problemsIn(way.host === null ? away : here, offices.desks, way));
  for (const way of ways.slice(0, 1)) for (const desk of offices.desks) tell(offeredProblems(definition, desk, exampleOf(way)));
  return [...told.values()];
}

/** The steps of a programme's or a funder's desk, where its programme is claimed: it has the officers for all of them together. */
function offeredProblems({ steps }: WorkflowDefinition, desk: PlanDesk, example: Example): WorkflowProblem[] {
  if (desk.programmes.length === 0) return [];
  const seats = steps.flatMap((step, at) => (isOffered(step.desk) && step.desk.function === desk.function ? [{ step, at, desk }] : []));
  const alone = seats.flatMap(({ step, at }) => seatProblems(step, at, desk, example));
  return alone.length > 0 ? alone : separationProblems(seats, example);
}

type Institution = Offices["institutions"][number];
type Way = { readonly from: string; readonly to: string; readonly home: Institution; readonly host: Institution | null };

/** From the home institution's place and to it, with each other institution of another place as host, and with none that joined: wherever that lies, no desk of it is asked. */
function waysBetween(institutions: Offices["institutions"]): Way[] {
  return institutions.flatMap((home) => {
    const { jurisdiction: here } = home;
    const others = institutions.filter(({ jurisdiction }) => jurisdiction !== here);
    return [
      ...others.flatMap((host) => [{ from: here, to: host.jurisdiction, home, host }, { from: host.jurisdiction, to: here, home, host }]),
      { from: here, to: here === "CN" ? "HK" : "CN", home, host: null },
    ];
  });
}

function exampleOf({ from, to, home, host }: Way): Example {
  return { from, to, home: home.id, host: host && host.id };
}

type Needed = readonly { readonly step: StepDefinition; readonly at: number }[];

/** The steps that may be asked of a host that has joined, or of one that has not. */
function stepsFor({ steps }: WorkflowDefinition, isHere: boolean): Needed {
  return steps.map((step, at) => ({ step, at })).filter(({ step }) => isNeededAnywhere(step, isHere) && !isOffered(step.desk));
}

function problemsIn(needed: Needed, desks: readonly PlanDesk[], way: Way): WorkflowProblem[] {
  const example = exampleOf(way);
  const party = ({ id: organisation, jurisdiction }: Institution) => ({ organisation, jurisdiction });
  const parties = { home: party(way.home), host: way.host && party(way.host), endorser: null };
  const input: PlanInput = { facts: { "from.jur": way.from, "to.jur": way.to }, findings: [], claims: [], parties, desks };
  const seats: Seat[] = [];
  const alone = needed.flatMap(({ step, at }) => {
    const desk = deskAt(step.desk, input);
    if (desk) seats.push({ step, at, desk });
    return [...(desk ? seatProblems(step, at, desk, example) : [withoutDesk(step, step.desk, ["steps", at, "desk"], example)]), ...escalationProblems(step, at, desk, input, example)];
  });
  return alone.length > 0 ? alone : separationProblems(seats, example);
}

function withoutDesk({ id }: StepDefinition, { function: does, offices }: DeskSelector, path: WorkflowProblem["path"], example: Example): WorkflowProblem {
  return problem("noDesk", path, { step: id, found: does, expected: offices.join(", "), example });
}

/** An overdue step goes to another desk, which is there and staffed. */
function escalationProblems(step: StepDefinition, at: number, desk: PlanDesk | undefined, input: PlanInput, example: Example): WorkflowProblem[] {
  const { id, clock } = step;
  const next = clock?.escalatesTo;
  if (!next || isOffered(next)) return [];
  const path = ["steps", at, "clock", "escalatesTo"];
  const found = deskAt(next, input);
  if (!found) return [withoutDesk(step, next, path, example)];
  if (found.id === desk?.id) return [problem("escalatesToItself", path, { step: id, found: found.id, example })];
  return found.staff.length === 0 ? [problem("notStaffed", path, { step: id, found: found.id, example })] : [];
}

/** A step for a host that is here is not asked of one that is not. */
function isNeededAnywhere({ when }: StepDefinition, isHere: boolean): boolean {
  return when === null || canHold({ all: [when, { attr: "host", op: "eq", value: isHere ? "here" : "away" }] }) !== false;
}

/** A programme's or a funder's desk takes part where there is one; it is not missed where there is none. */
function isOffered({ offices }: DeskSelector): boolean {
  return offices.every((office) => office === "programme" || office === "funder");
}

function seatProblems(step: StepDefinition, at: number, desk: PlanDesk, example: Example): WorkflowProblem[] {
  if (desk.staff.length === 0) return [problem("notStaffed", ["steps", at, "desk"], { step: step.id, found: desk.id, example })];
  const needed = officersFor(step, desk);
  return desk.staff.length < needed ? [problem("tooFewOfficers", ["steps", at, "mode"], { step: step.id, found: `${desk.id}: ${desk.staff.length}`, expected: String(needed), example })] : [];
}

/** How many different people of its desk a step takes at least. */
function officersFor({ mode }: StepDefinition, { staff }: PlanDesk): number {
  if (typeof mode === "number") return mode;
  if (mode === "all") return staff.length;
  if (mode === "one") return 1;
  const { present, carries } = mode.vote;
  return Math.max(present === "half" ? Math.floor(staff.length / 2) + 1 : present, typeof carries === "number" ? carries : 1);
}

type Seat = { readonly step: StepDefinition; readonly at: number; readonly desk: PlanDesk };

/** Nobody decides two steps of one request: there are enough different people for all of them together. Where no endorser is named, one of the desk decides. */
function separationProblems(seats: readonly Seat[], example: Example): WorkflowProblem[] {
  const places = keptTogether(seats).flatMap(([seat, officers]) => Array.from({ length: officers }, () => seat));
  const taken = new Map<string, Seat>();
  const seatFor = (place: Seat, tried: Set<string>): boolean =>
    place.desk.staff.some((person) => {
      if (tried.has(person)) return false;
      tried.add(person);
      const holds = taken.get(person);
      if (holds && !seatFor(holds, tried)) return false;
      taken.set(person, place);
      return true;
    });
  const left = places.find((place) => !seatFor(place, new Set()));
  return left ? [problem("nobodyLeft", ["steps", left.at, "desk"], { step: left.step.id, found: left.desk.id, example })] : [];
}

/** The steps of a desk that one officer may decide all of, each by the one that takes the most officers, and how many. Members of whom all are counted leave the count once they decided another step. */
function keptTogether(seats: readonly Seat[]): (readonly [Seat, number])[] {
  const kept: Seat[][] = [];
  const isCounted = ({ step: { mode } }: Seat) => typeof mode === "object" || mode === "all";
  const mayBeOne = (one: Seat, other: Seat) => one.desk.id === other.desk.id && (one.step.people?.keep ?? other.step.people?.keep) === true && !isCounted(one) && !isCounted(other);
  for (const seat of seats) {
    const same = kept.find((group) => group.every((one) => mayBeOne(one, seat)));
    if (same) same.push(seat);
    else kept.push([seat]);
  }
  const withOfficers = (seat: Seat) => [seat, officersFor(seat.step, seat.desk)] as const;
  return kept.map((group) => group.map(withOfficers).reduce((most, one) => (one[1] > most[1] ? one : most)));
}
