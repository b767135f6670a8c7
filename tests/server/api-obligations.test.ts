import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyOf, upload } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

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
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
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
