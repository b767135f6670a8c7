import { afterAll, beforeAll, expect, test } from "vitest";
import { auditPage } from "../../db/queries/audit-search.ts";
import { rightsHistory } from "../../db/queries/questions/rights-history.ts";
import { requestLinks } from "../../db/queries/record-request.ts";
import { takenEvents } from "../../db/queries/taken-events.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { eventRow } from "../../lib/audit/export/event-table.ts";
import { ocelOf } from "../../lib/audit/export/ocel.ts";
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
