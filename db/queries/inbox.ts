import { and, asc, type Column, eq, inArray, isNull, lt, or, type Placeholder, type SQL, sql } from "drizzle-orm";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import { candidateAt, personsOf } from "../../lib/access/candidate.ts";
import { leads } from "../../lib/access/heads.ts";
import type { InboxOrder, InboxView } from "../../lib/access/queue-settings.ts";
import type { Run } from "../../lib/calendar/clock.ts";
import type { Text } from "../../lib/language.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { refusal, type Refusal } from "../../lib/request/refusal.ts";
import { aMoment, freshenCalendars } from "../calendars.ts";
import { asLister } from "../client.ts";
import { among, given, prepared, preparedByShape } from "../prepared.ts";
import { desks } from "../schema/configuration.ts";
import { requests, steps } from "../schema/requests.ts";
import type { Page } from "./request-list.ts";
import type { Side } from "../../lib/workflow/definition.ts";
import { workingDaysOf } from "../../lib/workflow/step-clock.ts";
import { openVotes } from "./open-votes.ts";
import { peopleNames } from "./people-names.ts";
import { pinnedSteps, stepName } from "./step-names.ts";
import { today } from "./today.ts";

export type InboxFilters = { readonly desk?: string; readonly order?: InboxOrder; readonly view?: InboxView; readonly cursor?: string; readonly limit?: number; /** These requests alone. */ readonly only?: readonly string[] };
export type InboxItem = {
  readonly request: { readonly id: string; readonly number: string; readonly kind: Kind; readonly title: string; readonly status: string; readonly fromJurisdiction: string; readonly fromCity: string | null; readonly toJurisdiction: string; readonly toCity: string | null; readonly requester: string };
  readonly step: { readonly id: string; readonly names: Text; readonly desk: string; readonly deskNames: Text | null; readonly side: Side; readonly round: number; readonly assignee: string | null; readonly assigneeName: string | null; /** Who decided it in the round before: it goes to them by default. */ readonly previously: string | null; readonly previousName: string | null; /** Who has it in hand. */ readonly holder: string | null; readonly holderName: string | null; /** Its members vote: it is in nobody's hands. */ readonly byVote: boolean; /** Their vote is tied: the head of the desk breaks it. */ readonly tied: boolean; readonly workingDays: number | null; readonly ran: readonly Run[] };
  readonly workflow: { readonly id: string; readonly version: number };
  readonly since: string;
  readonly dueOn: string | null;
  /** What keeps this actor from deciding it themselves; empty when nothing does. The decision has the last word. */
  readonly separation: readonly Refusal[];
};

/** Open steps at the actor's desks or in their own name, what is due first on top. Requests sent back wait for their requester, not for a desk: they have a view of their own. */
export async function inbox(actor: Actor, { desk, view = "all", order = "due", cursor, limit: asked, only }: InboxFilters = {}): Promise<Page<InboxItem>> {
  if (actor.kind !== "person") return { items: [], next: null };
  const limit = Math.min(asked ?? 50, 100);
  return asLister(actor, async (tx) => {
    // One desk after the other and the actor's own name: each comes by an index in the order that is shown, and ends with the page.
    const shape = { view, order, cursor: isInboxCursor(cursor ?? ""), only: only !== undefined };
    const values = { person: actor.id, ...cursorParts(cursor), only, limit: limit + 1 };
    const [found] = await Promise.all([Promise.all(placesOf(actor, desk).map((place) => stepsAt(tx, { ...shape, at: place.at }, { ...values, desk: place.desk }))), freshenCalendars(tx, { within: aMoment })]);
    const rows = inOrder(found.flat(), order);
    const page = rows.slice(0, limit);
    const ids = page.map(({ request }) => request.id);
    if (ids.length === 0) return { items: [], next: null };
    const [named, people, define, votes] = await Promise.all([
      desksById(tx, { ids: distinct(page.map(({ step }) => step.desk)) }),
      peopleNames(tx, page.flatMap(({ step }) => [step.previously, step.holder, step.assignee])),
      pinnedSteps(tx, page.map(({ request }) => request)),
      openVotes(tx, actor, page.flatMap(({ step, request }) => (step.byVote && step.status === "open" ? [request.id] : []))),
    ]);
    const items = page.map(({ step, request }): InboxItem => {
      const definition = define(request, step.stepId);
      const vote = votes.get(`${request.id} ${step.stepId}`);
      const facing = { team: request.team, requester: request.requester, voting: vote?.against ?? [] };
      const { workflowId, workflowVersion, changedAt, team: _, ...shown } = request;
      return {
        request: { ...shown, title: request.title ?? "" },
        step: { id: step.stepId, names: stepName(definition, step.stepId), desk: step.desk, deskNames: named.find(({ id }) => id === step.desk)?.names ?? null, side: step.side, round: step.round, assignee: step.assignee, assigneeName: people[step.assignee ?? ""] ?? null, previously: step.previously, previousName: people[step.previously ?? ""] ?? null, holder: step.holder, holderName: people[step.holder ?? ""] ?? null, byVote: step.byVote, tied: vote?.tied ?? false, workingDays: workingDaysOf({ clock: definition?.clock, extended: step.extended }), ran: step.ran },
        workflow: { id: workflowId, version: workflowVersion },
        since: step.since ?? changedAt,
        dueOn: step.dueOn,
        separation: separation(actor, { ...step, ...facing, holderName: people[step.holder ?? ""] ?? "" }),
      };
    });
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.dueOn ?? never, last.since, last.request.id, last.step.id].join("~") : null };
  });
}

const desksById = prepared((on) => on.select({ id: desks.id, names: desks.names }).from(desks).where(among(desks.id, "ids")));

type Row = Awaited<ReturnType<typeof stepsAt>>[number];

/** What makes the statement; whose desk and name it is, and where the page begins, is given. */
type Shape = { readonly at: Place["at"]; readonly view: InboxView; readonly order: InboxOrder; readonly cursor: boolean; readonly only: boolean };

const stepsAt = preparedByShape((on, { at, view, order, cursor, only }: Shape) => {
  const { requestId: id, number, kind, title, status, fromJurisdiction, fromCity, toJurisdiction, toCity, requester, team, workflowId, workflowVersion, changedAt } = requests;
  return on
    .select({ step: steps, request: { id, number, kind, title, status, fromJurisdiction, fromCity, toJurisdiction, toCity, requester, team, workflowId, workflowVersion, changedAt } })
    .from(steps)
    .innerJoin(requests, eq(requests.requestId, steps.requestId))
    .where(and(isAt(at, { desk: given("desk"), person: given("person") }), viewed(given("person"), view), cursor ? after(order) : undefined, only ? among(steps.requestId, "only") : undefined))
    .orderBy(...(order === "due" ? [asc(due)] : []), asc(steps.since), asc(steps.requestId), asc(stepId))
    .limit(given("limit"));
});

/** What several places gave, each once, as the database orders it. */
function inOrder(rows: readonly Row[], order: InboxOrder): Row[] {
  const byPlace = new Map(rows.map((row) => [[...(order === "due" ? [row.step.dueOn ?? never] : []), row.step.since ?? "", row.request.id, row.step.stepId].join("~"), row]));
  return [...byPlace].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export type InboxCounts = { readonly views: Readonly<Record<InboxView, number>>; readonly desks: Readonly<Record<string, { readonly open: number; readonly overdue: number }>> };

/** How much stands in each view, and at each desk of the actor. */
export async function inboxCounts(actor: PersonActor, desk?: string): Promise<InboxCounts> {
  return asLister(actor, async (tx) => {
    const values = { person: actor.id, desks: desksOfDecisions(actor) };
    const rows = (await Promise.all(countedAt.map((at) => countsAt(tx, at, values)))).flat();
    const sum = (view: InboxView) => rows.filter((row) => desk === undefined || row.desk === desk).reduce((total, row) => total + row[view], 0);
    const at = (id: string) => rows.filter((row) => row.desk === id).reduce((total, row) => ({ open: total.open + row.all, overdue: total.overdue + row.overdue }), { open: 0, overdue: 0 });
    return {
      views: { all: sum("all"), mine: sum("mine"), unclaimed: sum("unclaimed"), overdue: sum("overdue"), waiting: sum("waiting") },
      desks: Object.fromEntries(distinct(rows.map((row) => row.desk)).map((id) => [id, at(id)])),
    };
  });
}

/** Where steps are counted, each at the first of these that has it: one statement for all of them read every request of everybody. */
const countedAt = ["desks", "assignee", "holder", "substitute"] as const;

const countsAt = preparedByShape((on, at: (typeof countedAt)[number]) => {
  const person = given("person");
  const elsewhere = sql`${steps.desk} <> all (${given("desks")})`;
  const notAmong = (...columns: readonly Column[]) => and(elsewhere, ...columns.map((column) => sql`${column} is distinct from ${person}::uuid`));
  const here = {
    desks: () => among(steps.desk, "desks"),
    assignee: () => and(eq(steps.assignee, person), elsewhere),
    holder: () => and(eq(steps.holder, person), notAmong(steps.assignee)),
    substitute: () => and(isSubstitute(person), notAmong(steps.assignee, steps.holder)),
  };
  const counted = (view: InboxView) => sql<number>`(count(*) filter (where ${viewed(person, view)}))::int`;
  return on
    .select({ desk: steps.desk, all: counted("all"), mine: counted("mine"), unclaimed: counted("unclaimed"), overdue: counted("overdue"), waiting: counted("waiting") })
    .from(steps)
    .innerJoin(requests, eq(requests.requestId, steps.requestId))
    .where(and(here[at](), or(eq(steps.status, "open"), eq(steps.outcome, "returned"))))
    .groupBy(steps.desk);
});

/** Whether a cursor could be ours. */
export function isInboxCursor(text: string): boolean {
  const [day = "", since = "", ...rest] = text.split("~");
  return !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) && !Number.isNaN(Date.parse(since)) && /^\d{4}-\d{2}-\d{2}~\d{4}-\d{2}-\d{2}T[\d:.]{8,12}Z$/.test(`${day}~${since}`) && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~[a-z][a-z0-9.-]{0,59}$/.test(rest.join("~"));
}

/** What has no clock comes after everything that has one. */
const never = "9999-12-31";
const due = sql`coalesce(${steps.dueOn}, ${sql.raw(`'${never}'::date`)})`;
/** Byte by byte, as this process orders texts too. */
const stepId = sql`${steps.stepId} collate "C"`;

function after(order: InboxOrder): SQL {
  const [day, since, id, step] = [sql`${given("cursorDay")}::date`, sql`${given("cursorSince")}::timestamptz`, sql`${given("cursorId")}::uuid`, sql`${given("cursorStep")}::text`];
  if (order === "waiting") return sql`(${steps.since}, ${steps.requestId}, ${stepId}) > (${since}, ${id}, ${step})`;
  return sql`(${due}, ${steps.since}, ${steps.requestId}, ${stepId}) > (${day}, ${since}, ${id}, ${step})`;
}

function cursorParts(cursor: string | undefined) {
  const [cursorDay, cursorSince, cursorId, cursorStep] = (cursor ?? "").split("~");
  return { cursorDay, cursorSince, cursorId, cursorStep };
}

/** A person's id, written or given. */
type Id = string | Placeholder;

function viewed(person: Id, view: InboxView): SQL | undefined {
  if (view === "waiting") return and(eq(requests.status, "returned"), or(eq(steps.status, "open"), eq(steps.outcome, "returned")));
  const open = and(eq(steps.status, "open"), inArray(requests.status, ["submitted", "in-review", "approved", "permitted", "expired"]));
  if (view === "mine") return and(open, sql`coalesce(${steps.holder}, ${steps.assignee}, ${steps.previously}) = ${person}::uuid`);
  if (view === "unclaimed") return and(open, isNull(steps.holder), isNull(steps.assignee));
  return view === "overdue" ? and(open, lt(steps.dueOn, today)) : open;
}

/** Where steps wait for somebody: at a desk, in their own name, in their hands, for a substitute; `named` is any of the last three at one desk that is not theirs. */
type Place = { readonly at: "desk" | "assignee" | "holder" | "substitute" | "named"; readonly desk: string };

/** The first wall: the desks at which the actor decides, or one of them, and what stands in their own name. Row-level security says the same again. */
function placesOf(actor: PersonActor, desk?: string): Place[] {
  const decides = desksOfDecisions(actor);
  if (desk !== undefined) return [{ at: decides.includes(desk) ? "desk" : "named", desk }];
  return [...decides.map((id) => ({ at: "desk" as const, desk: id })), ...(["assignee", "holder", "substitute"] as const).map((at) => ({ at, desk: "" }))];
}

function desksOfDecisions({ grants }: PersonActor): string[] {
  return distinct(grants.flatMap(({ scope, permissions }) => (scope.kind === "desk" && permissions.includes("step.decide") ? [scope.id] : [])));
}

function isAt(at: Place["at"], { desk, person }: { readonly desk: Id; readonly person: Id }): SQL | undefined {
  const named = { assignee: eq(steps.assignee, person), holder: eq(steps.holder, person), substitute: isSubstitute(person) };
  if (at === "desk") return eq(steps.desk, desk);
  return at === "named" ? and(or(...Object.values(named)), eq(steps.desk, desk)) : named[at];
}

/** Few steps have substitutes at all, and an index of their own: row-level security lets no index look into an array. */
function isSubstitute(person: Id): SQL {
  return sql`${steps.substitutes} <> '{}' and ${steps.substitutes} @> array[${person}::uuid]`;
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

type Facing = Pick<typeof steps.$inferSelect, "stepId" | "desk" | "assignee" | "holder" | "recused" | "decided" | "advised" | "suspended" | "byVote"> & { readonly holderName: string; readonly requester: string; readonly team: readonly string[]; readonly voting: readonly Refusal[] };

function separation(actor: PersonActor, { stepId, desk, assignee, holder, recused, decided, advised, suspended, byVote, holderName, requester, team, voting }: Facing): Refusal[] {
  if (requester === actor.id) return [refusal("ownRequest")];
  const named = assignee === actor.id;
  const persons = personsOf(candidateAt(desk, actor));
  const other = persons.flatMap((person) => decided[person] ?? [])[0];
  const isHead = leads(actor, desk);
  const elsewhereHeld = holder !== null && holder !== actor.id && !actor.standsIn?.includes(holder) && !isHead;
  return [
    ...(team.includes(actor.id) && !named ? [refusal("teamMember")] : []),
    ...(actor.standsIn?.some((person) => person === requester || team.includes(person)) ? [refusal("standsInForParty")] : []),
    ...(assignee !== null && !named && !isHead ? [refusal("notNamed", { step: stepId })] : []),
    ...(other === undefined ? [] : [other === stepId ? refusal("decidedAlready", { step: stepId }) : refusal("decidedAnotherStep", { step: other })]),
    ...(advised.includes(actor.id) ? [refusal("advisedOnIt")] : []),
    ...(suspended ? [refusal("stepSuspended", { step: stepId })] : []),
    // A vote says it itself.
    ...(!byVote && persons.some((person) => recused.includes(person)) ? [refusal("recused", { step: stepId })] : []),
    ...voting,
    ...(elsewhereHeld ? [refusal("heldByOther", { step: stepId, person: holderName })] : []),
  ];
}
