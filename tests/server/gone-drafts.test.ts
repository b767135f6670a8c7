import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { autoSave } from "../../app/_request/auto-save-action.ts";
import { LeftBehind } from "../../app/_request/left-behind.tsx";
import EditSection from "../../app/(desk)/requests/[id]/edit/[section]/page.tsx";
import { saveSection } from "../../app/(desk)/requests/actions.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { send, sendAndDraw, signInAs } from "./forms-world.ts";
import { type Fields, formOf } from "./odd-forms.ts";

/* A page of a draft's form that stood open in one tab while the draft was submitted, or deleted, in another. */

let world: World;
let submitted: { id: string; email: string };

beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<(typeof submitted)[]>`select r.request_id as id, p.email from requests r join people p on p.id = r.requester where r.status = 'in-review' and r.kind = 'sample' order by 1 limit 1`;
  if (!row) throw new Error("no request is in review");
  submitted = row;
});
afterAll(() => world.stop());

const untouched = { attempt: 0, errors: [], values: {} };
const late = (fields: Fields) => formOf({ commandId: newId(), version: "3", go: "", asked: "title", section: "people", title: "<b>Typed too late</b>", ...fields });
const draw = (id: string, section: string) => async () => {
  // Leading on from here would lose it.
  await EditSection({ params: Promise.resolve({ id, section }), searchParams: Promise.resolve({}) });
  return LeftBehind();
};

const said = { en: ["This draft was submitted elsewhere", "This draft was deleted elsewhere"], "zh-Hant": ["此草稿已在別處提交", "此草稿已在別處刪除"], "zh-Hans": ["此草稿已在别处提交", "此草稿已在别处删除"], pt: ["Este rascunho foi apresentado noutro lugar", "Este rascunho foi eliminado noutro lugar"] } as const;

test.each(Object.entries(said))("says so in the reader's language, and keeps what was typed: %s", async (language, [wasSubmitted, wasDeleted]) => {
  await signInAs(submitted.email, language);
  expect(await send(saveSection, untouched, late({ requestId: submitted.id }))).toMatchObject({ state: { stopped: { title: wasSubmitted, link: { href: `/requests/${submitted.id}` } }, values: { title: "<b>Typed too late</b>" } } });
  expect(await send(saveSection, untouched, late({ requestId: newId() }))).toMatchObject({ state: { stopped: { title: wasDeleted }, values: { title: "<b>Typed too late</b>" } } });
  expect(await send(autoSave, late({ requestId: submitted.id }), ["title"])).toMatchObject({ state: { is: "gone", words: { title: wasSubmitted } } });
  expect(await send(autoSave, late({ requestId: newId() }), ["title"])).toMatchObject({ state: { is: "gone", words: { title: wasDeleted } } });
});

test("without scripts it stands on the page that is drawn after it, each text under its question, and what is as it was submitted does not", async () => {
  await signInAs(submitted.email, "en");
  const drawn = await sendAndDraw(saveSection, [untouched, late({ requestId: submitted.id, endorser: "late@hku.example" })], { headers: {}, draw: draw(submitted.id, "people") });
  for (const text of ["This draft was submitted elsewhere", "&lt;b&gt;Typed too late&lt;/b&gt;", "late@hku.example", `href="/requests/${submitted.id}"`]) expect(drawn).toContain(text);
  const [now] = await world.owner<{ title: string }[]>`select title from requests where request_id = ${submitted.id}`;
  expect(now?.title).not.toContain("Typed too late");
  const same = await sendAndDraw(saveSection, [untouched, late({ requestId: submitted.id, title: now?.title ?? "" })], { headers: {}, draw: draw(submitted.id, "people") });
  expect(same).not.toContain(now?.title);
});

test("an answer to a question that is asked no more is shown in words, too", async () => {
  await signInAs(submitted.email, "en");
  const drawn = await sendAndDraw(saveSection, [untouched, late({ requestId: submitted.id, section: "nowhere", "sample.live_animal": "yes" })], { headers: {}, draw: draw(submitted.id, "people") });
  expect(drawn).toContain(">Yes<");
});

test("opened anew, the page leads to the request", async () => {
  await signInAs(submitted.email, "en");
  await expect(sendAndDraw(async () => {}, [], { headers: {}, draw: draw(submitted.id, "people") })).rejects.toMatchObject({ digest: expect.stringContaining(`/requests/${submitted.id}`) });
});
