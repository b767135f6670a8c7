import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoWorld, type World } from "../db/demo-world.ts";
import { further } from "../support/further.ts";
import { type Action, actionsInCode, type Became, send, sendAndDraw, sendForm, signInAs, untouched } from "./forms-world.ts";
import { type Form, type FormsKnown, formsKnown, goodForms } from "./good-forms.ts";
import { type Fields, formOf, oddBesides, oddFields } from "./odd-forms.ts";

/*
 * Every server action of the pages is sent its form with something odd in each field, and with odd things besides, as a browser
 * without scripts sends it. It comes back with words in the reader's language and with what was typed, or leads on; it never
 * fails, and what is refused changes nothing.
 */

let world: World;
let actions: ReadonlyMap<string, Action>;
let inline: readonly string[];
let known: FormsKnown;

beforeAll(async () => {
  world = await demoWorld();
  ({ actions, inline } = await actionsInCode());
  known = await formsKnown(world);
});
afterAll(() => world.stop());

test("every server action stands in the table, in a file of its own", () => {
  expect([...actions.keys()].toSorted()).toEqual(Object.keys(goodForms).toSorted());
  expect(inline).toEqual([]);
});

test("somebody of the demonstration may do what is refused to most", () => {
  const walked = ["saveDraft", "resubmit", "amend", "attachDocument", "planMovement", "recordStage", "recordEnd", "recordReading", "correctMovement"];
  expect(walked.filter((command) => !known.places.has(command))).toEqual([]);
});

test("what a form without scripts came to stands on the page that is drawn after it, with what was written; with scripts the form says it", async () => {
  const { LeftBehind } = await import("../../app/_request/left-behind.tsx");
  const sendCommand = actions.get("app/_request/actions.ts sendCommand") as Action;
  const { as, request } = known.placeOf("resubmit");
  const late = () => [untouched, formOf({ commandId: newId(), type: "recordRequirement", requestId: request, next: "/", requirement: "none", outcome: "granted", reference: "<b>A/1</b>", date: "2026-11-02" })];
  for (const [language, title] of [["en", "Nothing was done"], ["pt", "Nada foi feito"]] as const) {
    await signInAs(as, language);
    const drawn = await sendAndDraw(sendCommand, late(), { headers: {}, draw: LeftBehind });
    expect(drawn).toContain(title);
    expect(drawn).toContain("&lt;b&gt;A/1&lt;/b&gt;");
    expect(drawn).not.toContain(request);
  }
  expect(await sendAndDraw(sendCommand, late(), { headers: { "next-action": "x" }, draw: LeftBehind })).toBe("");
  expect(await sendAndDraw(async () => {}, [], { headers: {}, draw: LeftBehind })).toBe("");
});

let [turn, last] = [0, ""];

/** Each field is sent a few of them, the next field the next few; where there is less time, every other field one. With ODD_VALUE it is those that it names. */
function isAsked(odd: string, index: number): boolean {
  if (process.env.ODD_VALUE) return process.env.ODD_VALUE.split("|").includes(odd);
  const all = Object.keys(oddFields).length;
  if (further) return index % Math.ceil(all / 5) === turn % Math.ceil(all / 5);
  return turn % 2 === 0 && index === (turn / 2) % all;
}

describe.each(Object.keys(goodForms))("%s", (name) => {
  test("with something odd in any of its fields, or besides", async () => {
    const action = actions.get(name) as Action;
    const failures: unknown[] = [];
    last = await everything();
    const all = goodForms[name]?.(known) ?? [];
    const [first] = all;
    for (const form of all) {
      for (const field of Object.keys(form.fields)) {
        for (const [odd, makes] of Object.entries(oddFields).filter(([odd], index) => isAsked(odd, index))) failures.push(...(await wrongWith(action, name, form, { [field]: makes(form.fields[field] ?? "") }, odd)));
        turn++;
      }
      const besides = Object.entries(oddBesides).filter((_, index) => further || form === first || index === turn % Object.keys(oddBesides).length);
      for (const [odd, fields] of besides) failures.push(...(await wrongWith(action, name, form, fields, odd)));
    }
    expect(failures).toEqual([]);
  }, 600_000);

  test("called with what is no form, and after its session has ended", async () => {
    const action = actions.get(name) as Action;
    const [form] = goodForms[name]?.(known) ?? [];
    const before = await everything();
    await signInAs(form?.as ?? null, "en");
    const became = [];
    for (const given of [[], [null], [null, null], [untouched, "a"], [untouched, {}], [untouched, [[]]], ["a", 1], [formOf({}), formOf({})], [{ attempt: "x", errors: 1 }, new FormData()], [formOf(form?.fields ?? {}), "a"]]) became.push(await send(action, ...given));
    await signInAs(null, "en");
    became.push(await send(action, untouched, formOf(form?.fields ?? {})));
    expect(became.filter((one) => "failed" in one)).toEqual([]);
    expect(await everything()).toBe(before);
  });
});

const languages = ["en", "zh-Hant", "zh-Hans", "pt"] as const;

async function wrongWith(action: Action, name: string, form: Form, odd: Fields, what: string): Promise<unknown[]> {
  const language = languages[turn % languages.length] ?? "en";
  await signInAs(form.as, language);
  const sent = formOf(form.fields, odd);
  const bare = new FormData();
  for (const [field, value] of sent) bare.append(field, value);
  const became = await sendForm(name, action, sent);
  const wrong = wrongIn(became, { form, bare, language });
  const refused = "state" in became && Array.isArray(became.state.errors) && became.state.errors.length > 0;
  const now = await everything();
  if (refused && now !== last) wrong.push("something changed");
  last = now;
  return wrong.map((one) => [form.is ?? "", Object.keys(odd).slice(0, 1).join(), what, one, JSON.stringify(became).slice(0, 400)]);
}

type Asked = { readonly form: Form; readonly bare: FormData; readonly language: (typeof languages)[number] };

function wrongIn(became: Became, { form, bare, language }: Asked): string[] {
  if ("spoilt" in {}) return ["spoilt what every object has"];
  if ("failed" in became) return [`failed: ${became.failed}`];
  if ("leads" in became) return became.leads.startsWith("/") && !became.leads.startsWith("//") ? [] : ["leads away"];
  const { errors, values, done, secret, results, stopped } = became.state;
  if (!Array.isArray(errors)) return [];
  if (errors.length === 0 && !done && !secret && !results && !stopped) return takesNoState(became) ? [] : ["neither words nor a way on"];
  const said = [...errors.map(({ message }) => message), ...(results ?? []).map((one) => one.said)];
  const lost = errors.length === 0 ? [] : form.typed.filter((field) => !isKept(values[field], bare.getAll(field)));
  return [
    ...(said.every((message) => message.trim() !== "" && !/^[a-z]+(\.[a-zA-Z]+)+$|\[object/.test(message)) ? [] : ["no sentence"]),
    ...(language.startsWith("zh") && said.some((message) => !/\p{Script=Han}/u.test(message)) ? ["another language"] : []),
    ...lost.map((field) => `${field} is lost`),
    ...(said.some((message) => message.length > 2_000) ? ["a sentence without end"] : []),
  ];
}

/** Of a field that was sent several times its first text at least. */
function isKept(kept: unknown, sent: readonly (string | File)[]): boolean {
  return ([kept ?? ""].flat()[0] ?? "") === (sent.find((one) => typeof one === "string") ?? "").replaceAll("\u0000", "\ufffd");
}

function takesNoState(became: Became): boolean {
  return "state" in became && Object.keys(became.state).includes("is");
}

/** What the database holds of anybody's work: the same text as long as nothing changed. */
async function everything(): Promise<string> {
  const [row] = await world.owner<{ all: string }[]>`select concat_ws(' ', (select count(*) from events), (select count(*) from texts), (select count(*) from commands), (select count(*) from outbox), (select count(*) from drafts), (select sum(version) from drafts), (select count(*) from stand_ins), (select count(*) from documents), (select string_agg(q::text, ' ' order by person_id) from queue_settings q), (select count(*) from calendar_years)) as all`;
  return row?.all ?? "";
}
