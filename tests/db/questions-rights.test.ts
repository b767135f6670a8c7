import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Change } from "../../lib/access/configuration.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { personActor } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { breakTheGlass, mendGlass } from "../../lib/server/publish-break-glass.ts";
import { forgetPerson } from "../../lib/server/publish-forgotten.ts";
import { plant } from "../support/plant.ts";
import { ask, askDemonstration, everyRowIsSaid, next, someone, world } from "./questions-world.ts";

/* The questions of rights, of the set-up and of what is late, each with a planted yes and a clean no. */

askDemonstration();

test("what is overdue is listed by its last day, and nothing before the first", async () => {
  const answer = await ask("overdue-obligations");
  expect(answer.count).toBeGreaterThan(0);
  const days = answer.items.map(({ values }) => String(values.due));
  expect(days).toEqual(days.toSorted());
  expect(days.every((day) => day < dayOf(new Date()))).toBe(true);
  expect((await ask("overdue-obligations", { to: addDays(days[0] ?? "", -1) })).count).toBe(0);
});

test("a right that nobody uses is found once it is old enough, and one that is used is not", async () => {
  const answer = await ask("unused-rights");
  const all = [];
  for (let page = answer; ; ) {
    all.push(...page.items);
    if (page.next === null) break;
    page = await ask("unused-rights", { cursor: page.next });
  }
  expect(new Set(all.map(({ key }) => key)).size).toBe(answer.count);
  const [used] = await world.owner<{ person: string; desk: string }[]>`select actor ->> 'person' as person, actor ->> 'desk' as desk from events where type = 'step.approved' and actor ->> 'desk' is not null and at > now() - interval '60 days' and exists (select 1 from grants g where g.person_id::text = actor ->> 'person' and g.scope_id = actor ->> 'desk') order by at desc limit 1`;
  expect(all.some(({ people, values }) => people[0] === used?.person && values.scope === `desk:${used?.desk}`)).toBe(false);
  expect((await ask("unused-rights", { days: 3_650 })).count).toBe(0);
});

test("rights of one person are listed in one order, also where a role's name begins with another's", async () => {
  const person = someone("researcher@smu.example");
  await world.owner`insert into roles (id, permissions) values ('desk-officer-by-night', '{step.decide}')`;
  await publish({ kind: "system" }, [{ of: "grants", person, grants: [{ role: "desk-officer", scope: { kind: "desk", id: "smu.biosafety" } }, { role: "desk-officer-by-night", scope: { kind: "desk", id: "smu.biosafety" } }] }]);
  const keys = (await ask("unused-rights", { organisation: "smu", days: 1, to: addDays(dayOf(new Date()), 2) })).items.map(({ key }) => key);
  expect(keys.filter((key) => key.startsWith(person))).toHaveLength(2);
  expect(keys).toEqual(keys.toSorted());
});

test("an entry of the set-up that its author needed no right for, or another right, is no use of one", async () => {
  const admin = someone("admin@hku.example");
  const unused = async () => (await ask("unused-rights", { days: 1, organisation: "hku" })).items.filter(({ people }) => people[0] === admin).map(({ values }) => `${values.role} ${values.scope}`);
  const right = "organisation-admin organisation:hku";
  expect(await unused()).toContain(right);
  const change = async (of: string, subject: string) => plant(world.owner, { stream: `config:${randomUUID()}`, type: "config.changed", actor: { person: admin, desk: null }, data: { of, subject: `${of}:${subject}`, change: { digest: "0".repeat(64) } } });
  await change("key", randomUUID());
  await change("taken-away", randomUUID());
  await change("calendar", "CN-2027");
  await change("desk", "smu.biosafety");
  await change("person", someone("researcher@smu.example"));
  expect(await unused()).toContain(right);
  await change("person", someone("researcher@hku.example"));
  expect(await unused()).not.toContain(right);
});

test("rights that overlap are found: one within another, two desks of one case, audit and rules beside decisions", async () => {
  const before = await ask("overlapping-rights");
  const [person, desk] = [someone(), (id: string) => ({ kind: "desk" as const, id })];
  const grants: Extract<Change, { of: "grants" }>["grants"] = [
    { role: "desk-officer", scope: desk("hku.biosafety") }, { role: "desk-lead", scope: desk("hku.biosafety") }, { role: "desk-officer", scope: desk("hku.sign-off") },
    { role: "auditor", scope: { kind: "organisation", id: "hku" } }, { role: "policy-admin", scope: { kind: "everything" } },
  ];
  await publish({ kind: "system" }, [{ of: "grants", person, grants }]);
  const own = (await ask("overlapping-rights")).items.filter(({ people }) => people[0] === person);
  expect(new Set(own.map(({ code }) => code))).toEqual(new Set(["contained", "twoDesks", "auditsOwn", "rulesAndCases"]));
  expect(before.items.some(({ people }) => people[0] === person)).toBe(false);
  expect((await ask("overlapping-rights", { organisation: "um" })).items.some(({ people }) => people[0] === person)).toBe(false);
});

test("a change of the set-up is found with who made it; a workflow that one person published alone is told apart", async () => {
  const before = await ask("set-up-changes");
  const by = { person: someone("researcher@hku.example"), desk: null };
  const stream = `config:${randomUUID()}`;
  const seq = await plant(world.owner, { stream, type: "config.changed", actor: by, data: { of: "workflow", subject: "workflow:sample", version: "99", kind: "sample", content: "0".repeat(64) } });
  await plant(world.owner, { stream, type: "config.changed", actor: by, data: { of: "workflow", subject: "workflow:sample", version: "100", kind: "sample", content: "0".repeat(64), approved: { proposal: randomUUID(), author: by.person, approver: someone(), effectiveFrom: "2026-12-01" } } });
  const after = await ask("set-up-changes", { from: dayOf(new Date()) });
  expect(after.items.filter(({ entries }) => entries[0]?.id === stream.slice(7)).map(({ code, people }) => [code, people])).toEqual([["second", [by.person, someone()]], ["alone", [by.person]]]);
  expect(after.items.find(({ code }) => code === "alone")?.entries).toEqual([{ of: "setUp", id: stream.slice(7), seq }]);
  const whole = await ask("set-up-changes");
  expect([whole.looked.alone, whole.looked.second]).toEqual([(before.looked.alone ?? 0) + 1, (before.looked.second ?? 0) + 1]);
  expect((await ask("set-up-changes", {}, "auditor@hku.example")).items.every(({ entries }) => entries[0]?.of === "account")).toBe(true);
});

test("a request that was opened by break-glass is found by the auditors of its places, and by no others", async () => {
  const { id, number } = next();
  const before = (await ask("break-glass")).items;
  const admin = (await personActor("admin@causeway.example")) as PersonActor;
  const opened = await breakTheGlass(admin, number, { reason: "A traveller was taken to hospital and nobody answers.", hours: 2 });
  const [found] = (await ask("break-glass")).items;
  expect(found).toMatchObject({ code: "open", request: { id, number }, people: [admin.id], values: { reason: "A traveller was taken to hospital and nobody answers." } });
  await mendGlass(admin, "id" in opened ? String(opened.id) : "");
  expect((await ask("break-glass")).items).toMatchObject([{ code: "closed" }, ...before]);
  expect((await ask("break-glass", {}, "auditor.mo@causeway.example")).count).toBe(0);
  // An owner of the database who makes one of them say nonsense hides none of them.
  await world.owner`update texts t set body = '{' from events e where e.request_id = t.request_id and e.data ->> 'of' = 'break-glass'`;
  expect((await ask("break-glass")).items).toMatchObject([{ code: "closed", values: { reason: null } }, ...before.map(({ code }) => ({ code }))]);
  const by = { person: admin.id, desk: null };
  for (const access of [{ id: "x", request: id, person: { a: 1 }, until: "2026-99-01", ended: 3 }, "none"]) await plant(world.owner, { stream: `config:${randomUUID()}`, type: "config.changed", actor: by, data: { of: "break-glass", subject: "break-glass:x", change: { digest: "0".repeat(64) }, access } });
  expect((await ask("break-glass")).count).toBe(before.length + 3);
});

test("a decision while standing in for the requester is found after the stand-in was forgotten, too", async () => {
  const [{ id, requester }, officer, today] = [next(), someone(), dayOf(new Date())];
  await publish({ kind: "system" }, [{ of: "stand-in", id: randomUUID(), for: requester, by: officer, from: today, until: today, desks: [], reason: "A conference in Lisbon.", ended: false }], () => new Date(`${today}T00:00:01+08:00`));
  await plant(world.owner, { stream: `request:${id}`, type: "step.approved", actor: { person: officer, desk: null }, data: { step: "sign-off", round: 1, conditions: [] } });
  const found = async () => (await ask("own-approvals")).items.filter(({ request }) => request?.id === id).map(({ code }) => code);
  expect(await found()).toEqual(["standsIn"]);
  // Whoever is forgotten leaves no desk with nobody.
  const [mate, { grants }] = [randomUUID(), (await personActor("biosafety@hku.example")) as PersonActor];
  await publish({ kind: "system" }, [{ of: "person", id: mate, email: "mate@hku.example", name: "Another Officer", language: "en", organisation: "hku", active: true }, { of: "grants", person: mate, grants: grants.map(({ role, scope }) => ({ role, scope })) }]);
  expect(await forgetPerson((await personActor("admin@hku.example")) as PersonActor, officer, "hk-pdpo-26")).toEqual({ forgotten: officer });
  expect(await found()).toEqual(["standsIn"]);
});

everyRowIsSaid();
