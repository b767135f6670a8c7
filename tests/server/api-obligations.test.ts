import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { lateObligations } from "../../db/queries/late-obligations.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { remindOfObligations } from "../../lib/server/worker.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, give, keyOf, upload } from "./api-world.ts";
import { draft, endorsed } from "./seawater.ts";

const today = dayOf(new Date());
const [asker, office, host] = ["researcher@hkust.example", "office@hkust.example", "host@sustech.example"];
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const seen = async (id: string, who = asker) => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await keyOf(who) })).body;
const say = async (id: string, who: string, said: Readonly<Record<string, unknown>>) => {
  const { status, body } = await give(id, await keyOf(who), said);
  return status === 200 ? "done" : body.refusals.map(({ code }: { code: string }) => code).join();
};

test("what a desk asks for at its approval is listed with its last day, met with a paper, waived with a reason, and in the record", async () => {
  const id = await endorsed();
  expect(await say(id, office, { type: "approve", step: "sign-off" })).toBe("done");
  const conditions = [
    { text: "Destroy what is left.", duty: { is: "destroy", count: 30, unit: "day", from: "end" } },
    { text: "Share the data back.", duty: { is: "shareBack", count: 10, unit: "workingDay", from: "crossing", calendar: "CN" } },
    { text: "Keep it cool." },
  ];
  expect(await say(id, host, { type: "approveWithConditions", step: "acceptance", conditions })).toBe("done");
  const [destroy, share, declared, ...others] = (await seen(id)).obligations;
  expect(destroy).toMatchObject({ kind: "destroy", step: "acceptance", text: "Destroy what is left.", due: addDays(today, 90), status: "open", late: false });
  expect([share.kind, share.due, others]).toEqual(["shareBack", undefined, []]);
  // What a rule asks for stands among them.
  expect(declared).toMatchObject({ kind: "file", requirement: "hk-tdec", status: "open" });

  const met = { type: "fulfilObligation", obligation: destroy.id, date: today };
  expect(await say(id, asker, { ...met, reference: "D/1" })).toBe("proofNeeded");
  const proof = await upload(id, await keyOf(asker), new TextEncoder().encode("%PDF-1.7\n%%EOF\n"), "proof.pdf");
  expect(await say(id, asker, { ...met, document: proof.body.id, reference: "D/1" })).toBe("done");
  expect(await say(id, office, { type: "waiveObligation", obligation: share.id, reason: "No." })).toBe("askedElsewhere");
  expect(await say(id, host, { type: "waiveObligation", obligation: share.id, reason: "It was published." })).toBe("done");
  const { obligations } = await seen(id, host);
  expect(obligations[0]).toMatchObject({ status: "fulfilled", fulfilled: { date: today, reference: "D/1", document: proof.body.id } });
  expect(obligations[1]).toMatchObject({ status: "waived", waived: { reason: "It was published." } });
  expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
});

describe("what is owed", () => {
  const report = { text: "Report.", duty: { is: "report", count: 30, unit: "day", from: "permit" } };
  const events = async (id: string) => (await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key: await keyOf(asker) })).body.items;
  const on = (days: number) => () => new Date(`${addDays(today, days)}T04:00:00Z`);
  const permitted = async (condition: object = report) => {
    const id = await endorsed();
    expect(await say(id, office, { type: "approve", step: "sign-off" })).toBe("done");
    expect(await say(id, host, { type: "approveWithConditions", step: "acceptance", conditions: [condition] })).toBe("done");
    return id;
  };

  test("is told of once, by whichever process comes first, and not once it is met", async () => {
    const [id, met] = [await permitted(), await permitted()];
    const told = async (request: string) => (await events(request)).filter(({ type, data }: { type: string; data: { obligation: string } }) => type === "obligation.reminded" && /^\d/.test(data.obligation)).map(({ data }: { data: { days: number | null } }) => data.days);
    await remindOfObligations(on(15));
    expect(await told(id)).toEqual([]);
    await Promise.all([remindOfObligations(on(16)), remindOfObligations(on(16)), remindOfObligations(on(16))]);
    expect([await told(id), await told(met)]).toEqual([[14], [14]]);
    const [owed] = (await seen(met)).obligations;
    expect(await say(met, asker, { type: "fulfilObligation", obligation: owed.id, date: today, reference: "R/1" })).toBe("done");
    for (const days of [17, 23, 24, 29, 31, 32, 60]) await remindOfObligations(on(days));
    expect([await told(id), await told(met)]).toEqual([[14, 7, 1, null], [14]]);
    // Nothing is left to tell of anything, also of what the demonstration owes.
    expect(await remindOfObligations(on(60))).toBe(0);
    expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
  });

  test("shows on the next request once it is late: to whoever asks and whoever decides, by number alone where they see no more of it", async () => {
    const [late, next] = [await permitted(), await endorsed()];
    const { number } = await seen(late);
    expect((await seen(next)).lateObligations).not.toContainEqual(expect.objectContaining({ number }));
    // As if the permit had been issued two months ago.
    await world.owner`update obligations set due_on = due_on - 60 where request_id = ${late}`;
    const expected = { number, kind: "report", due: addDays(today, -30) };
    expect((await seen(next)).lateObligations).toContainEqual(expected);
    expect((await seen(next, host)).lateObligations).toContainEqual(expected);
    // Nothing of its own, and nothing any more once it was decided.
    expect((await seen(late)).lateObligations).toEqual([]);
    const access = await world.owner`delete from request_access where request_id = ${late} and subject like 'desk:%' returning request_id, subject`;
    const found = async (who: string) => {
      const actor = await personActor(who);
      if (!actor) throw new Error(who);
      return asReader(actor, (tx) => lateObligations(tx, { requester: owner, request: next, today })).then((all) => all.filter((one) => one.number === number).map(({ request }) => request));
    };
    const owner = (await personActor(asker))?.id ?? "";
    expect([await found(asker), await found(host), await found("researcher@hku.example"), await found("office@hku.example")]).toEqual([[late], [null], [], []]);
    await world.owner`insert into request_access ${world.owner(access)}`;
    const answer = await give(await draft(), await keyOf(asker), { type: "submit" });
    expect(answer.body.warnings).toContainEqual({ code: "lateObligation", path: "lateObligations", params: expected });
    await world.owner`update obligations set due_on = due_on + 60 where request_id = ${late}`;
    expect(await verifiedAcrossDays()).toMatchObject({ ok: true, problems: [] });
  });
});

test("a duty that is none is refused where it stands, and nothing is decided", async () => {
  const id = await endorsed();
  expect(await say(id, office, { type: "approve", step: "sign-off" })).toBe("done");
  for (const duty of [{ is: "dance", count: 1, unit: "day", from: "end" }, { is: "report", count: 0, unit: "day", from: "end" }, { is: "report", count: 31, unit: "year", from: "end" }, { is: "report" }, "report", { is: "report", count: 1, unit: "day", from: "end", more: 1 }]) {
    const { status, body } = await give(id, await keyOf(host), { type: "approveWithConditions", step: "acceptance", conditions: [{ text: "Report.", duty }] });
    expect([status, JSON.stringify(body).includes("duty") || body.refusals?.length > 0]).toEqual([expect.toSatisfy((code: number) => code === 400 || code === 422), true]);
  }
  expect((await seen(id)).steps.find((step: { id: string }) => step.id === "acceptance").status).toBe("open");
});
