import type { Actor } from "./actor.ts";
import { administered } from "./administered.ts";
import { organisationsOf, permitOf, type LiveState } from "../request/state.ts";
import type { Side } from "../workflow/definition.ts";

/**
 * Who may see a submitted request, as the names that a reader goes by: a person, a desk, an auditor of an organisation
 * or a jurisdiction, and once there is a permit the officers of its control point.
 */
export function subjectsOf(state: LiveState): string[] {
  const { requester, team, endorser, steps, corridor, custody } = state;
  const point = permitOf(state)?.controlPoint;
  return unique([
    ...[requester, ...team, ...(endorser === null ? [] : [endorser])].map((id) => `person:${id}`),
    ...steps.map((step) => `desk:${step.desk}`),
    // Whoever a step was handed on to need not be of its desk.
    ...steps.flatMap(({ holder }) => (holder?.how === "delegated" ? [`person:${holder.person}`] : [])),
    ...steps.flatMap(({ substitutes }) => substitutes.map((person) => `person:${person}`)),
    // Whoever was asked to advise goes on reading what they advised on, but for what is not for advisers; where only the asked may decide, they read it all.
    ...steps.flatMap(({ referrals, people }) => referrals.map(({ person }) => (people?.reserved ? `person:${person}` : adviserSubject(person)))),
    // Papers go with the goods: whoever took them over reads on.
    ...custody.flatMap(({ from, to }) => [`person:${from}`, `person:${to}`]),
    ...organisationsOf(state).map((id) => `audit:org:${id}`),
    ...[corridor.from.jurisdiction, corridor.to.jurisdiction].map((id) => `audit:jur:${id}`),
    ...(point ? [`cp:${point}`] : []),
  ]);
}

/** Who may read words of limited audience; null is everybody who sees the request. */
export function readersFor(audience: "requester" | "desks" | "side", side: Side | null, state: LiveState, author: string): string[] | null {
  if (audience === "requester") return null;
  if (audience === "desks") return unique([`person:${author}`, ...subjectsOf(state).filter((subject) => subject.startsWith("desk:") || subject.startsWith("audit:"))]);
  const place = side === "origin" ? state.corridor.from.jurisdiction : side === "destination" ? state.corridor.to.jurisdiction : null;
  const parties = [state.home, state.host].flatMap((party) => ("organisation" in party && party.jurisdiction === place ? [`audit:org:${party.organisation}`] : []));
  const desks = state.steps.filter((step) => step.side === side).map((step) => `desk:${step.desk}`);
  return unique([`person:${author}`, ...desks, ...parties, ...(place === null ? [] : [`audit:jur:${place}`])]);
}

/** Who may read words of one desk of a case: its staff, auditors, and whoever wrote them. */
export function readersAtDesk(desk: string, state: LiveState, author: string): string[] {
  return unique([`person:${author}`, `desk:${desk}`, ...subjectsOf(state).filter((subject) => subject.startsWith("audit:"))]);
}

function unique(subjects: readonly string[]): string[] {
  return [...new Set(subjects)].toSorted();
}

/** The name under which somebody reads what they are asked to advise on, and nothing that advisers get nothing of. */
function adviserSubject(person: string): string {
  return `${adviserStart}${person}`;
}

/** Whether a name lets in for advice alone. */
export function isAdviserSubject(subject: string): boolean {
  return subject.startsWith(adviserStart);
}

const adviserStart = "adviser:";

/** The name under which one access by break-glass reads its request. */
export function glassSubject(id: string): string {
  return `glass:${id}`;
}

/** The names an actor goes by in `request_access`: the where-clause of every list. The database works out the same for itself. */
export function subjectsOfActor(actor: Actor): { readonly all: boolean; readonly subjects: readonly string[] } {
  if (actor.kind === "system" || actor.kind === "worker") return { all: true, subjects: [] };
  if (actor.kind !== "person") return { all: false, subjects: [] };
  const audits = actor.grants.filter(({ permissions }) => permissions.includes("audit.search")).map(({ scope }) => scope);
  return {
    all: audits.some(({ kind }) => kind === "everything"),
    subjects: unique([
      `person:${actor.id}`,
      adviserSubject(actor.id),
      ...(actor.opened ?? []).map(glassSubject),
      ...actor.grants.flatMap(({ scope }) => (scope.kind === "desk" ? [`desk:${scope.id}`, ...(scope.id.startsWith("cp.") ? [`cp:${scope.id.slice(3)}`] : [])] : [])),
      ...administered(actor).map((id) => `admin:org:${id}`),
      ...audits.flatMap((scope) => (scope.kind === "organisation" ? [`audit:org:${scope.id}`] : scope.kind === "jurisdiction" ? [`audit:jur:${scope.id}`] : [])),
    ]),
  };
}
