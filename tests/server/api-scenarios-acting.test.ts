import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoWorld, type World } from "../db/demo-world.ts";
import { verifiedAcrossDays } from "../support/verified.ts";
import { call, give, keyOf, look, say, upload } from "./api-world.ts";
import { asker, begun, permitted, submitted } from "./seawater.ts";

/* What the field's best-tested engines promise of seeing and acting, restated as rows through our API; the numbers are those of the list we keep to. */

let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

describe("seeing", () => {
  test("41: a draft is seen by its requester alone; once submitted, its desks and auditors see it, and others still do not", async () => {
    const others = ["pi@hkust.example", "auditor@hkust.example", "auditor@causeway.example", "auditor.hk@causeway.example"];
    const strangers = ["researcher@um.example", "postdoc@hkust.example", "admin@hkust.example", "auditor.mo@causeway.example", "auditor@um.example"];
    const draft = await begun();
    for (const email of [...others, ...strangers]) expect([email, (await look(draft, email)).status]).toEqual([email, 404]);
    const id = await submitted();
    for (const email of others) expect([email, (await look(id, email)).status]).toEqual([email, 200]);
    for (const email of strangers) expect([email, (await look(id, email)).status]).toEqual([email, 404]);
  });
  test("47: a paper too large is refused and nothing is kept", async () => {
    const id = await begun();
    expect((await upload(id, await keyOf(asker), Buffer.alloc(25 * 1024 * 1024 + 1, 0x20), "big.txt")).status).toBe(413);
    expect((await look(id)).body.documents).toEqual([]);
  });
});

describe("acting", () => {
  test("each wrong person is refused, and nothing happens", async () => {
    const id = await submitted();
    const before = (await look(id)).body.version;
    const wrong: [string, number, string | undefined][] = [
      [asker, 422, undefined],
      ["biosafety@hkust.example", 404, undefined],
      ["auditor@causeway.example", 422, "notPermitted"],
      ["researcher@um.example", 404, undefined],
      ["admin@causeway.example", 404, undefined],
    ];
    for (const [email, status, code] of wrong) {
      const answer = await say(id, email, { type: "approve", step: "endorsement" });
      expect([email, answer.status]).toEqual([email, status]);
      if (code) expect(answer.body.refusals[0].code).toBe(code);
    }
    expect((await look(id)).body.version).toBe(before);
  });
  test("52: many at once on one request, every accepted act is kept once and numbered without a gap", async () => {
    const id = await submitted();
    const key = await keyOf(asker);
    const said = Array.from({ length: 20 }, (_, at) => ({ type: "comment", commandId: newId(), audience: "requester", text: `Note ${at}` }));
    const answers = await Promise.all([...said, ...said].map((one) => give(id, key, one)));
    expect(answers.filter((one) => one.status !== 200)).toEqual([]);
    expect(answers.filter((one) => one.body.repeated)).toHaveLength(20);
    const { body } = await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${id}/events`, { key });
    expect(body.items.map((one: { seq: number }) => one.seq)).toEqual(body.items.map((_: unknown, at: number) => at + 1));
    expect(body.items.filter((one: { type: string }) => one.type === "comment.added")).toHaveLength(20);
  });
  test("no more crosses than the permit allows, however many record it at once", async () => {
    const id = await permitted();
    const key = await keyOf(asker);
    const { body } = await look(id);
    const move = (value: string, direction = "out") => give(id, key, { type: "recordMovement", direction, quantity: { value, unit: "tube" }, ...(body.permit.controlPoint && { controlPoint: body.permit.controlPoint }), at: new Date().toISOString() });
    const answers = await Promise.all([move("10"), move("10"), move("10"), move("10")]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 422, 422]);
    expect(answers.find(({ status }) => status === 422)?.body.refusals).toMatchObject([{ code: "overLimit", params: { remaining: "4", unit: "tube" } }]);
    expect((await move("0.5")).body.refusals[0].code).toBe("wholeNumberNeeded");
    expect((await move("21", "return")).body.refusals[0].code).toBe("nothingToReturn");
    expect((await look(id)).body.permit).toMatchObject({ used: "20", remaining: "4" });
    const checked = await call("GET /api/v1/permits/{number}", `/api/v1/permits/${body.permit.number}`);
    expect(checked.body).toMatchObject({ status: "valid", used: "20", remaining: "4" });
  });
});

test("the record of all this verifies", async () => {
  expect((await verifiedAcrossDays()).problems).toEqual([]);
});
