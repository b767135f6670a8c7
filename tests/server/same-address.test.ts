import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actorNamed } from "../../cli/actor-named.ts";
import { asActor, asReader } from "../../db/client.ts";
import { personByEmail } from "../../db/config.ts";
import { namedPeople } from "../../db/queries/named-people.ts";
import { credentials, passwordResets } from "../../db/schema/people.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { hashPassword } from "../../lib/server/passwords.ts";
import { personActor, personNamed } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { personNamedBy } from "../../lib/server/retention.ts";
import { signIn } from "../../lib/server/sign-in.ts";
import { sendReset } from "../../lib/server/sign-in-reset.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

/* Scenario 49: one address is never two people, so whoever acts by it is one. */

let world: World;
const [first, gone] = [newId(), newId()];
const password = "a password that is long enough";
beforeAll(async () => {
  world = await demoWorld({ empty: true });
  await publish(system, [person(first, "One@Somewhere.example"), { ...person(gone, "gone@somewhere.example"), active: false }]);
  const passwordHash = await hashPassword(password);
  await asActor(system, (tx) => tx.insert(credentials).values({ personId: first, passwordHash, changedAt: new Date().toISOString() }));
});
afterAll(() => world.stop());

const system = { kind: "system" } as const;
const person = (id: string, email: string) => ({ of: "person", id, email, name: "Somebody", language: "en", organisation: null, active: true }) as const;

/** One address, as people write it; and what looks like it and is another, or none. */
const same = ["one@somewhere.example", "ONE@Somewhere.EXAMPLE", "  one@somewhere.example\t", "ｏｎｅ@somewhere.example", "one＠somewhere．example"];
const other = ["оne@somewhere.example", "one@somewhere.example.", "one@somewhere.example\u200b", "o\u00adne@somewhere.example", "one @somewhere.example", "one@somewhere.example,two@somewhere.example", "one@somewhere.example\u0000", "gone@somewhere.example", "%", "", "one"];

test("a second person with an address in use is refused, however it is written, and nothing of the call is kept", async () => {
  for (const email of ["one@somewhere.example", "ONE@somewhere.EXAMPLE"]) expect(await publish(system, [person(newId(), "other@somewhere.example"), person(newId(), email)])).toMatchObject({ refusals: [{ code: "addressTaken", path: "email" }] });
  expect(await publish(system, [person(newId(), "two@somewhere.example"), person(newId(), "Two@somewhere.example")])).toMatchObject({ refusals: [{ code: "addressTaken" }] });
  // Of somebody who has left as well: their history would otherwise be another's.
  expect(await publish(system, [person(newId(), "GONE@somewhere.example")])).toMatchObject({ refusals: [{ code: "addressTaken" }] });
  expect((await world.owner<{ email: string }[]>`select email from people order by 1`).map(({ email }) => email)).toEqual(["gone@somewhere.example", "one@somewhere.example"]);
  // Their own row may be said again.
  expect(await publish(system, [person(first, "ONE@somewhere.example")])).toEqual({ kept: 1 });
});

test.each([...same, "one@somewhere.example\u00a0"])("the database keeps no second person under %j, whoever writes the row", async (email) => {
  const insert = world.owner`insert into people (id, email, name, language, created_at) values (${newId()}, ${email.trim()}, 'A second', 'en', now())`;
  await expect(insert).rejects.toMatchObject({ constraint_name: expect.stringMatching(/^people_email/) });
});

describe.each<[string, (typed: string) => Promise<string | null | undefined>]>([
  ["an API key's person", async (typed) => (await issueKeyFor(typed, { name: "tests", scopes: ["read"] }, new Date()) ? first : null)],
  ["the operator's --user", async (typed) => actorNamed(typed).then(({ id }) => id, () => null)],
  ["a session", async (typed) => (await personActor(typed))?.id],
  ["sign-in", async (email) => asSignedIn(await signIn({ email, password, address: newId() }, new Date(Date.now() + 3_600_000 * minutes++)))],
  ["a forgotten password", async (typed) => resetFor(typed)],
  ["whom a command names, as adviser, stand-in, substitute or new requester", (typed) => asReader(system, async (tx) => (await personNamed(tx, typed))?.id)],
  ["an endorser", (typed) => asReader(system, (tx) => personByEmail(tx, typed))],
  ["a member of the team", async (typed) => (await namedPeople(system, { emails: [typed] }))[0]?.id],
])("%s", (way, by) => {
  test.each(same)(`is one and the same person by %j`, async (typed) => expect([way, await by(typed)]).toEqual([way, first]));
  test.each(other)(`is nobody by %j`, async (typed) => expect([way, (await by(typed)) ?? null]).toEqual([way, null]));
});

test("whoever is to be forgotten is found by any spelling, also after they left, and nobody else is", async () => {
  expect(await Promise.all(same.map((typed) => personNamedBy(system, typed)))).toEqual(same.map(() => first));
  expect(await Promise.all(other.map((typed) => personNamedBy(system, typed)))).toEqual(other.map((typed) => (typed === "gone@somewhere.example" ? gone : null)));
});

let minutes = 0;

function asSignedIn(outcome: Awaited<ReturnType<typeof signIn>>): string | null {
  return "person" in outcome ? outcome.person.id : null;
}

/** For whom a link was made. */
async function resetFor(typed: string): Promise<string | null> {
  await world.owner`delete from password_resets`;
  await sendReset(typed, new Date());
  const [row] = await asReader({ kind: "signIn" }, (tx) => tx.select({ person: passwordResets.personId }).from(passwordResets).where(eq(passwordResets.personId, first)));
  const [all] = await world.owner<{ count: number }[]>`select count(*)::int from password_resets`;
  return (all?.count ?? 0) > 1 ? "more than one" : (row?.person ?? null);
}
