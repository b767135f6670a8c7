import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

/* Scenario 49: one address is never two people, so whoever acts by it is one. */

let world: World;
beforeAll(async () => {
  world = await demoWorld({ empty: true });
});
afterAll(() => world.stop());

const system = { kind: "system" } as const;
const person = (id: string, email: string) => ({ of: "person", id, email, name: "Somebody", language: "en", organisation: null, active: true }) as const;

test("a second person with an address in use is refused, however it is written, and nothing of the call is kept", async () => {
  const first = newId();
  expect(await publish(system, [person(first, "One@Somewhere.example")])).toEqual({ kept: 1 });
  for (const email of ["one@somewhere.example", "ONE@somewhere.EXAMPLE"]) expect(await publish(system, [person(newId(), "other@somewhere.example"), person(newId(), email)])).toMatchObject({ refusals: [{ code: "addressTaken", path: "email" }] });
  expect(await publish(system, [person(newId(), "two@somewhere.example"), person(newId(), "Two@somewhere.example")])).toMatchObject({ refusals: [{ code: "addressTaken" }] });
  expect((await world.owner<{ email: string }[]>`select email from people order by 1`).map(({ email }) => email)).toEqual(["one@somewhere.example"]);
  expect((await personActor(" ONE@somewhere.example "))?.id).toBe(first);
  // Their own row may be said again.
  expect(await publish(system, [person(first, "ONE@somewhere.example")])).toEqual({ kept: 1 });
});
