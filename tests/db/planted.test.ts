import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accountHistory } from "../../db/queries/accounts.ts";
import { checkedCase } from "../../db/queries/audit-case.ts";
import { auditPage } from "../../db/queries/audit-search.ts";
import { dossierEvents } from "../../db/queries/dossiers.ts";
import { workingPaperPart } from "../../db/queries/paper-part.ts";
import { rightsHistory } from "../../db/queries/questions/rights-history.ts";
import { requestLinks } from "../../db/queries/record-request.ts";
import { takenEvents } from "../../db/queries/taken-events.ts";
import { workingPaperContent, workingPaperHistory } from "../../db/queries/working-papers.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { eventRow } from "../../lib/audit/export/event-table.ts";
import { ocelOf } from "../../lib/audit/export/ocel.ts";
import { auditedCase } from "../../lib/server/audited-case.ts";
import { momentsOf } from "../../lib/server/case-at.ts";
import { dossierDetail } from "../../lib/server/dossier-detail.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
let auditor: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  auditor = (await personActor("auditor@causeway.example")) as PersonActor;
});
afterAll(() => world.stop());

const asked = { terms: null, from: null, to: null };
const words = { head: String, type: String, kind: String, system: "system", erased: "erased" };

/** What an owner of the database can make of an entry; whoever reads the record for an auditor gets over each of them. */
const spoilt = [
  ["no content", "data = '{}'"],
  ["nothing at all", "data = 'null'"],
  ["a list", "data = '[1]'"],
  ["other fields", `data = '{"step": {"a": 1}, "number": {"b": 2}, "home": 3, "team": [null]}'`],
  ["a type that there is not", "type = 'step.bribed'"],
  ["somebody who cannot be", `actor = '{"person": "nobody", "desk": null}'`],
  ["somebody with no name", `actor = '{"person": {"a": 1}}'`],
  ["nobody", "actor = 'null'"],
] as const;

test.each(spoilt)("an entry of a request with %s is taken away and found with all the others", async (_, change) => {
  const before = (await auditPage(auditor, asked, { limit: 60 })).items;
  const one = before.find(({ number, type }) => number !== null && type === "step.approved") ?? before.find(({ stream }) => stream.startsWith("request:"));
  if (!one) throw new Error("no event");
  const [was] = await world.owner`select type, data, actor from events where request_id = ${one.requestId} and seq = ${one.seq}`;
  await world.owner.unsafe(`update events set ${change} where request_id = '${one.requestId}' and seq = ${one.seq}`);
  try {
    expect((await auditPage(auditor, asked, { limit: 60 })).items.map(({ hash }) => hash)).toEqual(before.map(({ hash }) => hash));
    const taken = await takenEvents(auditor, before);
    expect([taken.events.length, taken.withheld]).toEqual([before.length, 0]);
    expect(taken.events.map((event) => eventRow(event, words))).toHaveLength(before.length);
    let log = "";
    for await (const part of ocelOf((async function* () { yield taken.events; })(), async function* () {})) log += part;
    expect(JSON.parse(log).events).toHaveLength(before.length);
    for (const actor of [auditor, { kind: "system" } as const]) expect((await requestLinks(actor, one.requestId, { after: 0, upTo: 999, limit: 999 })).map(({ hash }) => hash)).toContain(one.hash);
  } finally {
    await world.owner`update events set type = ${was?.type}, data = ${world.owner.json(was?.data)}, actor = ${world.owner.json(was?.actor)} where request_id = ${one.requestId} and seq = ${one.seq}`;
  }
});

test.each([["are no JSON", "not JSON"], ["say nothing of the set-up", '{"of":"mischief"}']])("words of changes of the set-up that %s hide neither the other changes nor who had which rights", async (_, body) => {
  const before = (await auditPage(auditor, asked, { limit: 500 })).items.length;
  const { erased } = await rightsHistory();
  const changed = await world.owner`update texts set body = ${body} where (request_id, digest) in (select e.request_id, e.data -> 'change' ->> 'digest' from events e where e.type = 'config.changed' and e.data ->> 'of' = 'grants' order by e.at desc limit 2)`;
  expect(changed.count).toBeGreaterThan(0);
  expect((await auditPage(auditor, asked, { limit: 500 })).items).toHaveLength(before);
  expect((await rightsHistory()).erased).toBeGreaterThanOrEqual(erased);
});

describe("a chain with an entry that cannot be read is shown as it stood before it, with the others", () => {
  const spoil = (stream: string, seq: number) => world.owner`update events set data = '{}', actor = 'null' where stream = ${stream} and seq = ${seq}`;

  test("of a dossier, which nobody can change any more", async () => {
    const [row] = await world.owner<{ id: string; seq: number }[]>`select request_id as id, seq from heads where starts_with(stream, 'dossier:') and seq > 2 order by 1 limit 1`;
    if (!row) throw new Error("no dossier");
    await spoil(`dossier:${row.id}`, 3);
    const detail = await dossierDetail(auditor, row.id);
    expect([detail?.stops, detail?.version, detail?.allowed.filter(({ allowed }) => allowed)]).toEqual([3, 2, []]);
    const items = (await dossierEvents(auditor, row.id))?.items ?? [];
    expect([items.length, items.filter((one) => "withheld" in one).map(({ seq }) => seq)]).toEqual([row.seq, [3]]);
  });

  test("of a working paper", async () => {
    const [row] = await world.owner<{ id: string; seq: number }[]>`select request_id as id, seq from heads where starts_with(stream, 'audit:') and seq > 2 order by seq desc limit 1`;
    if (!row) throw new Error("no working paper");
    await spoil(`audit:${row.id}`, row.seq);
    expect(await workingPaperPart(auditor, row.id, {})).toMatchObject({ stops: row.seq, paper: { version: row.seq - 1 } });
    expect((await workingPaperContent(auditor, row.id))?.version).toBe(row.seq - 1);
    expect((await workingPaperHistory(auditor, row.id, null))?.items[0]).toMatchObject({ seq: row.seq, withheld: true });
  });

  test("of a quota", async () => {
    const [row] = await world.owner<{ stream: string; id: string; seq: number; organisation: string; quota: string; year: number }[]>`select h.stream, a.account_id as id, h.seq, a.organisation, a.quota, a.year from heads h join accounts a on a.account_id = h.request_id where h.seq > 1 order by h.seq desc limit 1`;
    if (!row) throw new Error("no account");
    await spoil(row.stream, 2);
    const items = (await accountHistory(auditor, row, null))?.items ?? [];
    expect(items.filter((one) => "withheld" in one).map(({ seq }) => seq)).toEqual([2]);
  });
});

test("a case whose words are none any more is shown to its auditors without them", async () => {
  const [row] = await world.owner<{ id: string }[]>`select m.request_id as id from movements m join requests r using (request_id) where r.status = 'closed' order by 1 limit 1`;
  if (!row) throw new Error("no closed case with movements");
  for (const body of ["not JSON", "[1]", '{"facts":1,"lines":{},"details":[2],"place":{},"condition":3}']) {
    await world.owner`update texts set body = ${body} where request_id = ${row.id} and body is not null`;
    expect((await auditedCase(auditor, row.id))?.detail).toMatchObject({ id: row.id, facts: {} });
    expect(await momentsOf(auditor, row.id, [{ seq: 1 }, { seq: 3 }])).toHaveLength(2);
  }
  expect((await checkedCase(auditor, row.id)).problems.length).toBeGreaterThan(0);
});

test("a case in which somebody did something who cannot be is shown to its auditors", async () => {
  const [row] = await world.owner<{ id: string }[]>`select request_id as id from requests where status = 'closed' order by 1 desc limit 1`;
  await world.owner`update events set actor = '{"person":"nobody","desk":"x"}' where request_id = ${row?.id ?? ""} and seq between 4 and 8`;
  expect((await auditedCase(auditor, row?.id ?? ""))?.detail.id).toBe(row?.id);
});
