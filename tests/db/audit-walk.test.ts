import fc from "fast-check";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asLister, asReader } from "../../db/client.ts";
import { namedInRecord } from "../../db/queries/audit-names.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* Whichever way the search takes to a page, through time or by its index, the page is that of the plain question. */

let world: World;
let auditor: PersonActor;
let ofMacao: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  [auditor, ofMacao] = (await Promise.all(["auditor@causeway.example", "auditor.mo@causeway.example"].map(personActor))) as [PersonActor, PersonActor];
  // Far more of what is old than one look reaches, and more of it than the index is asked for at once; a word of theirs that nothing new has.
  await world.owner.unsafe("alter table audit_entries disable trigger entry_audited");
  await world.owner`
    insert into audit_entries (request_id, stream, seq, at, type, kind, readers, terms)
    select md5(e.request_id::text || copy)::uuid, 'request:' || md5(e.request_id::text || copy)::uuid, seq, at - make_interval(years => 1, days => copy), type, kind, readers, terms || array_to_tsvector(array['=old', '=copy:1', '=copied:' || copy])
      from audit_entries e, generate_series(1, 27) copy where starts_with(stream, 'request:')`;
  await world.owner`insert into request_access (request_id, subject) select md5(at::text)::uuid, 'audit:jur:MO' from generate_series(1, 600) at`;
  // The copies are requests of no record: who audits them is what their words say.
  await world.owner`
    insert into audited_entries (subject, at, request_id, seq)
    select 'audit:jur:MO', at, request_id, seq from audit_entries where starts_with(stream, 'request:') and terms @@ ${"'=audit:jur:MO'"}::tsquery and (readers is null or readers && array['audit:jur:MO']) on conflict do nothing`;
  await world.owner.unsafe("analyze audit_entries, audited_entries");
}, 120_000);
afterAll(() => world.stop());

type Place = { readonly at: string; readonly request_id: string; readonly seq: number };
type Walk = { readonly terms: string; readonly since: string | null; readonly before: string | null; readonly after: Place | null; readonly most: number };

const found = (actor: PersonActor, { terms, since, before, after, most }: Walk) =>
  asLister(actor, (tx) => tx.execute<Place>(sql`select at::text, request_id, seq from audit_search(${terms}::tsquery, ${since}::timestamptz, ${before}::timestamptz, ${after?.at ?? null}::timestamptz, ${after?.request_id ?? null}::uuid, ${after?.seq ?? null}::int, ${most})`)).then((rows) => [...rows]);

/** Of these auditors' own; what is no request's is none of Macao's here. */
async function plain(who: "all" | "Macao", { terms, since, before, after, most }: Walk): Promise<Place[]> {
  const own = who === "all" ? world.owner`true` : world.owner`(readers is null or readers && array['audit:jur:MO']) and terms @@ ${"'=audit:jur:MO'"}::tsquery`;
  const past = after === null ? world.owner`true` : world.owner`(at, request_id, seq) < (${after.at}::timestamptz, ${after.request_id}::uuid, ${after.seq}::int)`;
  return [...(await world.owner<Place[]>`select at::text, request_id, seq from (select at::timestamptz, request_id, seq, terms, readers from audit_entries) e where ${own} and terms @@ ${terms}::tsquery and (${since}::timestamptz is null or at >= ${since}) and (${before}::timestamptz is null or at < ${before}) and ${past} order by e.at desc, request_id desc, seq desc limit ${most}`)];
}

const counted = (actor: PersonActor, { terms, since, before, most }: Omit<Walk, "after">) =>
  asLister(actor, (tx) => tx.execute<{ matches: number }>(sql`select matches from audit_counts(${terms}::tsquery, ${since}::timestamptz, ${before}::timestamptz, ${most}) where facet = 'all'`)).then(([all]) => all?.matches);

/** How many entries the database looks at for a page and for its counts. */
async function lookedAt(actor: PersonActor, terms: string): Promise<{ readonly page: number; readonly counts: number }> {
  return asLister(actor, async (tx) => {
    const read = async () => (await tx.execute<{ read: number }>(sql`select (seq_tup_read + idx_tup_fetch)::int as read from pg_stat_xact_user_tables where relname = 'audit_entries'`))[0]?.read ?? Number.NaN;
    const before = await read();
    await tx.execute(sql`select from audit_search(${terms}::tsquery, null, null, null, null, null, 51)`);
    const page = await read();
    await tx.execute(sql`select from audit_counts(${terms}::tsquery, null, null, 1000)`);
    return { page: page - before, counts: (await read()) - page };
  });
}

test("what only was long ago is found and counted without looking at all that has been since", async () => {
  const [{ entries, old } = { entries: 0, old: 0 }] = await world.owner<{ entries: number; old: number }[]>`select count(*)::int as entries, count(*) filter (where terms @@ ${"'=copied:27'"}::tsquery)::int as old from audit_entries`;
  expect(old).toBeGreaterThan(500);
  for (const actor of [auditor, ofMacao]) {
    const { page, counts } = await lookedAt(actor, "'=copied:27'");
    expect(page).toBeGreaterThan(0);
    expect(page).toBeLessThan(entries / 4);
    expect(counts).toBeLessThan(entries / 4);
  }
});

test("what happened, and what it came to, is found in its own order, without looking at what lies between", async () => {
  for (const terms of ["'=type:request.withdrawn'", "'=outcome:rejected'"]) {
    const [{ matches } = { matches: 0 }] = await world.owner<{ matches: number }[]>`select count(*)::int as matches from audit_entries where terms @@ ${terms}::tsquery`;
    expect(matches).toBeGreaterThan(51);
    expect((await lookedAt(auditor, terms)).page).toBeLessThan(500);
  }
});

test("a page is that of the plain question, for any question, from any place", async () => {
  const [{ entries } = { entries: 0 }] = await world.owner<{ entries: number }[]>`select count(*)::int as entries from audit_entries where terms @@ ${"'=old'"}::tsquery`;
  expect(entries).toBeGreaterThan(20_000);
  const part = fc.constantFrom("old", "kind:sample", "kind:data", "kind:funds", "status:permitted", "outcome:approved", "org:hku", "org:um", "by:system", "type:permit.issued", "nothing", "from:hk", "to:mo").map((name) => `'=${name}'`);
  const terms = fc.array(fc.tuple(fc.boolean(), part), { minLength: 1, maxLength: 4 }).chain((parts) => fc.constantFrom(" & ", " | ").map((by) => parts.map(([not, one]) => (not ? `!${one}` : one)).join(by)));
  const day = fc.option(fc.integer({ min: 0, max: 500 }).map((ago) => new Date(Date.now() - ago * 86_400_000).toISOString()), { freq: 2 });
  const walk = fc.record({ terms, since: day, before: day, most: fc.constantFrom(7, 51, 501) });
  let filled = 0;
  const holds = async (asked: Omit<Walk, "after">) => {
    for (const [who, actor] of [["all", auditor], ["Macao", ofMacao]] as const) {
      const first = await found(actor, { ...asked, after: null });
      expect(first).toEqual(await plain(who, { ...asked, after: null }));
      filled += first.length === asked.most ? 1 : 0;
      const next = { ...asked, after: first[Math.floor(first.length / 2)] ?? null };
      expect(await found(actor, next)).toEqual(await plain(who, next));
      expect(await counted(actor, asked)).toBe((await plain(who, { ...asked, after: null, most: asked.most + 1 })).length);
    }
  };
  // What the newest lack and more have than the index is asked for; and what one look has some of, and time soon more.
  for (const alone of ["'=old' & !'=nothing'", "'=old' & '=copy:1'", "'=old' | '=nothing'"]) await holds({ terms: alone, since: null, before: null, most: 51 });
  await fc.assert(fc.asyncProperty(walk, holds), { numRuns: 60 });
  expect(filled).toBeGreaterThan(20);
}, 120_000);

test("words asked together name whom each names by itself, letter by letter as the database compares", async () => {
  const [persons, houses, offices] = await Promise.all([world.owner<{ name: string }[]>`select name from people`, world.owner<{ name: string }[]>`select value as name from organisations, jsonb_each_text(names)`, world.owner<{ name: string }[]>`select value as name from desks, jsonb_each_text(names)`]);
  const names = [...persons, ...houses, ...offices].map(({ name }) => name);
  const piece = fc.tuple(fc.constantFrom(...names), fc.nat(20), fc.integer({ min: 2, max: 9 }), fc.boolean()).map(([name, from, length, loud]) => (loud ? name.toUpperCase() : name).slice(from, from + length)).filter((word) => word.trim().length >= 2);
  const odd = fc.constantFrom("%%", "_a", "a\\", "\ud800x", "hku", "HKU", "auditor@causeway.example");
  const like = (word: string) => `%${word.normalize("NFKC").replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const anyName = new Set(["people", "organisations", "desks"] as const);
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.oneof({ weight: 5, arbitrary: piece }, odd), { minLength: 1, maxLength: 5 }), async (words) => {
      const all = await asReader(auditor, (tx) => namedInRecord(tx, new Map(words.map((word) => [word, anyName]))));
      for (const word of words) {
        if (/[\p{Script=Han}\ud800]/u.test(word)) continue;
        const [people, desks] = [await world.owner<{ id: string }[]>`select id from people where name ilike ${like(word)} or email = ${word.toLowerCase()}`, await world.owner<{ id: string }[]>`select id from desks where id = ${word.toLowerCase()} or id ilike ${like(word)} or (select string_agg(value, ' / ') from jsonb_each_text(names)) ilike ${like(word)}`];
        if (people.length < 50) expect(all.get(word)?.people.toSorted()).toEqual(people.map(({ id }) => id).toSorted());
        if (desks.length < 50) expect(all.get(word)?.desks.toSorted()).toEqual(desks.map(({ id }) => id).toSorted());
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
