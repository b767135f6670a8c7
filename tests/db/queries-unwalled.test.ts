import { readdirSync } from "node:fs";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requestEvents } from "../../db/queries/request-events.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { further } from "../support/further.ts";
import { type Recorded, recordStatements } from "../support/recorded-statements.ts";
import { withoutWhere } from "../support/without-where.ts";
import { aidsOfQueries } from "./query-aids.ts";
import { type Asked, queryCalls } from "./query-calls.ts";
import { type SecondWall, secondWall } from "./second-wall.ts";
import { somethingOfEach } from "./something-of-each.ts";

/* The second wall by itself: every statement that db/queries sends, without the conditions that are the first, as each role. */

let wall: SecondWall;
let recorder: ReturnType<typeof recordStatements>;
beforeAll(async () => {
  wall = await secondWall();
  recorder = recordStatements(wall.world.url);
});
afterAll(() => wall.world.stop());

test("a statement without its where-clause is the same statement about all rows", () => {
  expect(withoutWhere('select "a" from "t" where ("a" = $1 and exists (select 1 from u where u.a = t.a)) order by "a" limit $2 for update of t skip locked')).toBe('select * from (select "a" from "t" where (( ("a" = $1 and exists (select 1 from u where u.a = t.a)) ) or true) order by "a" limit greatest(( $2 )::bigint, 20000) ) everything limit 20000');
  expect(withoutWhere("with x as (select * from t where a = $1) select * from x join (select b from u where b = 'where (') y on y.b = x.a")).toBe("select * from (with x as (select * from t where (( a = $1) or true) ) select * from x join (select b from u where (( b = 'where (') or true) ) y on y.b = x.a) everything limit 20000");
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

test("no statement of any query shows anything foreign without its conditions", async () => {
  const statements = await statementsOfQueries(await somethingOfEach(wall.world));
  expect(Object.entries(statements).filter(([, sent]) => sent.length === 0).map(([name]) => name)).toEqual([]);
  const unique = new Map(Object.entries(statements).flatMap(([name, sent]) => sent.map((one) => [one.query, { name, ...one }] as const)));
  const leaks: string[] = [];
  let rowsRead = 0;
  for (const actor of wall.actors.slice(0, further ? undefined : 3)) {
    for (const { name, ...sent } of unique.values()) {
      const rows = await unwalled(actor, sent);
      rowsRead += rows.length;
      for (const found of await wall.foreignIn(actor, rows)) leaks.push(`${actor.email}: ${name} shows ${found}`);
    }
  }
  expect(leaks).toEqual([]);
  // Statements that show nothing at all would prove nothing.
  expect(rowsRead).toBeGreaterThan(1000);
}, 600_000);

test("a policy that lets everybody through is noticed behind a where-clause", async () => {
  const [actor] = wall.actors;
  if (!actor) throw new Error("nobody asks");
  recorder.taken();
  await requestEvents(actor, newId());
  const sent = recorder.taken().filter(isQuestion);
  const foreign = async () => Promise.all(sent.map(async (one) => wall.foreignIn(actor, await unwalled(actor, one))));
  expect((await foreign()).flat()).toEqual([]);
  await wall.world.owner`create policy leaks on events for select using (true)`;
  expect((await foreign()).flat().length).toBeGreaterThan(10);
  await wall.world.owner`drop policy leaks on events`;
});

/** Functions that go past the policies and say more than yes or no: each says by itself who may learn that, and the tests beside it hold it to that. */
const pastTheWall: Readonly<Record<string, string>> = {
  access_audited: "nothing: it writes beside what is written",
  approvals_between: "two counts, of the asker's own decisions and the other's on the asker's",
  audit_counts: "counts of what audit_search finds, below",
  audit_scope: "the text of a condition, which the serving role may not ask for",
  audit_search: "where the events stand that the asker audits, below",
  audits_of_actor: "the asker's own subjects, which the serving role may not ask for",
  bars_on: "who is barred from a kind until when, for the institution that receives them",
  dossier_progress: "how far the requests of a dossier are, for whoever sees the dossier",
  entries_audited: "nothing: it writes beside what is written",
  entries_gone: "nothing: it removes beside what is removed",
  entry_audited: "nothing: it completes what is written",
  forget_entries: "nothing: it writes, and only for whoever may erase",
  holds_on: "that there is a hold and who lifted one, never why",
  late_obligations: "what the asker's own requester owes, for the desk that decides",
  own_work: "which of the asker's own requests are late or changed last",
  subjects_of_actor: "the asker's own subjects",
};

test("no function goes past the policies but those that say themselves who may ask", async () => {
  const rows = await wall.world.owner<{ name: string }[]>`select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'boolean'::regtype order by 1`;
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(pastTheWall));
});

test("what the search finds past the policies is what its reader audits, and can be read by its place with the policies", async () => {
  const [{ all = 0 } = {}] = await wall.world.owner<{ all: number }[]>`select count(*)::int as all from audit_entries`;
  const most = 1_000_000;
  let everybody = 0;
  for (const actor of wall.actors) {
    const places = (rows: readonly unknown[][]) => rows.map((row) => row.join(" "));
    const found = places(await wall.read(actor, `select request_id, stream, seq from audit_search(null, null, null, null, null, null, ${most})`));
    const [[counted = 0] = []] = await wall.read(actor, `select matches from audit_counts(null, null, null, ${most}) where facet = 'all'`);
    const readable = new Set(places(await wall.read(actor, "select request_id, stream, seq from events")));
    const audits = actor.grants.some(({ role }) => role === "auditor");
    expect([actor.email, found.filter((place) => !readable.has(place)), counted, found.length > 0]).toEqual([actor.email, [], found.length, audits]);
    if (actor.grants.some(({ role, scope }) => role === "auditor" && scope.kind !== "everything")) expect(found.length).toBeLessThan(all);
    everybody += found.length;
  }
  expect(everybody).toBeGreaterThan(100);
});

/** What each query sends, whoever asks: refusals to answer send nothing, so it is asked as several. */
async function statementsOfQueries(asked: Asked): Promise<Record<string, Recorded[]>> {
  const found: Record<string, Recorded[]> = {};
  for (const [name, ask] of Object.entries(queryCalls)) {
    recorder.taken();
    for (const actor of wall.actors) await ask(actor, asked);
    found[name] = recorder.taken().filter(isQuestion);
  }
  return found;
}

/** Not what begins or ends a transaction, and not of the tables that verify makes for itself. */
function isQuestion({ query }: Recorded): boolean {
  return /^\s*(select|with|\()/i.test(query) && !/scratch_/.test(query);
}

/** A statement as somebody, without its conditions. */
async function unwalled(actor: PersonActor, { query, parameters }: Recorded): Promise<unknown[][]> {
  const bare = withoutWhere(query);
  return wall.read(actor, bare, parameters).catch((error: Error) => {
    throw new Error(`${error.message}: ${bare}`);
  });
}
