import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { PublicCommand } from "../../lib/request/command.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { forgetPerson } from "../../lib/server/publish-forgotten.ts";
import { liftOrganisationHold, placeOrganisationHold } from "../../lib/server/publish-retention.ts";
import { dueForErasure } from "../../lib/server/retention.ts";
import type { World } from "../db/demo-world.ts";
import { peopledWorld } from "../db/small-record.ts";
import { give, keyOf, look } from "./api-world.ts";
import { asker, begun, submitted } from "./seawater.ts";

/* Ways around a legal hold: by the other institution of a case, and by forgetting who had a part in it. */

const later = () => new Date(`${addDays(dayOf(new Date()), 11 * 366)}T04:00:00Z`);
let world: World;
beforeAll(async () => void (world = await peopledWorld("hkust", "sustech")));
afterAll(() => world.stop());

const as = async (email: string) => (await personActor(email)) as PersonActor;

async function withdrawn(): Promise<string> {
  const id = await submitted();
  expect((await give(id, await keyOf(asker), { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  return id;
}

async function erased(id: string): Promise<string> {
  const answer = await execute(await as("admin@hkust.example"), id, PublicCommand.parse({ type: "erase", commandId: newId(), rule: "hk-pdpo-26", whole: true }), later);
  return isAccepted(answer) ? "done" : "notFound" in answer ? "404" : answer.refusals.map(({ code }) => code).join();
}

async function stoppedBy(id: string): Promise<string | null | undefined> {
  for await (const batch of dueForErasure(["hkust"], later)) for (const one of batch) if (one.id === id) return one.stoppedBy;
}

async function forget(email: string): Promise<string> {
  const [row] = await world.owner<{ id: string }[]>`select id from people where email = ${email}`;
  const answer = await forgetPerson(await as("admin@hkust.example"), row?.id ?? "", "hk-pdpo-26");
  return "refusals" in answer ? answer.refusals.map(({ code }) => code).join() : "forgotten" in answer ? "done" : "404";
}

test("a hold on the host's record keeps what it and the home institution have in common, and who had a part in it", async () => {
  const id = await withdrawn();
  expect(await stoppedBy(id)).toBe(null);
  const placed = await placeOrganisationHold(await as("auditor@causeway.example"), { organisation: "sustech", authority: "A court", reason: "A case." });
  if (!("id" in placed)) throw new Error("not held");
  expect([await stoppedBy(id), await erased(id)]).toEqual(["organisationHold", "underHold"]);
  expect(await forget("pi@hkust.example")).toBe("underHold");
  await liftOrganisationHold(await as("auditor@causeway.example"), placed.id, "Over.");
  expect([await stoppedBy(id), await erased(id)]).toEqual([null, "done"]);
});

test("whoever had a part in a case under a hold is not forgotten while it stands, whether they asked, were named or acted", async () => {
  const id = await withdrawn();
  const commented = await give(id, await keyOf("office@hkust.example"), { type: "comment", audience: "desks", text: "Withdrawn before we looked." });
  expect(commented.status).toBe(200);
  expect((await give(id, await keyOf("auditor@hkust.example"), { type: "placeHold", authority: "A court", reason: "Evidence." })).status).toBe(200);
  for (const email of [asker, "pi@hkust.example", "office@hkust.example"]) expect([email, await forget(email)]).toEqual([email, "underHold"]);
  expect(await forget("ethics@hkust.example")).toBe("done");
  expect((await give(id, await keyOf("auditor@causeway.example"), { type: "liftHold", reason: "Over." })).status).toBe(200);
  expect(await forget("office@hkust.example")).toBe("done");
});

test("a draft is not deleted while a hold keeps everything of its home institution, and its page says so; its people go on with it", async () => {
  const [id, key] = [await begun(), await keyOf(asker)];
  const deletion = async () => (await look(id)).body.allowed.find(({ command }: { command: string }) => command === "deleteDraft");
  const place = async (organisation: string) => {
    const placed = await placeOrganisationHold(await as("auditor@causeway.example"), { organisation, authority: "A court", reason: "A case." });
    if (!("id" in placed)) throw new Error("not held");
    return placed.id;
  };
  const hosts = await place("sustech");
  expect(await deletion()).toMatchObject({ allowed: true });
  const homes = await place("hkust");
  expect(await deletion()).toMatchObject({ allowed: false, reasons: [{ code: "underHold" }] });
  expect(await give(id, key, { type: "deleteDraft" })).toMatchObject({ status: 422, body: { refusals: [{ code: "underHold" }] } });
  expect((await give(id, key, { type: "saveDraft", title: "Seawater, again" })).status).toBe(200);
  for (const one of [hosts, homes]) await liftOrganisationHold(await as("auditor@causeway.example"), one, "Over.");
  expect(await give(id, key, { type: "deleteDraft" })).toMatchObject({ status: 200, body: { status: "deleted" } });
});
