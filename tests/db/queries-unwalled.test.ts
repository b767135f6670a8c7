import { readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEvents } from "../../db/log.ts";
import { asReader } from "../../db/client.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { subjectsOf } from "../../lib/access/subjects.ts";
import { evolve } from "../../lib/request/evolve.ts";
import type { LiveState, RequestState } from "../../lib/request/state.ts";
import { personActor } from "../../lib/server/person.ts";
import { further } from "../support/further.ts";
import { type Recorded, recordStatements } from "../support/recorded-statements.ts";
import { withoutWhere } from "../support/without-where.ts";
import { demoWorld, type World } from "./demo-world.ts";
import { aidsOfQueries, type Asked, queryCalls } from "./query-calls.ts";

/* The second wall by itself: every statement that db/queries sends, without the conditions that are the first, as each role. */

const usual = ["researcher@smu.example", "biosafety@hku.example", "auditor.cn@causeway.example", "admin@causeway.example", "sz-bay@boundary.example"];
const more = ["researcher@hku.example", "pi@hku.example", "office@smu.example", "ethics@smu.example", "admin@hku.example", "policy@causeway.example", "auditor@hku.example", "researcher@must.example"];
const roles = further ? [...usual, ...more] : usual;

let world: World;
let actors: readonly PersonActor[];
let asked: Asked;
let recorder: ReturnType<typeof recordStatements>;
beforeAll(async () => {
  world = await demoWorld();
  recorder = recordStatements(world.url);
  await plantOwnRows();
  actors = await Promise.all(roles.map(async (email) => (await personActor(email)) as PersonActor));
  asked = await askedOf();
});
afterAll(() => world.stop());

test("a statement without its where-clause is the same statement about all rows", () => {
  expect(withoutWhere('select "a" from "t" where ("a" = $1 and exists (select 1 from u where u.a = t.a)) order by "a" limit $2')).toBe('select "a" from "t" where (( ("a" = $1 and exists (select 1 from u where u.a = t.a)) ) or true) order by "a" limit greatest(( $2)::bigint, 100000) ');
  expect(withoutWhere("with x as (select * from t where a = $1) select * from x join (select b from u where b = 'where (') y on y.b = x.a")).toBe("with x as (select * from t where (( a = $1) or true) ) select * from x join (select b from u where (( b = 'where (') or true) ) y on y.b = x.a");
});

test("every query there is has a call, or a reason why it asks nothing", async () => {
  const exported: string[] = [];
  for (const file of readdirSync(new URL("../../db/queries/", import.meta.url), { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"))) {
    const found = (await import(/* @vite-ignore */ new URL(`../../db/queries/${file}`, import.meta.url).href)) as Record<string, unknown>;
    exported.push(...Object.entries(found).flatMap(([name, value]) => (typeof value === "function" ? [`${file.slice(0, -3)}.${name}`] : [])));
  }
  expect(exported.filter((name) => !(name in queryCalls) && !(name in aidsOfQueries)), "say in tests/db/query-calls.ts how it is called").toEqual([]);
  expect([...Object.keys(queryCalls), ...Object.keys(aidsOfQueries)].filter((name) => !exported.includes(name))).toEqual([]);
});

describe("without the first wall the second shows nothing foreign", () => {
  test("of any statement that any query sends", async () => {
    const known = await fingerprints();
    const statements = await statementsOfQueries();
    expect(Object.entries(statements).filter(([, sent]) => sent.length === 0).map(([name]) => name)).toEqual([]);
    const unique = new Map(Object.entries(statements).flatMap(([name, sent]) => sent.map((one) => [one.query, { name, ...one }] as const)));
    const leaks: string[] = [];
    let rowsRead = 0;
    for (const actor of actors) {
      const foreign = await foreignTo(actor, known);
      for (const { name, query, parameters } of unique.values()) {
        const rows = await unwalled(actor, { query, parameters });
        rowsRead += rows.length;
        for (const found of new Set(stringsIn(rows).flatMap((text) => foreign.get(text) ?? []))) leaks.push(`${actor.email}: ${name} shows ${found}`);
      }
    }
    expect(leaks).toEqual([]);
    // Statements that show nothing at all would prove nothing.
    expect(rowsRead).toBeGreaterThan(1000);
  }, 600_000);

  test("of any table, read whole", async () => {
    const known = await fingerprints();
    const tables = await world.owner<{ name: string }[]>`select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'request_ids' order by 1`;
    const leaks: string[] = [];
    for (const actor of actors) {
      const foreign = await foreignTo(actor, known);
      for (const { name } of tables) for (const found of new Set(stringsIn(await unwalled(actor, { query: `select * from "${name}"`, parameters: [] })).flatMap((text) => foreign.get(text) ?? []))) leaks.push(`${actor.email}: ${name} shows ${found}`);
    }
    expect(leaks).toEqual([]);
  }, 600_000);
});

test("a policy that lets everybody through is noticed", async () => {
  const known = await fingerprints();
  const actor = await personActor("admin@causeway.example");
  if (!actor) throw new Error("nobody administers");
  await world.owner`create policy leaks on documents for select using (true)`;
  const foreign = await foreignTo(actor, known);
  expect(stringsIn(await unwalled(actor, { query: "select * from documents where request_id is null", parameters: [] })).filter((text) => foreign.has(text)).length).toBeGreaterThan(10);
  await world.owner`drop policy leaks on documents`;
});

/** Open to every actor, each for a reason; every other table has to tell its readers apart. */
const openTables: Readonly<Record<string, string>> = {
  attempts: "counts of attempts by bucket, which every request of the site moves",
  calendar_years: "published days off",
  catalogue_entries: "published lists to look things up in",
  desks: "who decides what is public",
  editions: "which rule packs count",
  organisations: "institutions are public",
  packs: "published rules",
  permit_keys: "public halves of keys, published at /.well-known/jwks.json",
  roles: "what a role may do is no secret",
  workflows: "published versions",
};

test("every table tells its readers apart by a policy, but for a few that are open for a reason", async () => {
  const rows = await world.owner<{ name: string; secured: boolean; policies: string[] }[]>`
    select c.relname as name, c.relrowsecurity as secured, array_remove(array_agg(p.qual), null) as policies from pg_class c left join pg_policies p on p.schemaname = 'public' and p.tablename = c.relname and p.cmd in ('SELECT', 'ALL')
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by 1, 2 order by 1`;
  expect(rows.length).toBeGreaterThan(40);
  expect(rows.filter(({ secured }) => !secured).map(({ name }) => name)).toEqual([]);
  const isOpen = (policy: string) => /^\(*\s*(true|\(?\s*SELECT current_actor\(\) AS current_actor\)? IS NOT NULL)\s*\)*$/i.test(policy);
  expect(rows.filter(({ policies }) => policies.some(isOpen)).map(({ name }) => name).filter((name) => !(name in openTables))).toEqual([]);
  // One that nobody can read needs no policy for reading: ids that were ever used.
  expect(rows.filter(({ policies }) => policies.length === 0).map(({ name }) => name)).toEqual(["request_ids"]);
  const missing = await world.serving.unsafe("select 1 from request_ids").catch((error: Error) => error.message);
  expect(missing).toContain("permission denied");
});

/** A few rows of what the demonstration has none of, so that there is something to be seen. */
async function plantOwnRows(): Promise<void> {
  await world.owner`insert into api_keys select id, md5(id::text) || md5(email), id, 'a key of ' || email, '{read}', now() from people`;
  await world.owner`insert into sessions select md5(email) || md5(id::text), id, now(), now(), now() + interval '1 day', 'the browser of ' || email from people`;
  await world.owner`insert into queue_settings select id, 'due', 'all', 25, '{}' from people`;
  await world.owner`insert into calendar_feeds select id, md5('feed' || email), id, null, now() from people`;
  await world.owner`insert into documents select request_id, request_id, 'paper of ' || number, null, 'text/plain', 1, md5(number) || md5(title), requester, now() from requests`;
  await world.owner`insert into document_reads (request_id, id, document_id, person, at, capacity) select request_id, md5('read' || number)::uuid, request_id, requester, now(), 'requester' from requests`;
  await world.owner`insert into texts (request_id, digest, salt, body, readers) select r.request_id, md5(r.number) || md5('note'), md5('salt' || r.number), 'a note among the desks of ' || r.number, array(select distinct 'desk:' || s.desk from steps s where s.request_id = r.request_id) from requests r`;
  await world.owner`insert into break_glass select md5('glass' || number)::uuid, request_id, md5('nobody')::uuid, array[home], 'the reason to open ' || number, now(), now() + interval '1 hour', null from requests`;
}

type Call = (actor: PersonActor, asked: Asked) => Promise<unknown>;

/** What each query sends, whoever asks: refusals to answer send nothing, so it is asked as several. */
async function statementsOfQueries(): Promise<Record<string, Recorded[]>> {
  const found: Record<string, Recorded[]> = {};
  for (const [name, ask] of Object.entries(queryCalls) as [string, Call][]) {
    recorder.taken();
    for (const actor of actors) await ask(actor, asked);
    found[name] = recorder.taken().filter(({ query }) => /^\s*(select|with|\()/i.test(query) && !/set local causeway|scratch_/.test(query));
  }
  return found;
}

/** A statement as somebody, without its conditions; what it locks or fails at is undone. */
async function unwalled(actor: PersonActor, { query, parameters }: Recorded): Promise<unknown[]> {
  return world.serving.begin(async (sql) => {
    await sql.unsafe(`set local causeway.actor = '${actor.id}'; set local statement_timeout = '60s'`);
    const bare = withoutWhere(query.replace(/\s+for (no key )?update(\s+of \S+)?(\s+skip locked)?/gi, " "));
    return sql.unsafe(bare, [...parameters] as never[]).values().catch((error: Error) => {
      throw new Error(`${error.message}: ${bare}`);
    });
  }) as Promise<unknown[]>;
}

type Owner = { readonly of: "request" | "note" | "draft" | "account" | "dossier" | "person" | "read" | "access"; readonly id: string; readonly what: string; readonly readers?: readonly string[] };

/** What stands in one place of the world and nowhere else, by itself: whoever reads it has read that place. */
async function fingerprints(): Promise<ReadonlyMap<string, Owner>> {
  const rows = await world.owner<{ of: Owner["of"]; id: string; what: string; mark: string; readers: string[] | null }[]>`
    select 'request' as of, request_id::text as id, 'title' as what, title as mark, null::text[] as readers from requests
    union all select 'request', request_id::text, 'digest of event ' || seq, digest, null from events where stream like 'request:%'
    union all select 'request', request_id::text, 'head', hash, null from heads where stream like 'request:%'
    union all select 'request', request_id::text, 'paper', sha256, null from documents
    union all select 'request', request_id::text, 'name of a paper', name, null from documents
    union all select 'note', request_id::text, 'words', body, readers from texts where exists (select from requests r where r.request_id = texts.request_id)
    union all select 'note', request_id::text, 'salt', salt, readers from texts where exists (select from requests r where r.request_id = texts.request_id)
    union all select 'draft', request_id::text, 'title', title, null from drafts
    union all select 'draft', request_id::text, 'id', request_id::text, null from drafts
    union all select 'account', account_id::text, 'id', account_id::text, null from accounts
    union all select 'dossier', dossier_id::text, 'id', dossier_id::text, null from dossiers
    union all select 'person', person_id::text, 'password', password_hash, null from credentials
    union all select 'person', person_id::text, 'session', token_hash, null from sessions
    union all select 'person', person_id::text, 'key', hash, null from api_keys
    union all select 'person', person_id::text, 'calendar', token_hash, null from calendar_feeds
    union all select 'read', request_id::text, 'reading', id::text, null from document_reads
    union all select 'access', request_id::text, 'reason', reason, null from break_glass`;
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
async function foreignTo(actor: PersonActor, known: ReadonlyMap<string, Owner>): Promise<ReadonlyMap<string, string>> {
  const [{ names = [] } = {}] = await world.owner<{ names: string[] }[]>`
    select array['person:' || ${actor.id}] || array(select case g.scope_kind when 'desk' then 'desk:' || g.scope_id end from grants g where g.person_id = ${actor.id} and g.scope_kind = 'desk')
      || array(select 'cp:' || point from grants g join desks d on d.id = g.scope_id, unnest(d.control_points) point where g.person_id = ${actor.id} and g.scope_kind = 'desk')
      || array(select case g.scope_kind when 'everything' then 'all' when 'organisation' then 'audit:org:' || g.scope_id else 'audit:jur:' || g.scope_id end from grants g where g.person_id = ${actor.id} and g.role = 'auditor') as names`;
  const own = new Set(names);
  const isSeen = (subjects: readonly string[]) => own.has("all") || subjects.some((one) => own.has(one));
  const requests = new Map((await histories()).map(({ id, states }) => [id, { seen: isSeen(states.flatMap(subjectsOf)), audited: isSeen(states.flatMap(subjectsOf).filter((one) => one.startsWith("audit:"))), requester: states.at(-1)?.requester === actor.id, home: states.at(-1) }]));
  const drafts = new Set((await world.owner<{ id: string }[]>`select request_id as id from drafts where requester = ${actor.id} or ${actor.id} = any (team)`).map(({ id }) => id));
  const members = await world.owner<{ dossier: string; opener: string; request: string | null }[]>`select d.dossier_id as dossier, d.opener, m.request_id as request from dossiers d left join dossier_requests m using (dossier_id)`;
  const dossiers = new Set(members.filter(({ opener, request }) => opener === actor.id || own.has("all") || (request !== null && (requests.get(request)?.seen || drafts.has(request)))).map(({ dossier }) => dossier));
  const accounts = await accountsSeen(own, new Set([...requests].flatMap(([id, { seen }]) => (seen ? [id] : []))));
  const may = ({ of, id, readers, what }: Owner): boolean => {
    const request = requests.get(id);
    switch (of) {
      case "request":
        return request?.seen ?? false;
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
      case "access":
        return (request?.seen ?? false) || administers(actor, request?.home);
      default:
        return of satisfies never;
    }
  };
  return new Map([...known].flatMap(([mark, owner]) => (may(owner) ? [] : [[mark, `the ${owner.what} of ${owner.of} ${owner.id}`]])));
}

function administers({ grants }: PersonActor, state: LiveState | undefined): boolean {
  const organisations = state ? [state.home.organisation, ...("organisation" in state.host ? [state.host.organisation] : [])] : [];
  return grants.some(({ scope, permissions }) => scope.kind === "organisation" && organisations.includes(scope.id) && permissions.includes("people.manage"));
}

/** An account is for the desks of its organisation and its auditors, and for whoever sees a request that takes from it. */
async function accountsSeen(own: ReadonlySet<string>, requests: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const rows = await world.owner<{ id: string; desks: string[]; organisation: string; taking: string[] }[]>`
    select a.account_id as id, a.organisation, array(select d.id from desks d where d.organisation = a.organisation) as desks,
           array(select s.request_id::text from steps s where s.account = a.account_id union select h.request_id::text from quota_holdings h where h.account_id = a.account_id) as taking from accounts a`;
  return new Set(rows.filter(({ desks, organisation, taking }) => own.has("all") || own.has(`audit:org:${organisation}`) || desks.some((desk) => own.has(`desk:${desk}`)) || taking.some((id) => requests.has(id))).map(({ id }) => id));
}

let replayed: Promise<{ readonly id: string; readonly states: readonly LiveState[] }[]> | undefined;

/** Every request through all its states. */
function histories() {
  return (replayed ??= (async () => {
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
  })());
}

/** What queries are asked about: something of everything. */
async function askedOf(): Promise<Asked> {
  const one = async <T extends object>(query: string) => ((await world.owner.unsafe<T[]>(query))[0] ?? {}) as T;
  const { request, number, requester, title } = await one<{ request: string; number: string; requester: string; title: string }>("select r.request_id as request, r.number, r.requester, r.title from requests r join permits p using (request_id) order by 1 limit 1");
  const { desk, organisation } = await one<{ desk: string; organisation: string }>("select s.desk, d.organisation from steps s join desks d on d.id = s.desk where s.status = 'open' order by 1 limit 1");
  const account = await one<{ id: string; organisation: string; quota: string; year: number; desk: string }>("select account_id as id, organisation, quota, year, desk from accounts order by 1 limit 1");
  const { dossier } = await one<{ dossier: string }>("select dossier_id as dossier from dossier_requests order by 1 limit 1");
  const { permit } = await one<{ permit: string }>("select number as permit from permits order by 1 limit 1");
  const workflow = await one<{ id: string; version: number; kind: string }>("select id, version, kind from workflows order by 1 limit 1");
  const { regime } = await one<{ regime: string }>("select requirement_id as regime from requirements order by 1 limit 1");
  return { request, number, requester, title, desk, organisation, account, dossier, permit, workflow, regime };
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return typeof value === "object" && value !== null && !(value instanceof Date) ? Object.values(value).flatMap(stringsIn) : [];
}
