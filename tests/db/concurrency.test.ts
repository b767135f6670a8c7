import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "../../db/client.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { sql } from "drizzle-orm";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
let request: string;
let requester: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<{ id: string; email: string }[]>`select r.request_id as id, p.email from requests r join people p on p.id = r.requester where r.status = 'in-review' order by 1 limit 1`;
  request = row?.id ?? "";
  requester = (await personActor(row?.email ?? "")) as PersonActor;
});
afterAll(() => world.stop());

test("fifty people at once: every act is kept once, numbered without a gap, one after another", async () => {
  const before = await seqs();
  const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => execute(requester, request, { type: "comment", commandId: newId(), audience: "requester", text: `Remark ${n}` })));
  expect(answers.filter(isAccepted)).toHaveLength(50);
  const after = await seqs();
  expect(after).toEqual(Array.from({ length: before.length + 50 }, (_, n) => n + 1));
  const numbers = answers.flatMap((answer) => (isAccepted(answer) ? answer.events.map(({ seq }) => seq) : []));
  expect(numbers.toSorted((a, b) => a - b)).toEqual(after.slice(before.length));
  expect(await verify()).toMatchObject({ ok: true });
});

test("the same act sent ten times at once has one effect and one answer", async () => {
  const before = (await seqs()).length;
  const command = { type: "comment", commandId: newId(), audience: "requester", text: "Once" } as const;
  const answers = (await Promise.all(Array.from({ length: 10 }, () => execute(requester, request, command)))).filter(isAccepted);
  expect(answers).toHaveLength(10);
  expect(answers.filter((answer) => !answer.repeated)).toHaveLength(1);
  expect(new Set(answers.map(({ events }) => JSON.stringify(events))).size).toBe(1);
  expect((await seqs()).length).toBe(before + 1);
});

test("another act under an id that was used is refused, also when somebody else sends it", async () => {
  const commandId = newId();
  await execute(requester, request, { type: "comment", commandId, audience: "requester", text: "First" });
  expect(await execute(requester, request, { type: "comment", commandId, audience: "requester", text: "Second" })).toEqual({ refusals: [{ code: "commandIdReused" }] });
  const [row] = await world.owner<{ email: string }[]>`select p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id where s.request_id = ${request} and p.id <> ${requester.id} limit 1`;
  const officer = (await personActor(row?.email ?? "")) as PersonActor;
  expect(isAccepted(await execute(officer, request, { type: "comment", commandId, audience: "requester", text: "Third" }))).toBe(false);
});

test("a request made twice at once under one id is made once", async () => {
  const id = newId();
  const answers = await Promise.all(Array.from({ length: 5 }, () => createRequest(requester, { id, kind: "sample", title: "Twice" })));
  expect(answers.filter(isAccepted).filter(({ repeated }) => !repeated)).toHaveLength(1);
  expect(await world.owner`select 1 from drafts where request_id = ${id}`).toHaveLength(1);
});

test("a deadlock is tried again and both acts are kept", async () => {
  const ids = [newId(), newId()];
  for (const id of ids) await createRequest(requester, { id, kind: "sample", title: "Crossed" });
  let waiting = 2;
  const both = new Promise<void>((resolve) => {
    const timer = setInterval(() => waiting <= 0 && (clearInterval(timer), resolve()), 1);
  });
  const touch = (first: string, second: string) =>
    asActor(requester, async (tx) => {
      await tx.execute(sql`update drafts set title = title || '!' where request_id = ${first}`);
      waiting--;
      await both;
      await tx.execute(sql`update drafts set title = title || '!' where request_id = ${second}`);
    });
  const [a = "", b = ""] = ids;
  await Promise.all([touch(a, b), touch(b, a)]);
  expect(await world.owner`select title from drafts where request_id in ${world.owner(ids)}`).toEqual([{ title: "Crossed!!" }, { title: "Crossed!!" }]);
});

test("a connection that was cut before the commit is taken anew", async () => {
  let tries = 0;
  const answer = await asActor({ kind: "system" }, async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    // Ended from within, as an operator's restart would.
    if (++tries === 1) await tx.execute(sql`select pg_terminate_backend(${row?.pid})`);
    return "done";
  });
  expect([answer, tries]).toEqual(["done", 2]);
});

async function seqs(): Promise<number[]> {
  const rows = await world.owner<{ seq: number }[]>`select seq from events where request_id = ${request} and stream = ${`request:${request}`} order by seq`;
  return rows.map(({ seq }) => seq);
}

test("a connection that is cut while nobody asks it anything is taken anew too", async () => {
  let tries = 0;
  await asActor({ kind: "system" }, async (tx) => {
    const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    if (++tries > 1) return;
    await world.serving`select pg_terminate_backend(${row?.pid ?? 0})`;
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.execute(sql`select 1`);
  });
  expect(tries).toBe(2);
});

test("a failed statement whose error is swallowed does not look like success", async () => {
  await expect(asActor({ kind: "system" }, (tx) => tx.execute(sql`select 1 / 0`).then(null, () => null))).rejects.toThrow("failed before its commit");
});

test("nothing can be asked once the transaction is over", async () => {
  const escaped = await asActor({ kind: "system" }, async (tx) => ({ tx }));
  await expect(escaped.tx.execute(sql`select 1`)).rejects.toThrow();
});

test("more at once than there are connections wait their turn", async () => {
  const rows = await Promise.all(Array.from({ length: 60 }, (_, n) => asActor({ kind: "worker" }, (tx) => tx.execute<{ n: number }>(sql`select ${n}::int as n from pg_sleep(0.005)`))));
  expect(rows.map(([row]) => row?.n)).toEqual(Array.from({ length: 60 }, (_, n) => n));
});
