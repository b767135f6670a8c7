import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { auditCounts, type AuditRow, everyKey, everyMatch, isSearchWhole } from "../../db/queries/audit-search.ts";
import { fillEntries, rebuildEntries } from "../../db/audit-rows.ts";
import { asActor } from "../../db/client.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { readQuestion } from "../../lib/audit/question.ts";
import { meaningOfQuestion } from "../../lib/server/audit-question.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
const auditors: Record<string, PersonActor> = {};
beforeAll(async () => {
  world = await demoWorld();
  for (const email of ["auditor@causeway.example", "auditor.mo@causeway.example", "auditor@hku.example", "researcher@hku.example", "desk@hetao.example"]) auditors[email] = (await personActor(email)) as PersonActor;
});
afterAll(() => world.stop());

const auditor = (email = "auditor@causeway.example") => auditors[email] as PersonActor;

async function asked(q: string, actor: PersonActor) {
  const question = readQuestion(q);
  if ("problems" in question) throw new Error(JSON.stringify(question.problems));
  const meant = await meaningOfQuestion(actor, question);
  if ("problems" in meant) throw new Error(JSON.stringify(meant.problems));
  return meant.asked;
}

async function ask(q: string, actor = auditor()): Promise<AuditRow[]> {
  const rows = [];
  for await (const batch of everyMatch(actor, await asked(q, actor), 37)) rows.push(...batch);
  return rows;
}

const keysOf = (rows: readonly AuditRow[]) => rows.map(({ requestId, seq }) => `${requestId} ${seq}`);

async function counted(where: string): Promise<number> {
  const [row] = await world.owner.unsafe<{ n: number }[]>(`select count(*)::int as n from events e left join requests r on r.request_id = e.request_id and starts_with(e.stream, 'request:') where (${where}) and not starts_with(e.stream, 'audit:')`);
  return row?.n ?? 0;
}

describe("asking the record", () => {
  test("whatever sample is called in any of the languages finds the same", async () => {
    const found = await Promise.all(["sample", "样本", "樣本", "amostra", "Samples", "AMOSTRAS"].map((word) => ask(word)));
    expect(found[0]?.length).toBeGreaterThan(20);
    expect(found[0]?.some(({ kind }) => kind === "sample")).toBe(true);
    for (const one of found) expect(keysOf(one)).toEqual(keysOf(found[0] ?? []));
  });

  test("every event once, newest first, as far as the auditor audits", async () => {
    const places: Record<string, string> = { "auditor@causeway.example": "true", "auditor.mo@causeway.example": "'MO' in (r.from_jurisdiction, r.to_jurisdiction)", "auditor@hku.example": "'hku' in (r.home, r.host_organisation)" };
    for (const [email, where] of Object.entries(places)) {
      const rows = await ask("", auditor(email));
      const ofDossiers = `exists (select 1 from dossier_requests m join requests l on l.request_id = m.request_id where m.dossier_id = e.request_id and ${where.replaceAll("r.", "l.")})`;
      // What one side wrote for itself the other's auditors do not find.
      const hidden = email === "auditor@causeway.example" ? 0 : await counted(`(${where}) and e.type = 'comment.added' and e.data ->> 'audience' = 'side'`);
      const expected = await counted(`${where} or ${ofDossiers}`);
      expect([email, rows.length <= expected && rows.length >= expected - hidden]).toEqual([email, true]);
      expect(new Set(keysOf(rows)).size).toBe(rows.length);
      expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted().toReversed());
      expect([email, rows.some(({ setUp }) => setUp !== null)]).toEqual([email, email === "auditor@causeway.example"]);
    }
  });

  test("an auditor of many requests finds in a question what one of few does, common or rare, page by page", async () => {
    const questions = ["", "org:um", "org:hku", "-org:um", "kind:sample", "sample serum", "kind:data org:um outcome:approved", "kind:data kind:funds", "樣本 status:permitted", "regime:mo-trade-declaration -kind:sample"];
    const ofMacao = auditor("auditor.mo@causeway.example");
    // Where the events stand, before row-level security is asked again.
    const keysFor = async (q: string) => {
      const keys = [];
      for await (const batch of everyKey(ofMacao, await asked(q, ofMacao), 37)) keys.push(...batch);
      return keys;
    };
    const found = () => Promise.all(questions.map(async (q) => [q, await keysFor(q), await auditCounts(ofMacao, await asked(q, ofMacao))] as const));
    const few = await found();
    expect(few.filter(([, keys]) => keys.length > 0).length).toBeGreaterThan(3);
    // Beyond some hundreds each entry is asked whether it is theirs, instead of each of their requests for its entries.
    await world.owner`insert into request_access (request_id, subject) select md5(at::text)::uuid, 'audit:jur:MO' from generate_series(1, 600) at`;
    expect(await found()).toEqual(few);
    await world.owner`delete from request_access where subject = 'audit:jur:MO' and request_id in (select md5(at::text)::uuid from generate_series(1, 600) at)`;
  });

  test("whoever comes to audit a request later finds what happened before as well, and verify misses a name that was taken away", async () => {
    const named = "=audit:org:um";
    const [one] = await world.owner<{ request_id: string; events: number }[]>`select request_id, max(seq)::int as events from audit_entries where starts_with(stream, 'request:') group by 1 having max(seq) > 3 and not bool_or(${named} = any (tsvector_to_array(terms))) order by 1 limit 1`;
    const id = one?.request_id ?? "";
    await world.owner`insert into request_access (request_id, subject) values (${id}, ${named.slice(1)})`;
    expect(await world.owner`select seq from audit_entries where request_id = ${id} and ${named} = any (tsvector_to_array(terms))`).toHaveLength(one?.events ?? 0);
    expect(await world.owner`select seq from audited_entries where request_id = ${id} and subject = ${named.slice(1)}`).toHaveLength(one?.events ?? 0);
    await world.owner`delete from request_access where request_id = ${id} and subject = ${named.slice(1)}`;
    const { problems } = await verify();
    expect(problems).toContainEqual({ stream: `request:${id}`, seq: 1, field: "auditEntries[1].terms", code: "differs" });
    expect(problems).toContainEqual({ stream: `request:${id}`, seq: 1, field: `auditedEntries[1].${named.slice(1)}`, code: "surplusRow" });
    await world.owner`update audit_entries set terms = ts_delete(terms, ${named}) where request_id = ${id}`;
    await world.owner`delete from audited_entries where request_id = ${id} and subject = ${named.slice(1)}`;
    expect((await verify()).problems).toEqual([]);
    const [gone] = await world.owner<{ stream: string; seq: number; subject: string }[]>`delete from audited_entries where (subject, at, request_id, seq) = (select subject, at, request_id, seq from audited_entries limit 1) returning 'request:' || request_id as stream, seq, subject`;
    expect((await verify()).problems).toEqual([{ stream: gone?.stream, seq: gone?.seq, field: `auditedEntries[${gone?.seq}].${gone?.subject}`, code: "missingRow" }]);
    await world.owner`insert into audited_entries (subject, at, request_id, seq) select ${gone?.subject ?? ""}, at, request_id, seq from audit_entries where stream = ${gone?.stream ?? ""} and seq = ${gone?.seq ?? 0}`;
    expect((await verify()).problems).toEqual([]);
  });

  test("an entry that was put in for another request is missed wherever in the record that would stand", async () => {
    const other = "ffffffff-0000-7000-8000-000000000000";
    const [put] = await world.owner<{ stream: string; seq: number }[]>`insert into audit_entries select (jsonb_populate_record(e, ${world.owner.json({ request_id: other })})).* from audit_entries e where starts_with(stream, 'request:') order by request_id limit 1 returning stream, seq`;
    expect((await verify(20)).problems).toContainEqual({ stream: put?.stream, seq: put?.seq, field: `auditEntries[${put?.seq}]`, code: "surplusRow" });
    await world.owner`delete from audit_entries where request_id = ${other}`;
    expect((await verify(20)).problems).toEqual([]);
  });

  test("nobody but auditors finds anything, nor how many there are", async () => {
    for (const email of ["researcher@hku.example", "desk@hetao.example"]) {
      expect([email, await ask("", auditor(email))]).toEqual([email, []]);
      expect([email, (await auditCounts(auditor(email), { terms: null, from: null, to: null })).all]).toEqual([email, 0]);
    }
  });
});

test("verify makes the entries anew and finds them as they are", async () => {
  expect((await verify()).problems).toEqual([]);
  const [one] = await world.owner<{ request_id: string }[]>`select request_id from requests limit 1`;
  const before = await world.owner`select seq, terms::text, readers from audit_entries where request_id = ${one?.request_id ?? ""} order by seq`;
  await asActor({ kind: "system" }, (tx) => rebuildEntries(tx, one?.request_id ?? ""));
  expect(await world.owner`select seq, terms::text, readers from audit_entries where request_id = ${one?.request_id ?? ""} order by seq`).toEqual(before);
});

test("what was recorded before there was a search is entered from its first event on, also where its chain went on since; then the search says that it is whole", async () => {
  const [one] = await world.owner<{ request_id: string }[]>`select request_id from requests order by 1 limit 1`;
  const entries = () => world.owner`select seq, terms::text, readers from audit_entries where request_id = ${one?.request_id ?? ""} order by seq`;
  const before = await entries();
  expect(before.length).toBeGreaterThan(3);
  await world.owner`delete from audit_entries where request_id = ${one?.request_id ?? ""} and seq < ${before.length}`;
  await world.owner`delete from audit_entries where stream like 'config:%'`;
  await world.owner`update audit_filled set at = null`;
  for (let more = 1; more > 0; ) more = await asActor({ kind: "worker" }, (tx) => fillEntries(tx, 500, new Date().toISOString()));
  expect(await entries()).toEqual(before);
  expect([await isSearchWhole(), (await verify()).problems]).toEqual([true, []]);
});
