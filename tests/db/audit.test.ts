import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountHistory } from "../../db/queries/accounts.ts";
import { everyMatch } from "../../db/queries/audit-search.ts";
import { type AuditParams, readAsked } from "../../lib/server/audit-ask.ts";
import { checkedCase } from "../../db/queries/audit-case.ts";
import { checkedRecord } from "../../db/queries/audit-record.ts";
import { requestEvents } from "../../db/queries/request-events.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { auditedCase } from "../../lib/server/audited-case.ts";
import { momentsOf } from "../../lib/server/case-at.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishOwn } from "../../lib/server/publish-own.ts";
import { storyOf } from "../../lib/server/take-away/story.ts";
import { bundleCase } from "../../db/queries/bundle-papers.ts";
import { plant } from "../support/plant.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
const auditors: Record<string, PersonActor> = {};
beforeAll(async () => {
  world = await demoWorld();
  for (const email of ["auditor@causeway.example", "auditor.mo@causeway.example", "auditor@hku.example"]) auditors[email] = (await personActor(email)) as PersonActor;
});
afterAll(() => world.stop());

const auditor = (email = "auditor@causeway.example") => auditors[email] as PersonActor;

async function all(actor: PersonActor, params: AuditParams = {}) {
  const meant = await readAsked(actor, params);
  if ("problems" in meant) throw new Error(JSON.stringify(meant.problems));
  const rows = [];
  for await (const batch of everyMatch(actor, meant.asked, 50)) rows.push(...batch);
  return rows;
}

/** What the tables say that an auditor of this place should find. */
async function expected(where: string): Promise<number> {
  const [row] = await world.owner.unsafe<{ n: number }[]>(`select count(*)::int as n from events e left join requests r on r.request_id = e.request_id where ${where}`);
  return row?.n ?? 0;
}

describe("quotas in the record", () => {
  test("are found by their name, by their year and by the number of the request that takes from them", async () => {
    const found = await all(auditor(), { q: "duty-free-reagents" });
    expect(new Set(found.map(({ type }) => type))).toEqual(new Set(["quota.set", "quota.reserved", "quota.used"]));
    expect(found[0]?.account).toMatchObject({ quota: "duty-free-reagents" });
    const used = (await all(auditor(), { type: "quota.used" })).find(({ account }) => account?.organisation === "hetao");
    expect(used?.number).toMatch(/^CW-/);
    expect((await all(auditor(), { q: used?.number ?? "" })).map(({ type }) => type)).toEqual(expect.arrayContaining(["request.submitted", "quota.reserved", "quota.used"]));
    expect((await all(auditor("auditor@hku.example"), { q: "duty-free-reagents" })).filter(({ account }) => account !== null)).toEqual([]);
  });

  test("stand on a page for whoever keeps or audits them, each request linked for whoever may see it", async () => {
    const year = (await all(auditor(), { type: "quota.used" })).find(({ account }) => account?.organisation === "hetao")?.account?.year ?? 0;
    const key = { organisation: "hetao", quota: "duty-free-reagents", year };
    const [head, stranger] = [(await personActor("desk@hetao.example")) as PersonActor, (await personActor("researcher@cuhk.example")) as PersonActor];
    const history = await accountHistory(head, key, null);
    expect(history?.items.flatMap((one) => ("withheld" in one ? [] : [one.type]))).toEqual(expect.arrayContaining(["quota.set", "quota.reserved", "quota.used"]));
    expect([history?.items.at(-1)?.seq, history?.seen.size, Object.values(history?.people ?? {}).length > 0]).toEqual([1, 2, true]);
    expect((await accountHistory(head, key, 2))?.items.map(({ seq }) => seq)).toEqual([1]);
    expect(await accountHistory(stranger, key, null)).toBeNull();
  });
});

describe("searching", () => {
  test("says of a name that nothing bears that there is none, and what comes near to it, but of nobody who comes near", async () => {
    const unknown = async (params: AuditParams, email?: string) => {
      const meant = await readAsked(auditor(email), params);
      return "unknown" in meant ? meant.unknown : meant;
    };
    expect(await unknown({ desk: "hku.biosafty", org: "hetaoo", regime: "cn-pipl-47-nothing", person: "reseacher@hku.example" })).toEqual([
      { of: "desk", value: "hku.biosafty", near: expect.arrayContaining(["hku.biosafety"]) },
      { of: "org", value: "hetaoo", near: expect.arrayContaining(["hetao"]) },
      { of: "person", value: "reseacher@hku.example", near: [] },
      { of: "regime", value: "cn-pipl-47-nothing", near: [] },
    ]);
    expect(await unknown({ q: "-by:nobody@nowhere.example desk:biosafety,nowhere", desk: "nowhere" }, "auditor@hku.example")).toEqual([{ of: "person", value: "nobody@nowhere.example", near: [] }, { of: "desk", value: "nowhere", near: [] }]);
    expect(await unknown({ person: "x", q: "desk:x" })).toEqual([]);
    expect(await unknown({ q: "org:hku by:system person:researcher@hku.example nowhere", desk: "biosafety", regime: "hgr" })).toEqual([]);
    expect((await all(auditor(), { desk: "nowhere" })).length).toBe(0);
  });
  test("says of a time that ends before it begins that its end is wrong, where it was given", async () => {
    const wrong = async (params: AuditParams) => { const meant = await readAsked(auditor(), params); return "problems" in meant ? meant.problems.map(({ field, code }) => [field, code]) : []; };
    expect(await wrong({ q: "sample", from: "2026-11-02", to: "2026-11-01" })).toEqual([["to", "datesReversed"]]);
    expect(await wrong({ q: "until:2026-11-01", from: "2026-11-02" })).toEqual([["from", "datesReversed"]]);
    expect(await wrong({ q: "since:2026-11-02 until:2026-11-01" })).toEqual([["q", "datesReversed"]]);
  });

  test("lists every event once, newest first, page by page: of everything, of a jurisdiction, of an institution", async () => {
    const places: Record<string, string> = { "auditor@causeway.example": "true", "auditor.mo@causeway.example": "'MO' in (r.from_jurisdiction, r.to_jurisdiction)", "auditor@hku.example": "'hku' in (r.home, r.host_organisation)" };
    for (const [email, where] of Object.entries(places)) {
      const rows = await all(auditor(email));
      const ofDossiers = `exists (select 1 from dossier_requests m join requests l on l.request_id = m.request_id where m.dossier_id = e.request_id and ${where.replaceAll("r.", "l.")})`;
      expect([email, rows.length]).toEqual([email, await expected(`(${where} or ${ofDossiers}) and not starts_with(e.stream, 'audit:')`)]);
      expect(new Set(rows.map(({ requestId, seq }) => `${requestId} ${seq}`)).size).toBe(rows.length);
      expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted().toReversed());
      expect([email, rows.some(({ setUp }) => setUp !== null)]).toEqual([email, email === "auditor@causeway.example"]);
    }
  });

  test("finds by number, permit, title, person, type and day, and only within the auditor's places", async () => {
    const [row] = await world.owner<{ id: string; number: string; permit: string; title: string; email: string; name: string; person: string }[]>`
      select r.request_id as id, r.number, p.number as permit, r.title, m.email, m.name, m.id as person from requests r join permits p using (request_id) join people m on m.id = r.requester where r.from_jurisdiction <> 'MO' and r.to_jurisdiction <> 'MO' order by 1 limit 1`;
    if (!row) throw new Error("no permit");
    for (const q of [row.number, row.number.toLowerCase(), row.permit, row.title]) {
      expect([q, new Set((await all(auditor(), { q })).map(({ requestId }) => requestId))]).toEqual([q, new Set([row.id])]);
      expect([q, await all(auditor("auditor.mo@causeway.example"), { q })]).toEqual([q, []]);
    }
    for (const q of [`by:${row.email}`, `by:${row.email.toUpperCase()}`]) expect([q, (await all(auditor(), { q })).length]).toEqual([q, await expected(`e.actor ->> 'person' = '${row.person}'`)]);
    expect((await all(auditor(), { q: `by:"${row.name}"` })).every(({ person }) => person === row.name)).toBe(true);
    const permits = await all(auditor(), { type: "permit.issued" });
    expect(permits.length).toBe(await expected("e.type = 'permit.issued'"));
    const day = permits[0]?.at.slice(0, 10) ?? "";
    const ofDay = await all(auditor(), { from: day, to: day });
    expect(ofDay.length).toBe(await expected(`e.at >= '${day}T00:00:00+08' and e.at < '${day}T00:00:00+08'::timestamptz + interval '1 day'`));
  });

  test("finds who changed the set-up, for who audits everything and nobody else", async () => {
    const person = (await personActor("researcher@hku.example")) as PersonActor;
    await publishOwn(person, { language: "pt" });
    const rows = await all(auditor(), { type: "config.changed", q: "researcher@hku.example" });
    expect(rows.map(({ setUp, person: who, number }) => [setUp?.of, who, number])).toEqual([["person", person.name, null], ["person", null, null]]);
    expect(rows.map(({ setUp }) => setUp?.people)).toEqual([[person.name], [person.name]]);
    expect(JSON.stringify(rows)).not.toContain("hku.example");
    // Also what somebody else changed about people, whose names stand in the words beside the log and not in it.
    const begun = (await all(auditor(), { type: "config.changed" })).filter(({ setUp, person: who }) => who === null && setUp?.people.includes(person.name));
    expect(begun.map(({ setUp }) => setUp?.of).toSorted()).toEqual(["grants", "person"]);
    expect((await all(auditor(), { q: '"pack:mo-goods"' })).map(({ setUp }) => setUp?.subject)).toEqual(["pack:mo-goods"]);
    for (const email of ["auditor.mo@causeway.example", "auditor@hku.example"]) expect(await all(auditor(email), { type: "config.changed" })).toEqual([]);
  });

  test("somebody who audits nothing finds nothing", async () => {
    for (const email of ["researcher@hku.example", "office@hku.example", "admin@causeway.example"]) expect([email, await all((await personActor(email)) as PersonActor)]).toEqual([email, []]);
  });
});

describe("one case", () => {
  test("is told whole to an auditor of either side, and its chain is checked; to another it is not there", async () => {
    const [row] = await world.owner<{ id: string; n: number }[]>`select e.request_id as id, count(*)::int as n from events e join requests r using (request_id) where 'hku' in (r.home, r.host_organisation) and 'MO' not in (r.from_jurisdiction, r.to_jurisdiction) group by 1 order by 2 desc limit 1`;
    if (!row) throw new Error("no case");
    for (const email of ["auditor@causeway.example", "auditor@hku.example"]) {
      expect((await requestEvents(auditor(email), row.id, { limit: 500 }))?.items).toHaveLength(row.n);
      expect(await checkedCase(auditor(email), row.id)).toMatchObject({ events: row.n, problems: [] });
    }
    expect(await requestEvents(auditor("auditor.mo@causeway.example"), row.id)).toBeNull();
    expect(await checkedCase(auditor("auditor.mo@causeway.example"), row.id)).toMatchObject({ events: 0 });
  });
});

describe("checking the record", () => {
  test("covers everything, or the auditor's places, and tells nobody of what lies outside them", async () => {
    const [row] = await world.owner<{ id: string }[]>`select request_id as id from requests where 'MO' in (from_jurisdiction, to_jurisdiction) and 'hku' not in (home, coalesce(host_organisation, '')) order by 1 limit 1`;
    await world.owner`update requests set status = 'rejected' where request_id = ${row?.id ?? ""}`;
    const [whole, place, institution] = [await checkedRecord(auditor()), await checkedRecord(auditor("auditor.mo@causeway.example")), await checkedRecord(auditor("auditor@hku.example"))];
    // A dossier is in an auditor's reach when one of its requests is.
    const dossiers = async (what: string, where: string) => (await world.owner.unsafe<{ count: number }[]>(`select count(*)::int from events e where e.stream like 'dossier:%' and (${what}) and exists (select 1 from dossier_requests m join requests r on r.request_id = m.request_id where m.dossier_id = e.request_id and (${where}))`))[0]?.count ?? 0;
    const problem = { stream: `request:${row?.id}`, field: "requests.status", code: "differs" };
    expect(whole).toMatchObject({ ok: false, problems: [problem] });
    expect(place).toMatchObject({ ok: false, problems: [problem], streams: (await expected("e.seq = 1 and 'MO' in (r.from_jurisdiction, r.to_jurisdiction)")) + (await dossiers("e.seq = 1", "'MO' in (r.from_jurisdiction, r.to_jurisdiction)")) });
    expect(institution).toMatchObject({ ok: true, problems: [], events: (await expected("'hku' in (r.home, r.host_organisation)")) + (await dossiers("true", "'hku' in (r.home, r.host_organisation)")) });
    expect(await dossiers("true", "'hku' in (r.home, r.host_organisation)")).toBeGreaterThan(0);
    expect(whole?.streams).toBe(await expected("e.seq = 1"));

    // What somebody does to a dossier behind its back is told to the auditors of its requests, and to no others.
    const [dossier] = await world.owner<{ id: string }[]>`select m.dossier_id as id from dossier_requests m join requests r on r.request_id = m.request_id where 'hku' in (r.home, r.host_organisation) and m.dossier_id not in (select m.dossier_id from dossier_requests m join requests r on r.request_id = m.request_id where 'MO' in (r.from_jurisdiction, r.to_jurisdiction)) limit 1`;
    await world.owner`update dossiers set title = 'Other' where dossier_id = ${dossier?.id ?? ""}`;
    expect(await checkedRecord(auditor("auditor@hku.example"))).toMatchObject({ ok: false, problems: [{ stream: `dossier:${dossier?.id}`, field: "dossiers.title", code: "differs" }] });
    expect((await checkedRecord(auditor("auditor.mo@causeway.example")))?.problems).toMatchObject([problem]);
  });

  test("is not for who does not audit", async () => {
    for (const email of ["researcher@hku.example", "office@hku.example", "policy@causeway.example"]) expect([email, await checkedRecord((await personActor(email)) as PersonActor)]).toEqual([email, null]);
  });
});

test("a case in which something was planted that no command writes is shown to its auditors as it stood before, with all of its history", async () => {
  const [row] = await world.owner<{ id: string; seq: number; requester: string }[]>`select r.request_id as id, h.seq, r.requester from requests r join heads h on h.request_id = r.request_id and h.stream = 'request:' || r.request_id where r.status = 'closed' order by 1 limit 1`;
  if (!row) throw new Error("nothing is closed");
  expect(await auditedCase(auditor(), row.id)).toMatchObject({ stops: null, detail: { status: "closed" } });
  const seq = await plant(world.owner, { stream: `request:${row.id}`, type: "step.approved", actor: { person: row.requester, desk: null }, data: { step: "sign-off", round: 1, conditions: [] } });
  const found = await auditedCase(auditor(), row.id);
  expect(found).toMatchObject({ stops: seq, detail: { status: "closed", id: row.id } });
  expect(found?.detail.names.people[row.requester]).toMatch(/\S/);
  expect((await momentsOf(auditor(), row.id, [{ seq }, { seq: 1 }]))?.map((one) => one.seq)).toEqual([row.seq, 1]);
  const taken = await bundleCase(auditor(), row.id);
  if (!taken) throw new Error("the case is not seen");
  let story = "";
  for await (const part of storyOf(auditor(), taken, "en")) story += part;
  expect(story.match(/<li/g)?.length).toBe(seq);
  // One that is no event at all any more is a link of the chain, and where the case stops.
  await world.owner`update events set data = '{}' where request_id = ${row.id} and seq = 2`;
  expect(await auditedCase(auditor(), row.id)).toMatchObject({ stops: 2, detail: { status: expect.stringMatching(/submitted|in-review/) } });
  expect((await requestEvents(auditor(), row.id))?.items[1]).toEqual({ seq: 2, digest: expect.any(String), hash: expect.any(String), withheld: true });
  expect((await checkedCase(auditor(), row.id)).problems).toContainEqual({ seq: 2, field: "content", code: "altered" });
});
