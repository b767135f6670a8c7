import { v7 as newId } from "uuid";
import { expect } from "vitest";
import { asReader } from "../../db/client.ts";
import { loadEvents } from "../../db/log.ts";
import { askedOfCase } from "../../db/queries/desks-of-request.ts";
import { workingPaperContent } from "../../db/queries/working-papers.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { subjectsOf } from "../../lib/access/subjects.ts";
import { evolve } from "../../lib/request/evolve.ts";
import type { LiveState, RequestState } from "../../lib/request/state.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { executeOnPaper, startPaper } from "../../lib/server/execute-paper.ts";
import { personActor } from "../../lib/server/person.ts";
import { OpenPaper, PaperCommand } from "../../lib/working-paper/command.ts";
import { further } from "../support/further.ts";
import { demoWorld, type World } from "./demo-world.ts";

const usual = ["researcher@smu.example", "biosafety@hku.example", "auditor.cn@causeway.example", "admin@causeway.example", "sz-bay@boundary.example", "auditor@hku.example"];
const more = ["researcher@hku.example", "pi@hku.example", "office@smu.example", "ethics@smu.example", "admin@hku.example", "policy@causeway.example", "researcher@must.example"];

export type SecondWall = {
  readonly world: World;
  readonly actors: readonly PersonActor[];
  /** What somebody reads of a statement, whoever's it is. */
  readonly read: (actor: PersonActor, statement: string, parameters?: readonly unknown[]) => Promise<unknown[][]>;
  /** What of these rows somebody must not see. */
  readonly foreignIn: (actor: PersonActor, rows: readonly unknown[]) => Promise<string[]>;
  /** Whether a request, or a draft, is somebody's to see. */
  readonly isSeen: (actor: PersonActor, id: string) => Promise<boolean>;
};

/** The demonstration with something of everything in it, somebody of each role, and what is foreign to them. */
export async function secondWall(): Promise<SecondWall> {
  const world = await demoWorld();
  await plantOwnRows(world);
  const known = await fingerprints(world);
  const histories = await replayed(world);
  const foreign = new Map<string, ReadonlyMap<string, string>>();
  const foreignOf = async (actor: PersonActor) => {
    const before = foreign.get(actor.id) ?? (await foreignTo(world, actor, known, histories));
    foreign.set(actor.id, before);
    return before;
  };
  return {
    world,
    actors: await Promise.all((further ? [...usual, ...more] : usual).map(async (email) => (await personActor(email)) as PersonActor)),
    read: async (actor, statement, parameters = []) =>
      (await world.serving.begin("read only", async (sql) => {
        await sql.unsafe(`set local causeway.actor = '${actor.id}'`);
        return sql.unsafe(statement, [...parameters] as never[]).values();
      })) as unknown[][],
    async isSeen(actor, id) {
      const marks = [...(await foreignOf(actor)).values()];
      return !marks.some((what) => what.endsWith(` of request ${id}`) || what.endsWith(` of draft ${id}`));
    },
    async foreignIn(actor, rows) {
      const marks = await foreignOf(actor);
      return [...new Set(stringsIn(rows).flatMap((text) => marks.get(text) ?? []))];
    },
  };
}

/** A few rows of what the demonstration has none of, so that there is something to be seen. */
async function plantOwnRows(world: World): Promise<void> {
  await world.owner`update requests set title = title || ' of ' || number`;
  await world.owner`update drafts set title = title || ' of ' || number`;
  await world.owner`insert into api_keys select id, md5(id::text) || md5(email), id, 'a key of ' || email, '{read}', now() from people`;
  await world.owner`insert into sessions select md5(email) || md5(id::text), id, now(), now(), now() + interval '1 day', 'the browser of ' || email from people`;
  await world.owner`insert into queue_settings select id, 'due', 'all', 25, '{}' from people`;
  await world.owner`insert into calendar_feeds select id, md5('feed' || email), id, null, now() from people`;
  await world.owner`insert into documents select request_id, request_id, 'paper of ' || number, null, 'text/plain', 1, md5(number) || md5(title), requester, now() from requests`;
  await world.owner`insert into document_reads (request_id, id, document_id, person, at, capacity) select request_id, md5('read' || number)::uuid, request_id, requester, now(), 'requester' from requests`;
  await world.owner`insert into texts (request_id, digest, salt, body, readers) select r.request_id, md5(r.number) || md5('note'), md5('salt' || r.number), 'a note among the desks of ' || r.number, array(select distinct 'desk:' || s.desk from steps s where s.request_id = r.request_id) from requests r`;
  await world.owner`insert into break_glass select md5('glass' || number)::uuid, request_id, md5('nobody')::uuid, array[home], 'the reason to open ' || number, now(), now() + interval '1 hour', null from requests`;
  await world.owner`insert into saved_questions select id, id, 'a question', 'asked by ' || email, null, now() from people`;
  await world.owner`insert into organisation_holds (id, organisation, authority, reason, placed_by, placed_at) select md5(id)::uuid, id, 'a court', 'why nothing of ' || id || ' goes', md5('nobody')::uuid, now() from organisations`;
  const papers = world.owner`select md5(scope)::uuid as id, scope from (select distinct case scope_kind when 'organisation' then 'audit:org:' when 'jurisdiction' then 'audit:jur:' end || scope_id as scope from grants where role = 'auditor') scopes where scope is not null`;
  await openRealPaper();
  await world.owner`insert into working_papers select id, 'paper-' || scope, 'what is looked at of ' || scope, scope, 'open', id, 1, 0, 1, 1, now() from (${papers}) p`;
  await world.owner`insert into working_paper_findings select p.id, 1, 'paper-' || p.scope, r.request_id, 'finding of ' || p.scope, s.desk, 'low', 'asked', p.id, now(), current_date, null from (${papers}) p, requests r, lateral (select min(desk) as desk from steps where steps.request_id = r.request_id) s where r.request_id = (select min(request_id::text)::uuid from steps)`;
  await world.owner`insert into working_paper_findings select p.id, 2, 'paper-' || p.scope, r.request_id, 'finding for the house of ' || p.scope, null, 'low', 'asked', p.id, now(), current_date, null, r.home from (${papers}) p, requests r where r.request_id = (select min(request_id::text)::uuid from steps)`;
}

/** A working paper of one house with a finding, by its events: those planted above have none. */
async function openRealPaper(): Promise<void> {
  const auditor = (await personActor("auditor@hku.example")) as PersonActor;
  const opened = await startPaper(auditor, OpenPaper.parse({ title: "What HKU asked for", question: { type: "request.submitted" }, sample: { size: 3, seed: "s" }, attributes: ["Signed in time"] }));
  const id = "id" in opened ? opened.id : expect.fail("no paper");
  const content = await workingPaperContent(auditor, id);
  const { request } = content?.cases[0] ?? expect.fail("no case");
  const [desk] = (await askedOfCase(auditor, request)).desks;
  const raised = await executeOnPaper(auditor, id, PaperCommand.parse({ type: "raiseFinding", commandId: newId(), request, severity: "high", text: "No reason was given at HKU.", events: [1], desk: desk?.id, replyBy: addDays(dayOf(new Date()), 7) }));
  expect(raised).toHaveProperty("finding", 1);
}

type Owner = { readonly of: "request" | "note" | "draft" | "account" | "dossier" | "person" | "read" | "access" | "paper" | "hold"; readonly id: string; readonly what: string; readonly readers?: readonly string[] };

/** What stands in one place of the world and nowhere else, by itself: whoever reads it has read that place. */
async function fingerprints(world: World): Promise<ReadonlyMap<string, Owner>> {
  const rows = await world.owner<{ of: Owner["of"]; id: string; what: string; mark: string; readers: string[] | null }[]>`
    select 'request' as of, request_id::text as id, 'title' as what, title as mark, null::text[] as readers from requests
    union all select 'request', request_id::text, 'number', number, null from requests
    union all select 'request', request_id::text, 'digest of event ' || seq, digest, null from events where stream like 'request:%'
    union all select 'request', request_id::text, 'head', hash, null from heads where stream like 'request:%'
    union all select 'request', request_id::text, 'paper', sha256, null from documents
    union all select 'request', request_id::text, 'name of a paper', name, null from documents
    union all select 'note', request_id::text, 'words', body, readers from texts where exists (select from requests r where r.request_id = texts.request_id)
    union all select 'note', request_id::text, 'salt', salt, readers from texts where exists (select from requests r where r.request_id = texts.request_id)
    union all select 'paper', paper_id::text, 'words', body, array[scope] || coalesce(readers, '{}') from texts join working_papers on paper_id = request_id
    union all select 'draft', request_id::text, 'title', title, null from drafts
    union all select 'draft', request_id::text, 'id', request_id::text, null from drafts
    union all select 'account', account_id::text, 'id', account_id::text, null from accounts
    union all select 'dossier', dossier_id::text, 'id', dossier_id::text, null from dossiers
    union all select 'person', person_id::text, 'password', password_hash, null from credentials
    union all select 'person', person_id::text, 'session', token_hash, null from sessions
    union all select 'person', person_id::text, 'key', hash, null from api_keys
    union all select 'person', person_id::text, 'calendar', token_hash, null from calendar_feeds
    union all select 'read', request_id::text, 'reading', id::text, null from document_reads
    union all select 'access', request_id::text, 'reason', reason, array['person:' || person_id] from break_glass
    union all select 'person', person_id::text, 'question', query, null from saved_questions
    union all select 'hold', id::text, 'reason', reason, null from organisation_holds
    union all select 'paper', paper_id::text, 'title', title, array[scope] from working_papers
    union all select 'paper', paper_id::text, 'finding', f.number, array[scope, coalesce('desk:' || desk, 'admin:org:' || organisation)] from working_paper_findings f join working_papers using (paper_id) where f.number like 'finding % of %' or f.number like 'finding of %'`;
  const marks = new Map<string, Owner>();
  const twice = new Set<string>();
  for (const { mark, of, id, what, readers } of rows) {
    if (mark === null || mark.length < 8) continue;
    const before = marks.get(mark);
    if (before && (before.id !== id || before.of !== of)) twice.add(mark);
    marks.set(mark, { of, id, what, ...(readers && { readers }) });
  }
  for (const mark of twice) marks.delete(mark);
  expect(marks.size).toBeGreaterThan(500);
  return marks;
}

/** What an actor must not read, worked out from the events and what they may do, and from no table that the walls ask. */
async function foreignTo(world: World, actor: PersonActor, known: ReadonlyMap<string, Owner>, histories: readonly History[]): Promise<ReadonlyMap<string, string>> {
  const [{ names = [] } = {}] = await world.owner<{ names: string[] }[]>`
    select array['person:' || ${actor.id}, 'adviser:' || ${actor.id}] || array(select case g.scope_kind when 'desk' then 'desk:' || g.scope_id end from grants g where g.person_id = ${actor.id} and g.scope_kind = 'desk')
      || array(select 'cp:' || point from grants g join desks d on d.id = g.scope_id, unnest(d.control_points) point where g.person_id = ${actor.id} and g.scope_kind = 'desk')
      || array(select case g.scope_kind when 'everything' then 'all' when 'organisation' then 'audit:org:' || g.scope_id else 'audit:jur:' || g.scope_id end from grants g where g.person_id = ${actor.id} and g.role = 'auditor')
      || array(select 'admin:org:' || g.scope_id from grants g where g.person_id = ${actor.id} and g.scope_kind = 'organisation' and g.role = 'organisation-admin') as names`;
  const own = new Set(names);
  const isSeen = (subjects: readonly string[]) => own.has("all") || subjects.some((one) => own.has(one));
  const requests = new Map(histories.map(({ id, states }) => [id, { seen: isSeen(states.flatMap(subjectsOf)), audited: isSeen(states.flatMap(subjectsOf).filter((one) => one.startsWith("audit:"))), requester: states.at(-1)?.requester === actor.id, home: states.at(-1) }]));
  const drafts = new Set((await world.owner<{ id: string }[]>`select request_id as id from drafts where requester = ${actor.id} or ${actor.id} = any (team)`).map(({ id }) => id));
  const members = await world.owner<{ dossier: string; opener: string; request: string | null }[]>`select d.dossier_id as dossier, d.opener, m.request_id as request from dossiers d left join dossier_requests m using (dossier_id)`;
  const dossiers = new Set(members.filter(({ opener, request }) => opener === actor.id || own.has("all") || (request !== null && (requests.get(request)?.seen || drafts.has(request)))).map(({ dossier }) => dossier));
  const accounts = await accountsSeen(world, own, new Set([...requests].flatMap(([id, { seen }]) => (seen ? [id] : []))));
  // The number of a request is told to whoever sees its dossier, keeps an account that it takes from, once opened it, administers its institutions, or decides on another of its requester, who is late with it.
  const told = await numbersTold(world, actor, { dossiers, accounts, requests: new Set([...requests].flatMap(([id, { seen }]) => (seen ? [id] : []))) });
  const may = ({ of, id, readers, what }: Owner): boolean => {
    const request = requests.get(id);
    switch (of) {
      case "request":
        return (request?.seen ?? false) || (what === "number" && (told.has(id) || administers(actor, request?.home)));
      case "note":
        return (request?.seen ?? false) && (readers === undefined || isSeen(readers));
      case "draft":
        // That a draft belongs to a dossier is for the dossier to know, under its id; what it says is not.
        return drafts.has(id) || (what === "id" && members.some((one) => one.request === id && dossiers.has(one.dossier)));
      case "account":
        return accounts.has(id);
      case "dossier":
        return dossiers.has(id);
      case "person":
        return id === actor.id;
      case "read":
        return (request?.requester ?? false) || (request?.audited ?? false);
      case "paper":
        return isSeen(readers ?? []);
      case "hold":
        // Whoever erases learns that there is one, by a function, and never why.
        return false;
      case "access":
        return (request?.seen ?? false) || administers(actor, request?.home) || isSeen(readers ?? []);
      default:
        return of satisfies never;
    }
  };
  return new Map([...known].flatMap(([mark, owner]) => (may(owner) ? [] : [[mark, `the ${owner.what} of ${owner.of} ${owner.id}`]])));
}

async function numbersTold(world: World, { id }: PersonActor, { dossiers, accounts, requests }: Readonly<Record<"dossiers" | "accounts" | "requests", ReadonlySet<string>>>): Promise<ReadonlySet<string>> {
  const rows = await world.owner<{ id: string }[]>`select request_id as id from dossier_requests where dossier_id = any(${[...dossiers]}) union select request_id from quota_holdings where account_id = any(${[...accounts]}) union select request_id from break_glass where person_id = ${id}
    union select o.request_id from obligations o join requests r using (request_id) where o.due_on < current_date and r.requester in (select requester from requests where request_id = any(${[...requests]}))`;
  return new Set(rows.map((row) => row.id));
}

function administers({ grants }: PersonActor, state: LiveState | undefined): boolean {
  const organisations = state ? [state.home.organisation, ...("organisation" in state.host ? [state.host.organisation] : [])] : [];
  return grants.some(({ scope, permissions }) => scope.kind === "organisation" && organisations.includes(scope.id) && permissions.includes("people.manage"));
}

/** An account is for the desks of its organisation and its auditors, and for whoever sees a request that takes from it. */
async function accountsSeen(world: World, own: ReadonlySet<string>, requests: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await world.owner<{ id: string; desks: string[]; organisation: string; taking: string[] }[]>`
    select a.account_id as id, a.organisation, array(select d.id from desks d where d.organisation = a.organisation) as desks,
           array(select s.request_id::text from steps s where s.account = a.account_id union select h.request_id::text from quota_holdings h where h.account_id = a.account_id) as taking from accounts a`;
  return new Set(rows.filter(({ desks, organisation, taking }) => own.has("all") || own.has(`audit:org:${organisation}`) || desks.some((desk) => own.has(`desk:${desk}`)) || taking.some((id) => requests.has(id))).map(({ id }) => id));
}

type History = { readonly id: string; readonly states: readonly LiveState[] };

/** Every request through all its states. */
async function replayed(world: World): Promise<History[]> {
  const ids = await world.owner<{ id: string }[]>`select distinct request_id as id from events where stream like 'request:%'`;
  return Promise.all(
    ids.map(async ({ id }) => {
      const events = await asReader({ kind: "system" }, (tx) => loadEvents(tx, id));
      const states: LiveState[] = [];
      events.reduce<RequestState>((before, event) => {
        const after = evolve(before, event);
        if (after.status !== "none") states.push(after);
        return after;
      }, { status: "none" });
      return { id, states };
    }),
  );
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value instanceof Map || value instanceof Set) return [...value].flatMap(stringsIn);
  return typeof value === "object" && value !== null && !(value instanceof Date) ? Object.values(value).flatMap(stringsIn) : [];
}
