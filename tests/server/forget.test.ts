import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configurationId } from "../../db/configure.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { forgetPerson } from "../../lib/server/publish-forgotten.ts";
import type { World } from "../db/demo-world.ts";
import { peopledWorld } from "../db/small-record.ts";
import { give, keyOf } from "./api-world.ts";
import { endorsed } from "./seawater.ts";

let world: World;
beforeAll(async () => void (world = await peopledWorld("hkust", "sustech")));
afterAll(() => world.stop());

const actorOf = async (email: string) => (await personActor(email)) as PersonActor;

test("nobody is forgotten who has a step in hand, or without whom a desk that is to decide has nobody; with the account, what they may do ends on record", async () => {
  const forget = async (email: string) => {
    const answer = await forgetPerson(await actorOf("admin@hkust.example"), (await actorOf(email)).id, "hk-pdpo-26");
    return "refusals" in answer ? answer.refusals.map(({ code }) => code).join() : "forgotten" in answer ? "done" : "404";
  };
  const id = await endorsed();
  const [step, email] = ["sign-off", "office@hkust.example"];
  const officer = await actorOf(email);
  expect((await forget(email)).split(",")).toContain("workInHand");
  const second = newId();
  await publish({ kind: "system" }, [{ of: "person", id: second, email: "second@hkust.example", name: "Second Officer", language: "en", organisation: "hkust", active: true }, { of: "grants", person: second, grants: officer.grants.map(({ role, scope }) => ({ role, scope })) }]);
  expect((await give(id, await keyOf("second@hkust.example"), { type: "claim", step })).status).toBe(200);
  expect((await forget("second@hkust.example")).split(",")).toContain("workInHand");
  expect((await give(id, await keyOf("second@hkust.example"), { type: "release", step })).status).toBe(200);
  expect((await give(id, await keyOf("researcher@hkust.example"), { type: "withdraw", reason: "Not needed." })).status).toBe(200);
  expect(await forget("second@hkust.example")).toBe("done");
  const [last] = await world.owner<{ of: string }[]>`select data ->> 'of' as of from events where request_id = ${configurationId(`grants:${second}`)} and seq = 2`;
  expect([last, await world.owner`select 1 from grants where person_id = ${second}`, await personActor("second@hkust.example")]).toEqual([{ of: "grants" }, [], null]);
  expect((await verify()).problems).toEqual([]);
});
