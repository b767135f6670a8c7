import { spawn } from "node:child_process";
import fc from "fast-check";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { type Answer, isAccepted } from "../../lib/server/answer.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { reportMissing } from "../../lib/server/worker.ts";
import { call, give, keyOf } from "../server/api-world.ts";
import { permitted } from "../server/seawater.ts";
import { demoWorld, type World } from "./demo-world.ts";

/* The ledger of one permit, written in by many at once. */

let world: World;
let request: string;
let email: string;
let requester: PersonActor;
let unit: string;
beforeAll(async () => {
  world = await demoWorld();
  const rows = await world.owner<{ id: string; email: string }[]>`select p.request_id as id, m.email from permits p join requests r using (request_id) join people m on m.id = r.requester where p.status = 'valid' and p.kind = 'sample' and p.limit_value - p.used >= 20 and p.valid_from <= now() order by 1`;
  for (const row of rows) {
    const actor = (await personActor(row.email)) as PersonActor;
    const detail = await requestDetail(actor, row.id);
    if (!detail?.permit || !detail.allowed.some(({ command, allowed }) => command === "recordMovement" && allowed)) continue;
    [request, email, requester, unit] = [row.id, row.email, actor, detail.permit.limit.unit];
    return;
  }
  throw new Error("no permit of the demonstration lets anything cross");
});
afterAll(() => world.stop());

const out = (value: string) => ({ type: "recordMovement" as const, commandId: newId(), direction: "out" as const, quantity: { value, unit }, at: new Date().toISOString() });
const permit = async () => {
  const detail = await requestDetail(requester, request);
  if (!detail?.permit) throw new Error("no permit");
  return detail;
};

/** Another web server: a process with connections of its own, which records so many units one beside the other. */
async function anotherServer(count: number): Promise<Answer[]> {
  const script = `
    import { v7 } from "uuid";
    import { execute } from "./lib/server/execute.ts";
    import { personActor } from "./lib/server/person.ts";
    import { closeDatabase } from "./db/client.ts";
    const actor = await personActor(${JSON.stringify(email)});
    const answers = await Promise.all(Array.from({ length: ${count} }, () => execute(actor, ${JSON.stringify(request)}, { ...${JSON.stringify(out("1"))}, commandId: v7() })));
    console.log(JSON.stringify(answers));
    await closeDatabase();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const chunk of child.stdout) said += String(chunk);
  return JSON.parse(said) as Answer[];
}

test("a hundred movements at once against the last seven, from two servers: seven cross, and each of the others is told what is left", async () => {
  const { remaining } = (await permit()).permit ?? { remaining: "0" };
  expect(isAccepted(await execute(requester, request, out(String(Number(remaining) - 7))))).toBe(true);
  const [here, there] = await Promise.all([Promise.all(Array.from({ length: 50 }, () => execute(requester, request, out("1")))), anotherServer(50)]);
  const answers = [...here, ...there];
  expect(answers).toHaveLength(100);
  expect(answers.filter(isAccepted)).toHaveLength(7);
  const refused = answers.flatMap((answer) => ("refusals" in answer ? answer.refusals : []));
  expect(refused).toHaveLength(93);
  expect(refused.every(({ code, params }) => code === "overLimit" && params?.remaining === "0" && params.unit === unit)).toBe(true);
  expect((await permit()).permit).toMatchObject({ remaining: "0" });
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("corrections and crossings at once never come to more than the limit", async () => {
  const { movements, permit: before } = await permit();
  const last = movements.filter(({ quantity }) => quantity.value === "1").slice(0, 3);
  const correct = last.map(({ id }) => ({ type: "correctMovement" as const, commandId: newId(), movement: id, isVoid: true as const, reason: "It stayed." }));
  await Promise.all([...correct.map((one) => execute(requester, request, one)), ...Array.from({ length: 20 }, () => execute(requester, request, out("1")))]);
  const answers = await Promise.all(Array.from({ length: 10 }, () => execute(requester, request, out("1"))));
  expect(Number((await permit()).permit?.used)).toBe(Number(before?.limit.value));
  expect(answers.some((answer) => !isAccepted(answer))).toBe(true);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("what has departed and not arrived by its day is reported once by the worker, on the row of its permit as well", async () => {
  const [entry] = (await permit()).movements;
  await execute(requester, request, { type: "correctMovement", commandId: newId(), movement: entry?.id ?? "", isVoid: true, reason: "It stayed." });
  const today = new Date().toISOString().slice(0, 10);
  const departed = await execute(requester, request, { type: "recordStage", commandId: newId(), stage: "departed", quantity: { value: "1", unit }, at: new Date().toISOString(), expected: today });
  expect(isAccepted(departed)).toBe(true);
  const later = () => new Date(`${addDays(today, 3)}T02:00:00Z`);
  expect(await reportMissing(later)).toBe(1);
  expect(await reportMissing(later)).toBe(0);
  const [row] = await world.owner<{ discrepancies: number; due: string | null }[]>`select discrepancies, arrival_due as due from permits where request_id = ${request}`;
  expect(row).toEqual({ discrepancies: 1, due: null });
  expect((await permit()).discrepancies).toMatchObject([{ code: "notArrived", expected: today, resolved: null }]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

describe("P7", () => {
  const tubes = fc.integer({ min: 1, max: 14 }).map(String);
  const act = fc.record({ how: fc.constantFrom("out", "out", "out", "return", "depart", "read", "correct", "void"), value: tubes, which: fc.nat(20) });

  test("whatever is written at once, in whatever order it comes, no more leaves than was granted, and the balance is what the record adds up to", async () => {
    const key = await keyOf("researcher@hkust.example");
    const look = async (id: string) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key })).body;
    let [accepted, said] = [0, 0];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(act, { minLength: 3, maxLength: 8 }), { minLength: 2, maxLength: 3 }), async (bursts) => {
        const id = await permitted();
        for (const burst of bursts) {
          const { ledger } = await look(id);
          const answers = await Promise.all(burst.map((one) => give(id, key, commandOf(one, ledger))));
          for (const { status } of answers) expect([200, 422]).toContain(status);
          accepted += answers.filter(({ status }) => status === 200).length;
          said += answers.length;
          const { permit: now } = await look(id);
          const { items } = (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key })).body;
          const used = recomputed(items);
          expect([now.used, now.remaining, used <= 24]).toEqual([String(used), String(24 - used), true]);
        }
      }),
      { numRuns: 4 },
    );
    expect([accepted > 0, accepted < said]).toEqual([true, true]);
    expect(await verify()).toMatchObject({ ok: true, problems: [] });
  });

  function commandOf({ how, value, which }: { how: string; value: string; which: number }, ledger: readonly { id: string }[]): Readonly<Record<string, unknown>> {
    const common = { quantity: { value, unit: "tube" }, at: new Date().toISOString() };
    const movement = ledger[which % Math.max(ledger.length, 1)]?.id ?? newId();
    if (how === "correct") return { type: "correctMovement", movement, quantity: common.quantity, reason: "Counted again." };
    if (how === "void") return { type: "correctMovement", movement, isVoid: true, reason: "It never was." };
    if (how === "depart") return { type: "recordStage", stage: "departed", ...common };
    if (how === "read") return { type: "recordReading", counter: "gate", total: common.quantity, at: common.at };
    return { type: "recordMovement", direction: how, ...common };
  }

  /** What left, as somebody with the history and a pencil would add it up. */
  function recomputed(items: readonly { type: string; data: { movement: string; corrects?: string; stage?: string; direction: string; quantity: { value: string } } }[]): number {
    const held = new Map<string, number>();
    for (const { type, data } of items) {
      if (type === "movement.corrected") held.delete(data.corrects ?? "");
      const crosses = type === "movement.recorded" || type === "movement.read" || (type === "movement.corrected" && data.stage === "crossed");
      if (crosses && data.direction === "out") held.set(data.movement, Number(data.quantity.value));
    }
    return [...held.values()].reduce((all, one) => all + one, 0);
  }
});
