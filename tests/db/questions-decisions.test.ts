import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { checkedCase } from "../../db/queries/audit-case.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { wordsDigest } from "../../lib/audit/chain.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { format } from "../../lib/format.ts";
import { publish } from "../../lib/server/publish.ts";
import { quantityWords } from "../../lib/server/quantity-words.ts";
import { answerShape } from "../../lib/server/question-shape.ts";
import { translator } from "../../lib/server/translate.ts";
import { plant } from "../support/plant.ts";
import { about, actors, ask, askDemonstration, everyRowIsSaid, next, someone, world } from "./questions-world.ts";

/* The questions of decisions and of permits, each with a planted yes and a clean no. */

askDemonstration();

const approved = (person: string, more: object = {}, step = "sign-off", actor: object = {}) => ({ type: "step.approved", actor: { person, desk: null, ...actor }, data: { step, round: 1, conditions: [], ...more } });

describe("a decision on one's own request, or one's team's, is found", () => {
  test("by the requester, although the read tables name another and the chain holds", async () => {
    const { id, requester } = next();
    const seq = await plant(world.owner, { stream: `request:${id}`, ...approved(requester) });
    await world.owner`update requests set requester = ${someone()} where request_id = ${id}`;
    expect((await checkedCase(actors["auditor@causeway.example"] as PersonActor, id)).problems).toEqual([]);
    const [found, ...more] = await about("own-approvals", id);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: "requester", people: [requester, requester], entries: [{ of: "request", id, seq }] });
    await world.owner`update requests set requester = ${requester} where request_id = ${id}`;
  });

  test("by one of the team, in the place of the requester, by a stand-in of theirs, and by whoever they handed the step on to", async () => {
    const [team, place, standing, handed] = [next(), next(), next(), next()];
    const officer = someone();
    // A team member: whoever handed the request over stays in its team.
    await plant(world.owner, { stream: `request:${team.id}`, type: "request.transferred", actor: { person: team.requester, desk: null }, data: { from: team.requester, to: someone("researcher@hku.example"), reason: { digest: "0".repeat(64) } } });
    await plant(world.owner, { stream: `request:${team.id}`, ...approved(team.requester) });
    await plant(world.owner, { stream: `request:${place.id}`, ...approved(officer, {}, "sign-off", { for: place.requester }) });
    const today = dayOf(new Date());
    await publish({ kind: "system" }, [{ of: "stand-in", id: randomUUID(), for: standing.requester, by: officer, from: today, until: today, desks: [], reason: null, ended: false }], () => new Date(`${today}T00:00:01+08:00`));
    await plant(world.owner, { stream: `request:${standing.id}`, ...approved(officer) });
    await plant(world.owner, { stream: `request:${handed.id}`, type: "step.delegated", actor: { person: handed.requester, desk: null }, data: { step: "sign-off", round: 1, from: handed.requester, to: officer, reason: { digest: "0".repeat(64) } } });
    await plant(world.owner, { stream: `request:${handed.id}`, ...approved(officer) });
    for (const [{ id }, code] of [[team, "team"], [place, "inPlaceOf"], [standing, "standsIn"], [handed, "handedOn"]] as const) expect([code, (await about("own-approvals", id)).map((one) => one.code)]).toEqual([code, [code]]);
    // Not a stand-in any more, and not the requester any more: nothing is found.
    await plant(world.owner, { stream: `request:${next().id}`, ...approved(officer) });
    expect((await ask("own-approvals")).items.map(({ code }) => code).toSorted()).toEqual(["handedOn", "inPlaceOf", "requester", "standsIn", "team"]);
  });

  test("but not that of the named endorser who is of the team, at the step that is theirs; elsewhere it is", async () => {
    const { id, requester } = next();
    const [asked] = await world.owner<{ endorser: string }[]>`select data ->> 'endorser' as endorser from events where request_id = ${id} and type = 'request.submitted'`;
    const endorser = asked?.endorser ?? "";
    const before = await ask("own-approvals");
    const over = (from: string, to: string) => plant(world.owner, { stream: `request:${id}`, type: "request.transferred", actor: { person: from, desk: null }, data: { from, to, reason: { digest: "0".repeat(64) } } });
    await over(requester, endorser);
    await over(endorser, requester);
    await plant(world.owner, { stream: `request:${id}`, ...approved(endorser, {}, "endorsement") });
    const after = await ask("own-approvals");
    expect([after.count, after.looked.endorsed]).toEqual([before.count, (before.looked.endorsed ?? 0) + 1]);
    await plant(world.owner, { stream: `request:${id}`, ...approved(endorser, {}, "sign-off") });
    expect((await about("own-approvals", id)).map(({ code }) => code)).toEqual(["team"]);
  });

  test("and an auditor of another place hears nothing of it", async () => {
    for (const email of ["auditor.mo@causeway.example", "auditor@hku.example"]) expect([email, (await ask("own-approvals", {}, email)).count]).toEqual([email, 0]);
  });
});

test("two who approve each other are found, as often as the rule says", async () => {
  const [a, b] = [next(), next()];
  await plant(world.owner, { stream: `request:${a.id}`, ...approved(b.requester) });
  expect((await about("mutual-approvals", a.id)).length).toBe(0);
  await plant(world.owner, { stream: `request:${b.id}`, ...approved(a.requester) });
  const [found] = await about("mutual-approvals", a.id);
  expect(found).toMatchObject({ code: "pair", values: { ours: 1, theirs: 1 } });
  expect(found?.people.toSorted()).toEqual([a.requester, b.requester].toSorted());
  // One request can be approved more than once, as after an amendment: approvals are counted, and said, and not requests.
  await plant(world.owner, { stream: `request:${a.id}`, ...approved(b.requester, { round: 2 }) });
  const again = (await ask("mutual-approvals")).items.filter(({ people }) => people.includes(a.requester) && people.includes(b.requester));
  expect(again.map(({ values }) => [values.ours, values.theirs].toSorted())).toEqual([[1, 2]]);
  expect(answerShape({ ...(await ask("mutual-approvals")), items: again }, {}, "en").items.map(({ says }) => says)).toEqual([expect.stringMatching(/\btwice|2 times\b/)]);
  expect(await about("mutual-approvals", a.id, { least: 2 })).toEqual([]);
  // Its two events can have one number: each has that of its request beside it, which a row about one request says once.
  const { numbers } = (await ask("mutual-approvals")).names;
  expect(found?.entries.map(({ id }) => numbers[id]).toSorted()).toEqual([a.number, b.number].toSorted());
  expect((await ask("faster-than-reading")).names.numbers).toEqual({});
});

test("a decision outside a desk's scope is found: without a right there at the time, for another desk, at a desk of neither side", async () => {
  const rows = await world.owner<{ id: string; step: string; desk: string; officer: string }[]>`
    select s.request_id as id, s.step_id as step, s.desk, s.decided_by as officer from steps s join requests r using (request_id)
    where s.outcome = 'approved' and s.assignee is null and s.desk like '%.sign-off' and 'MO' not in (r.from_jurisdiction, r.to_jurisdiction) order by s.request_id desc limit 4`;
  const [none, other, place, gone] = rows;
  if (!none || !other || !place || !gone) throw new Error("too few steps");
  const foreign = (await world.owner<{ id: string }[]>`select id from desks where id = 'um.sign-off'`)[0]?.id ?? "";
  await plant(world.owner, { stream: `request:${none.id}`, ...approved(someone("researcher@hku.example"), {}, none.step, { desk: none.desk }) });
  await plant(world.owner, { stream: `request:${other.id}`, ...approved(other.officer, {}, other.step, { desk: "hku.biosafety" }) });
  await plant(world.owner, { stream: `request:${place.id}`, ...approved(someone(), {}, "no-such-step", { desk: foreign }) });
  for (const [id, code] of [[none.id, "noRight"], [other.id, "otherDesk"], [place.id, "otherPlace"]] as const) expect([code, (await about("outside-scope", id)).map((one) => one.code)]).toContainEqual([code]);
  // Whoever lost the right later had it then; whoever decides after that had not.
  await publish({ kind: "system" }, [{ of: "grants", person: gone.officer, grants: [] }]);
  expect(await about("outside-scope", gone.id)).toEqual([]);
  await plant(world.owner, { stream: `request:${gone.id}`, ...approved(gone.officer, {}, gone.step, { desk: gone.desk }), at: new Date(Date.now() + 1_000).toISOString() });
  expect((await about("outside-scope", gone.id)).map(({ code }) => code)).toEqual(["noRight"]);
});

test("a list of decisions outside a scope goes on after the tenth entry of a moment with the ninth", async () => {
  const [short] = await world.owner<{ id: string; seq: number }[]>`select request_id as id, seq from heads where stream like 'request:%' and seq < 8 order by seq, request_id limit 1`;
  if (!short) throw new Error("every case is long");
  const [day, moment] = [addDays(dayOf(new Date()), 30), `${addDays(dayOf(new Date()), 30)}T02:00:00.000Z`];
  const planted: number[] = [];
  for (let seq = short.seq; seq < 59; seq += 1) planted.push(await plant(world.owner, { stream: `request:${short.id}`, ...approved(someone(), {}, "no-such-step", { desk: "um.sign-off" }), at: moment }));
  const listed = await about("outside-scope", short.id, { from: day, to: day });
  expect(listed.map(({ entries }) => entries.at(-1)?.seq)).toEqual(planted.toReversed());
});

test("a decision faster than reading is found by the rule, and the rule can be set", async () => {
  expect((await ask("faster-than-reading")).items).toMatchObject([{ values: { took: 22 } }]);
  const [step] = await world.owner<{ id: string; step: string }[]>`select s.request_id as id, s.step_id as step from steps s join requests r using (request_id) where s.outcome = 'approved' and s.decided_by is not null and r.home = 'hku' order by 1 limit 1`;
  if (!step) throw new Error("no step was decided");
  expect(await about("faster-than-reading", step.id)).toEqual([]);
  await world.owner`update steps set since = decided_at - interval '3 seconds' where request_id = ${step.id} and step_id = ${step.step}`;
  const [found] = await about("faster-than-reading", step.id);
  expect(found).toMatchObject({ code: "sinceOpened", values: { step: step.step, took: 3 } });
  expect(found?.entries).toHaveLength(1);
  expect(await about("faster-than-reading", step.id, { perAnswer: 0, perPaper: 0 })).toEqual([]);
});

test("a step that was skipped is found with who and why", async () => {
  const { id } = next();
  expect(await about("skipped-steps", id)).toEqual([]);
  const [salt, body] = ["0".repeat(32), "The host has no such office."];
  const digest = wordsDigest(salt, body);
  await world.owner`insert into texts (request_id, digest, salt, body) values (${id}, ${digest}, ${salt}, ${body})`;
  const seq = await plant(world.owner, { stream: `request:${id}`, type: "step.skipped", actor: { person: someone(), desk: "hku.biosafety" }, data: { step: "biosafety", round: 1, reason: { digest } } });
  await plant(world.owner, { stream: `request:${id}`, type: "step.settled", actor: { system: true }, data: { step: "biosafety", round: 1, outcome: "settled", by: "clock", rule: null } });
  const found = await about("skipped-steps", id);
  expect(found.map(({ code }) => code)).toEqual(["clock", "skipped"]);
  expect(found[1]).toMatchObject({ people: [someone()], desks: ["hku.biosafety"], entries: [{ of: "request", id, seq }], values: { reason: body } });
});

test("a permit used past its terms is found: after its end, past its limit, elsewhere, while suspended, before it began", async () => {
  const [permit] = await world.owner<{ id: string; until: string; from: string; limit: string; unit: string; used: string }[]>`
    select request_id as id, valid_until::text as until, valid_from::text as from, limit_value::text as limit, limit_unit as unit, used::text as used from permits where status = 'valid' order by 1 limit 1`;
  if (!permit) throw new Error("no permit");
  const { id, unit } = permit;
  expect(await about("permits-past-terms", id)).toEqual([]);
  const cross = (at: string, more: object = {}) => plant(world.owner, { stream: `request:${id}`, type: "movement.recorded", actor: { person: someone(), desk: null }, data: { movement: randomUUID(), direction: "out", quantity: { value: "0", unit }, controlPoint: null, at, ...more } });
  await cross(`${addDays(permit.until, 1)}T09:00:00+08:00`);
  await cross(`${addDays(permit.from, -1)}T09:00:00+08:00`);
  // Back late is welcome.
  await cross(`${addDays(permit.until, 2)}T09:00:00+08:00`, { direction: "return" });
  await plant(world.owner, { stream: `request:${id}`, type: "permit.suspended", actor: { person: someone(), desk: null }, data: { reason: { digest: "0".repeat(64) } }, at: `${permit.from}T00:00:00.000Z` });
  await cross(`${permit.from}T23:00:00+08:00`);
  await plant(world.owner, { stream: `request:${id}`, type: "permit.reinstated", actor: { person: someone(), desk: null }, data: { reason: { digest: "0".repeat(64) } }, at: `${permit.from}T16:30:00.000Z` });
  const tooMuch = randomUUID();
  await cross(`${addDays(permit.from, 1)}T09:00:00+08:00`, { movement: tooMuch, quantity: { value: "1000000", unit } });
  expect((await about("permits-past-terms", id)).map(({ code }) => code).toSorted()).toEqual(["afterExpiry", "beforeStart", "overLimit", "whileSuspended"]);
  // An amount is said as it is everywhere, in the word of its unit for so many.
  const past = (await ask("permits-past-terms")).items.filter(({ code }) => code === "overLimit");
  expect(answerShape({ ...(await ask("permits-past-terms")), items: past }, {}, "en").items.map(({ says }) => says)).toContainEqual(expect.stringContaining(quantityWords({ value: permit.limit, unit }, { t: translator("en"), format: format("en") })));
  // What was put right counts as it was put right.
  await plant(world.owner, { stream: `request:${id}`, type: "movement.corrected", actor: { person: someone(), desk: null }, data: { movement: randomUUID(), corrects: tooMuch, stage: "crossed", direction: "out", quantity: { value: "0", unit }, controlPoint: null, at: `${addDays(permit.from, 1)}T09:00:00+08:00`, reason: { digest: "0".repeat(64) } } });
  expect((await about("permits-past-terms", id)).map(({ code }) => code).toSorted()).toEqual(["afterExpiry", "beforeStart", "whileSuspended"]);
});

everyRowIsSaid();
