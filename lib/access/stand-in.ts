import { addDays } from "../calendar/day.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { PersonActor } from "./actor.ts";
import { led } from "./heads.ts";

/** While somebody is away, from one day to another, another has their rights at desks: at those named, or at all of theirs when none is. */
export type StandIn = {
  readonly id: string;
  readonly for: string;
  readonly by: string;
  readonly from: string;
  readonly until: string;
  readonly desks: readonly string[];
  readonly reason: string | null;
  readonly ended: boolean;
};

export type StandInAsked = Pick<StandIn, "from" | "until" | "desks">;
type Around = {
  /** Who sets it: the person themself, or the head of the desks. */
  readonly actor: PersonActor;
  readonly represented: PersonActor | null;
  readonly standIn: PersonActor | null;
  /** Every stand-in that either of them has part in. */
  readonly known: readonly StandIn[];
  readonly today: string;
};

/** Why a stand-in cannot be set: every reason, each at its field. */
export function standInRefusals(asked: StandInAsked, { actor, represented, standIn, known, today }: Around): Refusal[] {
  if (represented === null) return [refusal("unknownPerson", {}, "for")];
  if (actor.id !== represented.id && led(actor).length === 0) return [refusal("notPermitted")];
  const theirs = staffed(represented);
  const beyond = asked.desks.filter((desk) => !theirs.includes(desk) || (actor.id !== represented.id && !led(actor).includes(desk)));
  const meanwhile = known.filter((one) => !one.ended && one.from <= asked.until && one.until >= asked.from);
  return [
    ...(standIn === null ? [refusal("unknownPerson", {}, "by")] : []),
    ...(standIn?.id === represented.id ? [refusal("standInForOneself", {}, "by")] : []),
    ...(asked.from > asked.until ? [refusal("windowReversed", {}, "until")] : []),
    ...(asked.until < today ? [refusal("dateInPast", { day: asked.until }, "until")] : asked.from < today ? [refusal("dateInPast", { day: asked.from }, "from")] : []),
    ...(asked.until > lastDayFrom(today) ? [refusal("standInTooLong", { day: lastDayFrom(today) }, "until")] : []),
    ...(theirs.length === 0 ? [refusal("nothingToStandInFor", { person: represented.name }, "for")] : []),
    ...beyond.map((desk) => refusal("standInBeyondRights", { desk }, "desks")),
    // The head of a desk speaks for that desk, not for what else the person does.
    ...(actor.id !== represented.id && asked.desks.length === 0 ? [refusal("standInBeyondRights", { desk: "*" }, "desks")] : []),
    ...(meanwhile.some((one) => one.for === represented.id && shareDesk(one.desks, asked.desks)) ? [refusal("standInOverlaps", {}, "from")] : []),
    ...(meanwhile.some((one) => one.by === represented.id || one.for === standIn?.id) ? [refusal("standInCircle", {}, "by")] : []),
  ];
}

/** The last day that can be named today. Rights that nobody looks at again for longer are no absence but a change of staff, which grants are for. */
function lastDayFrom(today: string): string {
  return addDays(today, 365);
}

/** Whether somebody may end it before its last day: the person themself, or the head of one of its desks. */
export function mayEndStandIn(actor: PersonActor, { for: person, desks }: StandIn): boolean {
  return actor.id === person || desks.some((desk) => led(actor).includes(desk));
}

/** Where a stand-in is on a day: ended early counts as over. */
export function standInState({ from, until, ended }: StandIn, today: string): "now" | "coming" | "past" {
  return ended || until < today ? "past" : from > today ? "coming" : "now";
}

/** The desks somebody staffs in their own right. */
export function staffed({ grants }: PersonActor): string[] {
  return [...new Set(grants.flatMap(({ scope, for: of }) => (scope.kind === "desk" && of === undefined ? [scope.id] : [])))];
}

function shareDesk(a: readonly string[], b: readonly string[]): boolean {
  return a.length === 0 || b.length === 0 || a.some((desk) => b.includes(desk));
}
