import { afterAll, beforeAll, expect, test } from "vitest";
import { deskSettings } from "../../db/queries/desk-settings.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { led } from "../../lib/access/heads.ts";
import { personActor } from "../../lib/server/person.ts";
import { publishDeskHead } from "../../lib/server/publish-desk-head.ts";
import { demoWorld, type World } from "../db/demo-world.ts";

/* The administrator of an organisation names who heads its desks. */

let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const desk = "hku.endorsement";
const [admin, head, officer] = ["admin@hku.example", "head@hku.example", "pi@hku.example"];

async function as(email: string): Promise<PersonActor> {
  return (await personActor(email)) ?? expect.fail(`nobody has ${email}`);
}

async function name(by: string, person: string, asked: { before?: string; former?: "officer" | "leaves"; desk?: string } = {}) {
  const outcome = await publishDeskHead(await as(by), { desk, person, former: "officer", ...asked, before: asked.before === undefined ? null : (await as(asked.before)).id });
  return "refusals" in outcome ? outcome.refusals.map(({ code, path }) => `${code} ${path ?? ""}`.trim()) : outcome;
}

async function heads(): Promise<string[]> {
  const found = await deskSettings(await as(admin), desk);
  return (found?.officers ?? []).flatMap(({ email, isHead }) => (isHead ? [email] : [])).toSorted();
}

async function rights(email: string): Promise<string[]> {
  return (await as(email)).grants.map(({ role, scope }) => `${role} ${"id" in scope ? scope.id : ""}`).toSorted();
}

test("nobody else names one: no head, no officer, no administrator of another organisation; nor anybody themself, or somebody from elsewhere", async () => {
  const before = [await heads(), await rights(officer)];
  expect([await name(head, officer), await name(officer, officer), await name("office@hkust.example", officer)]).toEqual([["notPermitted"], ["notPermitted"], ["notPermitted"]]);
  expect(await name(admin, officer, { desk: "hkust.endorsement" })).toEqual(["notPermitted"]);
  expect([await name(admin, "nobody@hku.example"), await name(admin, "pi@hkust.example"), await name(admin, head), await name(admin, officer, { before: officer })]).toEqual([["unknownPerson person"], ["notOfOrganisation person"], ["headAlready person"], ["headNoMore before"]]);
  expect(await name(admin, admin)).toContain("namesThemself person");
  expect(await name(admin, officer, { desk: "hku.nowhere" })).toEqual({ notFound: true });
  expect([await heads(), await rights(officer)]).toEqual(before);
});

test("the named one heads the desk at once and keeps every other right; whoever did before stays as an officer, or leaves, and the record verifies", async () => {
  const [others, were] = [(await rights(officer)).filter((one) => one !== `desk-officer ${desk}`), await rights(head)];
  expect(await heads()).toEqual([head]);
  expect(await name(admin, officer, { before: head })).toEqual({ done: true });
  expect([await heads(), await rights(officer)]).toEqual([[officer], [...others, `desk-lead ${desk}`].toSorted()]);
  expect(await rights(head)).toEqual(were.map((one) => (one === `desk-lead ${desk}` ? `desk-officer ${desk}` : one)).toSorted());
  expect(led(await as(head))).not.toContain(desk);
  // Back again, and the other leaves the desk; then a second one beside the first.
  expect(await name(admin, head, { before: officer, former: "leaves" })).toEqual({ done: true });
  expect([await heads(), await rights(officer), await rights(head)]).toEqual([[head], others.toSorted(), were]);
  expect(await name(admin, officer)).toEqual({ done: true });
  expect(await heads()).toEqual([head, officer].toSorted());
  const [last] = await world.owner<{ actor: { person: string }; of: string }[]>`select actor, data ->> 'of' as of from events where type = 'config.changed' order by at desc limit 1`;
  expect(last).toEqual({ actor: expect.objectContaining({ person: (await as(admin)).id }), of: "grants" });
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("two at once in the place of one head leave one of them named", async () => {
  const both = await Promise.all(["office@hku.example", "ethics@hku.example"].map((one) => name(admin, one, { before: head })));
  expect(both.filter((outcome) => JSON.stringify(outcome) === '{"done":true}')).toHaveLength(1);
  expect(both).toContainEqual(["headNoMore before"]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});
