import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Action, actionsInCode, type Became, send, signInAs } from "./forms-world.ts";
import { formOf } from "./odd-forms.ts";
import { type Place, whoMay } from "./who-may.ts";

/* What was entered on a device without network, as the device sends it later. */

let world: World;
let action: Action;
let place: Place;
let person: string;
beforeAll(async () => {
  world = await demoWorld();
  action = (await actionsInCode()).actions.get("app/_request/send-entry-action.ts sendEntryKept") as Action;
  const found = (await whoMay(world.owner)).get("planMovement");
  const actor = found && (await personActor(found.as));
  if (!found || !actor) throw new Error("nobody of the demonstration may record a crossing");
  [place, person] = [found, actor.id];
});
afterAll(() => world.stop());

const anHourAgo = new Date(Date.now() - 3_600_000).toISOString();
const entry = (more: Readonly<Record<string, string>> = {}) => ({ type: "recordMovement", requestId: place.request, commandId: newId(), next: "/", direction: "out", "quantity.value": "1", "quantity.unit": place.known?.["quantity.unit"] ?? "", at: anHourAgo, person, ...more });
const sent = async (as: string | null, fields: Readonly<Record<string, string>>): Promise<Became> => {
  await signInAs(as, "en");
  return send(action, { attempt: 0, errors: [], values: {} }, formOf(fields));
};
const crossings = async () => (await world.owner<{ at: Date }[]>`select at from movements where request_id = ${place.request} and stage = 'crossed' order by recorded_at`).map(({ at }) => new Date(at).toISOString());

test("an entry counts at the time at which it happened, and once however often it is sent", async () => {
  const before = await crossings();
  const fields = entry();
  for (const _ of [1, 2]) expect(await sent(place.as, fields)).toMatchObject({ state: { errors: [], done: "Recorded." } });
  expect(await crossings()).toEqual([...before, anHourAgo]);
});

test("what somebody else entered on the device is not sent as one’s own, and signed out nothing is sent", async () => {
  const before = await crossings();
  expect(await sent("auditor@causeway.example", entry())).toMatchObject({ state: { errors: [{ field: "person", message: expect.stringContaining("Somebody else") }] } });
  expect(await sent(null, entry())).toEqual({ leads: expect.stringMatching(/^\/sign-in\?next=/) });
  expect(await crossings()).toEqual(before);
});

test("what is refused comes back with the server’s reason and what was typed", async () => {
  const became = await sent(place.as, entry({ "quantity.value": "999999999" }));
  expect(became).toMatchObject({ state: { errors: [{ field: "quantity.value", message: expect.stringContaining("than the permit allows") }], values: { "quantity.value": "999999999", at: anHourAgo } } });
});
