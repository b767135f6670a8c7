import fc from "fast-check";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { factNames } from "../../lib/kind/catalogue.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { call, keyFor } from "./api-world.ts";

/* No input gives a 500. fast-check prints the seed of what does. */

const runs = (many: number) => (further ? many : many / 4);
const today = dayOf(new Date());
let world: World;
let key: string;
let draft: string;
let live: string;
beforeAll(async () => {
  world = await demoWorld();
  key = await keyFor("researcher@hku.example");
  draft = (await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { kind: "sample", title: "x", parties: { home: "hku", host: "szu" } } })).body.id;
  const [row] = await world.owner<{ id: string; email: string }[]>`select r.request_id as id, p.email from requests r join people p on p.id = r.requester where p.email = 'researcher@hku.example' limit 1`;
  live = row?.id ?? "";
});
afterAll(() => world.stop());

const odd = fc.oneof(
  fc.constantFrom("", "\u0000", "\ud800", "\u202e", "'; drop table events --", "0000-01-01", "9999-12-31", "2026-02-30", today, addDays(today, 3), "1e309", "-0", "__proto__", "constructor", "x".repeat(400), "endorsement", "CN", "shenzhen", "tube", newId()),
  fc.constantFrom(0, -1, 1e21, 2 ** 53, 0.1, true, false, null),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.jsonValue({ maxDepth: 3 }),
);
const facts = fc.dictionary(fc.oneof(fc.constantFrom(...factNames), fc.string({ maxLength: 12 })), odd, { maxKeys: 6 });
const fields = {
  title: odd, facts: fc.oneof(facts, odd), claims: fc.oneof(fc.array(odd, { maxLength: 3 }), odd), lines: fc.oneof(fc.array(fc.oneof(odd, fc.dictionary(fc.string({ maxLength: 8 }), odd, { maxKeys: 4 })), { maxLength: 3 }), odd), endorser: odd,
  window: fc.oneof(fc.record({ from: odd, to: odd }), odd), limit: fc.oneof(fc.record({ value: odd, unit: odd }), odd), host: odd, team: fc.oneof(fc.array(odd, { maxLength: 2 }), odd), version: odd, expectedVersion: odd,
  terms: fc.oneof(fc.array(odd, { maxLength: 3 }), odd), step: odd, reason: odd, audience: fc.oneof(fc.constantFrom("requester", "desks", "side"), odd), text: odd, questions: fc.oneof(fc.array(fc.record({ fact: odd, text: odd }), { maxLength: 2 }), odd),
  rule: fc.oneof(fc.constantFrom("cn-pipl-6", "hk-pdpo-dpp1", "mo-8-2005-5-3"), odd), entries: fc.oneof(fc.array(fc.oneof(fc.nat(9), odd), { maxLength: 3 }), odd), documents: fc.oneof(fc.array(odd, { maxLength: 2 }), odd), whole: fc.oneof(fc.constant(true), odd), authority: odd, movement: odd, stage: fc.oneof(fc.constantFrom("departed", "arrived"), odd), end: fc.oneof(fc.constantFrom("destroyed", "remitted"), odd), counter: odd, total: fc.oneof(fc.record({ value: odd, unit: odd }), odd), rate: fc.oneof(fc.record({ value: odd, on: odd }), odd), carrier: odd, papers: fc.oneof(fc.array(odd, { maxLength: 2 }), odd), expected: odd, otherItem: odd, isVoid: odd, discrepancy: odd, obligation: odd, document: odd, range: fc.oneof(fc.record({ from: odd, to: odd }), odd),
  workingDays: odd, answers: fc.oneof(fc.array(fc.record({ question: odd, text: odd }), { maxLength: 2 }), odd), conditions: fc.oneof(fc.array(fc.record({ text: odd, duty: fc.oneof(odd, fc.record({ is: odd, count: odd, unit: odd, from: odd })) }), { maxLength: 2 }), odd), reasons: fc.oneof(fc.array(fc.record({ code: odd, text: odd }), { maxLength: 2 }), odd),
  requirement: odd, outcome: fc.oneof(fc.constantFrom("filed", "granted", "refused"), odd), reference: odd, date: odd, validUntil: odd, direction: fc.oneof(fc.constantFrom("out", "return"), odd), quantity: fc.oneof(fc.record({ value: odd, unit: odd }), odd), controlPoint: odd, at: odd,
  code: odd, place: odd, condition: odd, isSound: fc.oneof(fc.boolean(), odd), movements: fc.oneof(fc.array(fc.oneof(odd, fc.record({ direction: fc.constantFrom("out", "return"), quantity: fc.oneof(fc.record({ value: odd, unit: odd }), fc.constant({ value: "1", unit: "container" }), odd), at: fc.oneof(fc.constant("2026-11-02T01:00:00Z"), odd) })), { maxLength: 3 }), odd),
};
/** The fields that each command has, so that much of what is made gets past the schema. */
const commands: Readonly<Record<string, readonly (keyof typeof fields)[]>> = {
  saveDraft: ["title", "facts", "claims", "lines", "endorser", "window", "limit", "host", "team", "version"], acceptTerms: ["terms"], submit: ["expectedVersion"], withdraw: ["reason"], approve: ["step"], approveWithConditions: ["step", "conditions"],
  reject: ["step", "reasons"], return: ["step", "questions"], resubmit: ["facts", "window", "answers"], comment: ["audience", "text"], recordRequirement: ["requirement", "outcome", "reference", "date", "validUntil"],
  recordMovement: ["direction", "quantity", "controlPoint", "at", "movement", "rate", "carrier", "papers"], planMovement: ["direction", "quantity", "at", "expected"], recordStage: ["stage", "movement", "quantity", "at", "otherItem"], recordEnd: ["end", "quantity", "at"],
  recordReading: ["counter", "total", "at"], recordTrace: ["movement", "document", "range"], takeOver: ["code", "place", "at", "quantity", "isSound", "condition"], recordMovements: ["movements"], correctMovement: ["movement", "quantity", "reason", "isVoid"], resolveDiscrepancy: ["discrepancy", "outcome", "reason"], fulfilObligation: ["obligation", "date", "reference", "document"], waiveObligation: ["obligation", "reason"], erase: ["rule", "entries", "documents", "whole", "reason"], placeHold: ["authority", "reason"], liftHold: ["reason"], close: ["reason"], revoke: ["reason"], extend: ["step", "workingDays", "reason"],
};
const command = fc.constantFrom(...Object.keys(commands)).chain((type) => fc.record(Object.fromEntries((commands[type] ?? []).map((name) => [name, fields[name]])), { requiredKeys: [] }).map((body) => ({ type, commandId: newId(), ...body })));

async function never500(name: string, path: string, json: unknown): Promise<void> {
  const answer = await call(name, path, { key, json });
  if (answer.status >= 500) throw new Error(`${name} answered ${answer.status}`);
}

test("no command to a draft or to a submitted request", async () => {
  await fc.assert(
    fc.asyncProperty(command, fc.boolean(), async (said, toDraft) => {
      const id = toDraft || live === "" ? draft : live;
      await never500("POST /api/v1/requests/{id}/commands", `/api/v1/requests/${id}/commands`, said);
      await never500("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, undefined);
    }),
    { numRuns: runs(400) },
  );
}, 120_000);

test("no beginning of a request", async () => {
  const { title, facts: given, claims, lines, endorser, window, limit } = fields;
  const begun = fc.record({ id: odd, kind: fc.oneof(fc.constant("sample"), odd), title, facts: given, claims, lines, endorser, window, limit, parties: fc.oneof(fc.record({ home: odd, host: odd }, { requiredKeys: [] }), fc.constant({ home: "hku" })) }, { requiredKeys: [] });
  await fc.assert(fc.asyncProperty(begun, (json) => never500("POST /api/v1/requests", "/api/v1/requests", json)), { numRuns: runs(300) });
}, 120_000);

test("no question about what applies, whatever its facts", async () => {
  const asked = fc.record({ id: odd, facts: fc.oneof(facts, odd), request: fc.oneof(facts, odd), claims: fc.oneof(fc.array(odd, { maxLength: 3 }), odd) }, { requiredKeys: [] });
  await fc.assert(fc.asyncProperty(fc.oneof(asked, odd), (json) => never500("POST /api/v1/requirements", "/api/v1/requirements", json)), { numRuns: runs(300) });
}, 120_000);

test("no question to a list, an inbox, a history or a permit check", async () => {
  const word = fc.oneof(fc.string({ unit: "binary", maxLength: 20 }), fc.constantFrom("draft", "sample", "hku.biosafety", "1", "\u0000", "%", newId()));
  const asked = fc.record({ status: word, kind: word, desk: word, q: word, cursor: word, limit: word }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(asked, word, async (query, number) => {
      const search = new URLSearchParams(query as Record<string, string>).toString();
      for (const [name, path] of [["GET /api/v1/requests", "/api/v1/requests"], ["GET /api/v1/inbox", "/api/v1/inbox"], ["GET /api/v1/requests/{id}/events", `/api/v1/requests/${live}/events`]] as const) await never500(name, `${path}?${search}`, undefined);
      await never500("GET /api/v1/permits/{number}", `/api/v1/permits/${encodeURIComponent(number)}`, undefined);
    }),
    { numRuns: runs(100) },
  );
}, 120_000);
