import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor, asReader } from "../../db/client.ts";
import { deskSettings } from "../../db/queries/desk-settings.ts";
import { queueSettings } from "../../db/schema/people.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { usualQueue } from "../../lib/access/queue-settings.ts";
import { personActor } from "../../lib/server/person.ts";
import { keepQueueSettings, queueSettingsOf } from "../../lib/server/queue-settings.ts";
import { publishAbilities, publishDeskRule } from "../../lib/server/publish-desk.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

/* How a desk's head sets it up: its rule, and what its people can do. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const desk = "hku.endorsement";

async function as(email: string): Promise<PersonActor> {
  const actor = await personActor(email);
  if (!actor) throw new Error(`nobody has ${email}`);
  return actor;
}

async function settings() {
  const found = await deskSettings(await as("head@hku.example"), desk);
  if (!found) throw new Error("no such desk");
  return found;
}

test("the head of a desk sets its rule and what its people can do, each on record; the same again is no entry", async () => {
  const [head, officer] = [await as("head@hku.example"), await as("pi@hku.example")];
  const entries = async () => (await world.owner`select count(*)::int as all from events where type = 'config.changed'`)[0]?.all;
  const before = await entries();
  for (const _ of [1, 2]) {
    expect(await publishDeskRule(head, { desk, allot: "round-robin" })).toEqual({ done: true });
    expect(await publishAbilities(head, { desk, person: officer.id, speaks: ["pt"], skills: ["gmo"] })).toEqual({ done: true });
  }
  expect(await entries()).toBe(before + 2);
  expect(await settings()).toMatchObject({ allot: "round-robin", officers: expect.arrayContaining([expect.objectContaining({ id: officer.id, speaks: ["pt"], skills: ["gmo"] })]) });
  expect(await publishDeskRule(await as("admin@hku.example"), { desk, allot: null })).toEqual({ done: true });
  expect((await settings()).allot).toBeNull();
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("an officer, the head of another desk and another organisation’s administrator may not, and nobody sets what people of other desks can do", async () => {
  const officer = await as("pi@hku.example");
  const stranger = await as("ethics@hku.example");
  const refused = { refusals: [{ code: "notPermitted" }] };
  for (const email of ["pi@hku.example", "office@hku.example", "admin@um.example", "researcher@hku.example"]) {
    expect([email, await publishDeskRule(await as(email), { desk, allot: "offer" })]).toEqual([email, expect.objectContaining({ refusals: [expect.objectContaining({ code: "notPermitted" })] })]);
    expect(await publishAbilities(await as(email), { desk, person: officer.id, speaks: [], skills: [] })).toMatchObject(refused);
  }
  expect(await publishAbilities(await as("head@hku.example"), { desk, person: stranger.id, speaks: [], skills: ["gmo"] })).toMatchObject({ refusals: [{ code: "unknownPerson" }] });
  expect(await publishDeskRule(await as("head@hku.example"), { desk: "no.desk", allot: "offer" })).toEqual({ notFound: true });
});

test("how a queue is shown is kept with the person, whoever else has theirs as usual, and nobody reads or changes another's", async () => {
  const [head, officer] = [await as("head@hku.example"), await as("pi@hku.example")];
  expect(await queueSettingsOf(head)).toEqual(usualQueue);
  await keepQueueSettings(head, { order: "waiting", view: "overdue", rows: 50, hidden: ["with"] });
  await keepQueueSettings(head, { order: "waiting", view: "mine", rows: 50, hidden: ["corridor", "with"] });
  expect(await queueSettingsOf(head)).toEqual({ order: "waiting", view: "mine", rows: 50, hidden: ["corridor", "with"] });
  expect(await queueSettingsOf(officer)).toEqual(usualQueue);
  expect(await asReader(officer, (tx) => tx.select().from(queueSettings))).toEqual([]);
  await expect(asActor(officer, (tx) => tx.insert(queueSettings).values({ ...usualQueue, hidden: [], personId: head.id }))).rejects.toThrow();
});
