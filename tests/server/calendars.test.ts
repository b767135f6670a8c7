import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { configurationId } from "../../db/configure.ts";
import { verify } from "../../db/verify.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { takeIn } from "../../lib/calendar/in-force.ts";
import type { Command } from "../../lib/request/command.ts";
import type { Create } from "../../lib/request/commands/create.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { calendarsShown, importCalendar, type ImportedCalendar } from "../../lib/server/calendars.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { personActor } from "../../lib/server/person.ts";
import { requestDetail } from "../../lib/server/request-detail.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call } from "./api-world.ts";

let world: World;
let policy: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  policy = (await personActor("policy@causeway.example")) as PersonActor;
});
afterAll(async () => {
  takeIn([]);
  await world.stop();
});

/** Working days a year on: every weekday of the first weeks of 2027 off, so that whatever is due then moves. */
const weeks = Array.from({ length: 21 }, (_, at) => `2027-01-${String(at + 1).padStart(2, "0")}`);
const list = (days: readonly string[]) => ({ name: "holiday_cn_2027.json", bytes: new TextEncoder().encode(JSON.stringify({ year: 2027, papers: ["https://www.gov.cn/notice"], days: days.map((date) => ({ name: "春节", date, isOffDay: true })) })) });
const became = (result: ImportedCalendar) => ("years" in result ? result.years.map(({ calendar, year, is, days }) => [calendar, year, is, days.length]) : result);
const due = async (query: string) => (await call("GET /api/v1/workdays", `/api/v1/workdays?${query}`)).body;
const events = () => world.owner<{ seq: number; actor: unknown; data: { of: string; subject: string; version: string } }[]>`select seq, actor, data from events where stream = ${`config:${configurationId("calendar:CN-2027")}`} order by seq`;

async function submittedOn(day: string): Promise<string> {
  const clock = () => new Date(`${day}T02:00:00Z`);
  const [requester, id, story] = [(await personActor("researcher@sysu.example")) as PersonActor, newId(), stories.find(({ title }) => title === "珠江口沉積物對照樣本")];
  const give = async (command: Readonly<Record<string, unknown>>) => {
    const answer = await execute(requester, id, { ...command, commandId: newId() } as Command, clock);
    if (!isAccepted(answer)) throw new Error(JSON.stringify(answer));
  };
  await createRequest(requester, { id, kind: "sample", title: "Sediment", facts: { ...story?.facts, date: "2027-02-25" }, parties: { home: "sysu", host: "um" }, endorser: "pi@sysu.example", window: { from: day, to: "2027-03-31" } } as Create, clock);
  const draft = await requestDetail(requester, id, clock);
  await give({ type: "acceptTerms", terms: draft?.terms.map((one) => one.id) });
  for (const { requirement } of draft?.blockers ?? []) await give({ type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: "2026-11-02" });
  await give({ type: "submit" });
  return id;
}

/** The last day of its first step, as its row has it, and what its page says of that day. */
async function endorsementOf(id: string) {
  const [row] = await world.owner<{ due_on: string }[]>`select due_on::text from steps where request_id = ${id} and step_id = 'endorsement'`;
  const detail = await requestDetail((await personActor("researcher@sysu.example")) as PersonActor, id, () => new Date("2026-12-30T03:00:00Z"));
  const step = detail?.steps.find((one) => one.id === "endorsement");
  expect(step?.dueOn).toBe(row?.due_on);
  return [row?.due_on, step?.time?.unpublished];
}

test("nobody but who keeps the rules loads a year, and what contradicts the project's facts is not taken", async () => {
  const researcher = (await personActor("researcher@hku.example")) as PersonActor;
  expect(await importCalendar(researcher, list(weeks))).toEqual({ refusals: [{ code: "notPermitted" }] });
  const wrong = { name: "holidays_hk_2027.csv", bytes: new TextEncoder().encode(`date,name\n${weeks.map((day) => `${day},x`).join("\n")}`) };
  expect(became(await importCalendar(policy, wrong))).toEqual([["HK", 2027, "contradicts", 26]]);
  expect(await world.owner`select 1 from calendar_years`).toEqual([]);
});

test("a year that is loaded is an event with who and source, counts at once, moves what is due in it, and the record still holds", async () => {
  expect(await due("from=2026-12-31&days=1&regions=CN")).toMatchObject({ due: "2027-01-01", provisional: [{ region: "CN", year: 2027 }] });
  // Three working days of the Mainland: 31 December, and as far as is known then, 1 and 4 January.
  const id = await submittedOn("2026-12-30");
  const [dueOn, provisional] = await endorsementOf(id);
  expect([dueOn, provisional]).toEqual(["2027-01-04", [{ calendar: "CN", year: 2027 }]]);
  expect(became(await importCalendar(policy, list(weeks)))).toEqual([["CN", 2027, "new", 0]]);
  expect(await due("from=2026-12-31&days=1&regions=CN")).toEqual({ due: "2027-01-22", skipped: weeks.map((date) => ({ date, regions: ["CN"], reason: "holiday", names: { CN: "春节" } })) });
  expect(await events()).toMatchObject([{ seq: 1, actor: { person: policy.id, desk: null }, data: { of: "calendar", subject: "calendar:CN-2027", version: "1" } }]);
  expect(await world.owner`select id, number, list->>'source' as source from calendar_years`).toEqual([{ id: "CN-2027", number: 1, source: "https://www.gov.cn/notice" }]);
  expect(await endorsementOf(id)).toEqual(["2027-01-25", []]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("loaded a second time it changes nothing; a corrected list of it is loaded anew and says on which days it differs", async () => {
  expect(became(await importCalendar(policy, list(weeks)))).toEqual([["CN", 2027, "unchanged", 0]]);
  expect(await events()).toHaveLength(1);
  expect(became(await importCalendar({ kind: "system" }, list(weeks.slice(0, 20))))).toEqual([["CN", 2027, "changed", 1]]);
  expect((await events()).map(({ actor }) => actor)).toEqual([{ person: policy.id, desk: null }, { system: true }]);
  expect((await due("from=2026-12-31&days=1&regions=CN")).due).toBe("2027-01-21");
  const shown = await calendarsShown(policy);
  expect(shown.filter(({ loadedAt }) => loadedAt !== null).map(({ list: { calendar, year, source } }) => [calendar, year, source])).toEqual([["CN", 2027, "https://www.gov.cn/notice"]]);
  expect(await verify()).toMatchObject({ ok: true, problems: [] });
});

test("a list that is changed past the record is found", async () => {
  await world.owner`update calendar_years set list = jsonb_set(list, '{days,0,is}', '"half"') where number = 2`;
  expect((await verify()).problems).toContainEqual(expect.objectContaining({ field: "calendar_years[CN-2027@2].list", code: "differs" }));
});
