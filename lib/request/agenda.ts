import { addDays } from "../calendar/day.ts";
import type { Run } from "../calendar/clock.ts";
import type { Text } from "../language.ts";
import type { Kind, Regime } from "../policy/pack.ts";
import type { Side } from "../workflow/definition.ts";
import { answerDay, fileBy } from "./filing.ts";
import { isOverdue, type Obligation } from "./obligations.ts";
import { gateOf, hasExpired, isDueLate, isMet, isRequestersMove } from "./requirement.ts";
import { hasEnded, type PermitStatus, type RequestStatus, type Requirement } from "./state.ts";
import type { Wait } from "./waits.ts";

type Asked = Pick<Requirement, "id" | "regime" | "type" | "due" | "uncertain" | "status" | "date" | "validUntil">;
type End = { readonly jurisdiction: string; readonly city: string | null };

/** A request as a home page knows it. */
export type OwnRequest = {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly title: string;
  readonly status: RequestStatus;
  readonly requester: { readonly mine: boolean; readonly name: string };
  readonly from: End;
  readonly to: End;
  readonly crossing: string;
  readonly controlPoint: string | null;
  readonly changedAt: string;
  readonly steps: readonly { readonly id: string; readonly names: Text; readonly deskNames: Text | null; readonly officeNames: Text | null; readonly assignee: string | null; readonly side: Side; readonly since: string | null; readonly dueOn: string | null; readonly ran: readonly Run[]; readonly workingDays: number | null }[];
  readonly requirements: readonly Asked[];
  readonly permit: { readonly number: string; readonly status: PermitStatus; readonly limitValue: string; readonly limitUnit: string; readonly used: string; readonly validFrom: string; readonly validUntil: string; /** The first day on which it holds no more, once its revocation was announced. */ readonly revokedFrom: string | null; readonly controlPoint: string | null } | null;
  readonly crossedAt: string | null;
  /** What is open of its obligations: with a last day, or asked for by a desk. */
  readonly owed: readonly Pick<Obligation, "id" | "kind" | "requirement" | "due">[];
  /** It came from another requester, whose acceptance of the terms counts for nobody else: before a crossing they are to be accepted. */
  readonly termsOwed: boolean;
  /** The requests of its dossier that hold its permit back. */
  readonly waits: readonly Wait[];
};

/** The regimes in force, by id: what they say of days and of how long an answer takes. */
export type Regimes = ReadonlyMap<string, Regime>;

/** What a requester has to do next on one request. `by` is the last day for it; `earliest` the first crossing that is still possible when it is too late for the planned one. */
export type Move =
  | { readonly is: "answer"; readonly request: OwnRequest }
  | { readonly is: "accept"; readonly request: OwnRequest }
  /** What it waits for has ended and will not come about: the dependency is to be taken away, or the permit is never issued. */
  | { readonly is: "unbind"; readonly request: OwnRequest; readonly wait: Wait }
  /** Its last day has passed, also where the permit has ended since. */
  | { readonly is: "overdue"; readonly request: OwnRequest; readonly obligation: Owed; readonly more: number }
  | { readonly is: "record"; readonly request: OwnRequest; readonly requirement: string; readonly more: number; readonly by: string | null; readonly earliest: string | null };

/** A day to know about. */
export type AgendaDay = { readonly day: string; readonly is: "crossing" | "permitEnds" | "permitRevoked" | "answerDue" | "licenceEnds"; readonly request: OwnRequest; readonly requirement?: string };

/** What must still be done once there is a permit: what a rule asks for, or a desk. `by` is null while nothing has crossed, or where no day is named. */
export type Owed = { readonly request: OwnRequest; readonly id: string; readonly kind: Obligation["kind"]; readonly requirement: string | null; readonly at: "crossing" | "afterwards"; readonly by: string | null; readonly late: boolean };

/** The moves of whoever made the requests, what is due first on top. */
export function movesOf(requests: readonly OwnRequest[], today: string, regimes: Regimes): Move[] {
  return requests
    .filter(({ requester }) => requester.mine)
    .flatMap((request): Move[] => [...(request.status === "returned" ? [{ is: "answer", request } as const] : recordMove(request, today, regimes)), ...overdue(request, today), ...accepting(request), ...unbinding(request)])
    .toSorted((a, b) => (dueOf(a) < dueOf(b) ? -1 : 1));
}

/** The requirement of a request that is due first, and how many more wait with it. */
function recordMove(request: OwnRequest, today: string, regimes: Regimes): Move[] {
  const open = owed(request, today).map((one) => ({ ...one, ...filingOf(regimes.get(one.regime), request.crossing, today) })).toSorted((a, b) => ((a.by ?? "9") < (b.by ?? "9") ? -1 : 1));
  const [first] = open;
  if (!first) return [];
  return [{ is: "record", request, requirement: first.id, more: open.length - 1, by: first.by, earliest: first.earliest }];
}

/** What is late first, and how much more is. */
function overdue(request: OwnRequest, today: string): Move[] {
  const [first, ...others] = obligationsOf([request], today).filter((one) => isOverdue(one, request.requirements));
  return first ? [{ is: "overdue", request, obligation: first, more: others.length }] : [];
}

function accepting(request: OwnRequest): Move[] {
  return request.termsOwed && request.permit?.status === "valid" ? [{ is: "accept", request }] : [];
}

function unbinding(request: OwnRequest): Move[] {
  return request.waits.flatMap((wait): Move[] => (wait.standing === "ended" ? [{ is: "unbind", request, wait }] : []));
}

/** What the requester must still file: whatever holds the permit back while the case is decided, and once there is one what the crossing waits for. */
function owed({ status, requirements }: OwnRequest, today: string): Asked[] {
  if (hasEnded(status)) return [];
  return requirements.filter((one) => {
    const gate = gateOf(one);
    const isDue = status === "permitted" ? gate === "crossing" || hasExpired(one, today) : gate !== "crossing";
    return gate !== null && isDue && isRequestersMove(one, today) && one.type !== "prohibition";
  });
}

/** Until when a requirement can be filed for a planned crossing, and when it is too late for that, the first day that is still possible. */
export function filingOf(regime: Regime | undefined, crossing: string, today: string): { by: string | null; earliest: string | null } {
  if (!regime) return { by: null, earliest: null };
  const answer = answerDay(regime, today);
  return { by: fileBy(regime, crossing), earliest: answer !== null && answer > crossing ? answer : null };
}

function dueOf(move: Move): string {
  // Whoever was asked something keeps both sides waiting, so it comes before everything else.
  return move.is === "answer" ? "" : ((move.is === "record" ? move.by : move.is === "overdue" ? move.obligation.by : null) ?? move.request.crossing);
}

/** Crossings, ends of permits and licences, and answers that are expected, from today on for so many days. */
export function daysAhead(requests: readonly OwnRequest[], today: string, regimes: Regimes, days = 60): AgendaDay[] {
  const last = addDays(today, days);
  return requests
    .filter(({ status }) => !hasEnded(status))
    .flatMap((request): AgendaDay[] => [
      ...(request.crossedAt === null ? [{ day: request.crossing, is: "crossing" as const, request }] : []),
      ...endOfPermit(request),
      ...request.requirements.flatMap((one) => requirementDays(one, request, { regimes, today })),
    ])
    .filter(({ day }) => today <= day && day <= last)
    .toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

function endOfPermit(request: OwnRequest): AgendaDay[] {
  const { permit } = request;
  if (permit?.status !== "valid") return [];
  const { revokedFrom, validUntil } = permit;
  return [revokedFrom !== null && revokedFrom <= validUntil ? { day: revokedFrom, is: "permitRevoked", request } : { day: validUntil, is: "permitEnds", request }];
}

function requirementDays(one: Asked, request: OwnRequest, { regimes, today }: { readonly regimes: Regimes; readonly today: string }): AgendaDay[] {
  const regime = regimes.get(one.regime);
  const answer = one.status === "filed" && one.date && regime && !isMet(one, today) ? answerDay(regime, one.date) : null;
  return [
    ...(answer ? [{ day: answer, is: "answerDue" as const, request, requirement: one.id }] : []),
    ...(one.status === "granted" && one.validUntil ? [{ day: one.validUntil, is: "licenceEnds" as const, request, requirement: one.id }] : []),
  ];
}

/** What is still owed under a permit and after it, late ones first. */
export function obligationsOf(requests: readonly OwnRequest[], today: string): Owed[] {
  return requests
    .filter(({ status }) => status === "permitted" || hasEnded(status))
    .flatMap((request): Owed[] => [
      ...request.owed.map(({ id, kind, requirement, due }) => ({ request, id, kind, requirement, at: "afterwards" as const, by: due, late: kind !== "keepPapers" && due !== null && due < today })),
      ...withoutDay(request, today).map(({ id, due }) => ({ request, id, kind: "file" as const, requirement: id, at: due === "at-crossing" ? ("crossing" as const) : ("afterwards" as const), by: null, late: false })),
    ])
    .toSorted((a, b) => ((a.by ?? "9") < (b.by ?? "9") ? -1 : 1));
}

/** What rules ask for at a crossing, and after it where no last day is known. */
function withoutDay({ status, requirements, crossedAt, owed }: OwnRequest, today: string): Asked[] {
  return requirements
    .filter((one) => isDueLate(one) && !isMet(one.due === "after-crossing" ? { ...one, validUntil: null } : one, today) && !owed.some(({ requirement }) => requirement === one.id))
    // What is shown at the control point was shown, once the goods are across; what never went is declared to nobody.
    .filter(({ due }) => (due === "after-crossing" ? crossedAt !== null || !hasEnded(status) : crossedAt === null && !hasEnded(status)));
}
