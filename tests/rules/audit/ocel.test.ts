import { expect, test } from "vitest";
import { caseObjects } from "../../../lib/audit/export/case-objects.ts";
import { eventColumns, eventRow } from "../../../lib/audit/export/event-table.ts";
import { eventAttributes, eventTypeNames } from "../../../lib/audit/export/ocel-types.ts";
import { type OcelObject, ocelOf } from "../../../lib/audit/export/ocel.ts";
import type { TakenEvent } from "../../../lib/audit/export/taken-event.ts";
import { accountEventTypes } from "../../../lib/account/events.ts";
import { dossierEventTypes } from "../../../lib/dossier/events.ts";
import { paperEventTypes } from "../../../lib/working-paper/events.ts";
import { eventTypes } from "../../../lib/request/events.ts";
import { all } from "../../support/all.ts";
import { aCase, anEvent, officer, request, requester } from "../../support/taken.ts";

const words = { head: (id: string) => id, type: (type: string) => `(${type})`, kind: (kind: string) => kind.toUpperCase(), system: "the system", erased: "[erased]" };

test("every type of event is declared, with its plain fields from its schema", () => {
  expect(eventTypeNames.toSorted()).toEqual([...eventTypes, ...dossierEventTypes, ...accountEventTypes, ...paperEventTypes, "config.changed"].toSorted());
  expect(eventAttributes("movement.recorded").map(({ name }) => name)).toEqual(expect.arrayContaining(["direction", "quantity.value", "quantity.unit", "controlPoint", "at"]));
  expect(eventAttributes("step.approved").map(({ name, type }) => `${name} ${type}`)).toEqual(["seq integer", "hash string", "round integer"]);
});

test("an event names its case, what its fields name, its permit, and who did it for which desk", async () => {
  const { events } = await logOf([anEvent({ type: "step.approved", data: { step: "biosafety", round: 1, conditions: [] } }), anEvent({ seq: 2, type: "movement.recorded", data: { movement: "019ba000-0000-7000-8000-000000000009", direction: "out", quantity: { value: "2", unit: "tube" }, controlPoint: null, at: "2026-02-01T01:00:00.000Z" } })]);
  expect(relations(events[0])).toEqual([`request:${request} request`, `step:${request}/biosafety step`, `person:${officer} done by`, "desk:hku.biosafety done for"]);
  expect(relations(events[1])).toEqual([`request:${request} request`, `permit:${request} permit`, "movement:019ba000-0000-7000-8000-000000000009 movement", `person:${officer} done by`, "desk:hku.biosafety done for"]);
  expect(events[1]?.attributes).toEqual(expect.arrayContaining([{ name: "quantity.value", value: "2" }, { name: "quantity.unit", value: "tube" }, { name: "seq", value: "2" }]));
});

test("every relation leads to an object, and no object is there twice", async () => {
  const log = await logOf([anEvent({ type: "step.assigned", data: { step: "gone", round: 1, to: officer, from: null, keepWork: true, reason: null } }), anEvent({ seq: 2, type: "permit.expired", data: {} }), anEvent({ seq: 3, type: "permit.expired", data: {} })]);
  const ids = log.objects.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const named = [...log.events, ...log.objects].flatMap(({ relationships }) => relationships.map(({ objectId }) => objectId));
  for (const one of named) expect(ids).toContain(one);
  expect(ids).toEqual(expect.arrayContaining([`step:${request}/gone`, `step:${request}/biosafety`, `person:${requester}`, "organisation:hku", "organisation:sustech", "desk:hku.biosafety"]));
});

test("what is declared is what occurs: types of objects and events, and every attribute of theirs; values are text and times are whole", async () => {
  const log = await logOf([anEvent({}), anEvent({ seq: 2, type: "permit.issued", data: { number: "CWP-1", limit: { value: "5", unit: "tube" }, validFrom: "2026-01-01", validUntil: "2026-06-30", controlPoint: null } })]);
  const declared = (types: typeof log.objectTypes) => new Map(types.map(({ name, attributes }) => [name, attributes.map(({ name: one }) => one)]));
  for (const [all, types] of [[log.events, declared(log.eventTypes)], [log.objects, declared(log.objectTypes)]] as const) {
    for (const { type, attributes } of all) for (const { name, value } of attributes) expect([type, name, types.get(type)?.includes(name), typeof value]).toEqual([type, name, true, "string"]);
  }
  for (const { time } of log.events) expect(new Date(time).toISOString()).toBe(time);
  for (const { time } of log.objects.flatMap(({ attributes }) => attributes)) expect(new Date(time ?? "").toISOString()).toBe(time);
});

test("nobody is named, and no words that may be erased are in it", async () => {
  const text = await textOf([anEvent({ person: "Chan Mei Ling", texts: { [digest]: { salt: "00", body: "for the files" } }, data: { step: "biosafety", round: 1, conditions: [{ digest }] } })]);
  expect(text).not.toMatch(/Chan|for the files|Serum/);
});

test("the same events are the same log, and none is still a log", async () => {
  const events = [anEvent({}), anEvent({ seq: 2 })];
  expect(await textOf(events)).toBe(await textOf(events));
  expect((await logOf([], [])).objects).toEqual([]);
});

test("a row has the record's own numbers, what was said in its order, and a mark where words were erased", () => {
  const event = anEvent({ data: { step: "biosafety", round: 2, conditions: [{ digest }, { digest: other }], answers: { digest: "c".repeat(64) } }, texts: { [digest]: { salt: "00", body: "=keep cold" }, [other]: { salt: "00", body: null }, ["c".repeat(64)]: { salt: "00", body: "{}" } } });
  const row = Object.fromEntries(eventColumns(words).map(({ id }, at) => [id, eventRow(event, words)[at]]));
  expect(row).toMatchObject({ at: "2026-01-05T01:00:00.000Z", event: "(step.approved)", type: "step.approved", number: "CW-1", kind: "SAMPLE", step: "biosafety", desk: "hku.biosafety", person: "Lee", words: "=keep cold\n[erased]", stream: `request:${request}`, seq: 1 });
  expect(eventRow(anEvent({ actor: { system: true }, person: null }), words)).toContain("the system");
});

const digest = "a".repeat(64);
const other = "b".repeat(64);
type Log = { objectTypes: { name: string; attributes: { name: string }[] }[]; eventTypes: { name: string; attributes: { name: string }[] }[]; events: { id: string; type: string; time: string; attributes: { name: string; value: string }[]; relationships: { objectId: string; qualifier: string }[] }[]; objects: { id: string; type: string; attributes: { name: string; value: string; time?: string }[]; relationships: { objectId: string; qualifier: string }[] }[] };

async function logOf(events: readonly TakenEvent[], objects = caseObjects(aCase())): Promise<Log> {
  return JSON.parse(await textOf(events, objects)) as Log;
}

async function textOf(events: readonly TakenEvent[], objects: readonly OcelObject[] = caseObjects(aCase())): Promise<string> {
  return (await all(ocelOf(once(events), () => once(objects)))).join("");
}

async function* once<T>(one: T): AsyncGenerator<T> {
  yield one;
}

function relations(event: Log["events"][number] | undefined): string[] {
  return (event?.relationships ?? []).map(({ objectId, qualifier }) => `${objectId} ${qualifier}`);
}
