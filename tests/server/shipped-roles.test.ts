import { afterAll, beforeAll, expect, test } from "vitest";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { type Permission, type RoleId, standardRoles } from "../../lib/access/permission.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { publishShipped } from "../../lib/server/publish-shipped.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

/* What roles may do in an installation that an earlier version began. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const system = { kind: "system" } as const;
const without = (id: RoleId, ...gone: Permission[]): Change => ({ of: "role", id, permissions: standardRoles[id].filter((one) => !gone.includes(one)) });
const may = async (id: RoleId) => (await world.owner<{ permissions: string[] }[]>`select permissions from roles where id = ${id}`)[0]?.permissions.toSorted();
const told = async () => world.owner<{ actor: unknown; subject: string }[]>`select actor, data ->> 'subject' as subject from events where type = 'config.changed' and data ->> 'of' = 'role' order by at desc, seq desc limit 2`;

test("roles that an earlier version made gain at the next start what has come since, by an entry of the record, and once", async () => {
  await publish(system, [without("platform-admin", "request.breakGlass"), without("auditor", "record.hold")]);
  expect(await publishShipped()).toBe(2);
  expect([await may("platform-admin"), await may("auditor")]).toEqual([[...standardRoles["platform-admin"]].toSorted(), [...standardRoles.auditor].toSorted()]);
  expect((await told()).toSorted((a, b) => (a.subject < b.subject ? -1 : 1))).toEqual([{ actor: { system: true }, subject: "role:auditor" }, { actor: { system: true }, subject: "role:platform-admin" }]);
  expect(await publishShipped()).toBe(0);
  const { ok, problems } = await verify();
  expect([ok, problems]).toEqual([true, []]);
});

test("a role that a person changed stays as they left it", async () => {
  const policy = (await personActor("policy@causeway.example")) as PersonActor;
  expect(await publish(policy, [without("organisation-admin", "record.erase")])).not.toMatchObject({ refusals: expect.anything() });
  expect(await may("organisation-admin")).not.toContain("record.erase");
  expect(await publishShipped()).toBe(0);
  expect(await may("organisation-admin")).not.toContain("record.erase");
});
