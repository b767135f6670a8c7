import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { untouched } from "../../app/(auth)/form-state.ts";
import { workingPaperPart } from "../../db/queries/paper-part.ts";
import { workingPaperContent } from "../../db/queries/working-papers.ts";
import { addDays } from "../../lib/calendar/day.ts";
import { shownAtOnce } from "../../lib/working-paper/part.ts";
import { type PaperPlace, placeIn } from "../../lib/working-paper/place.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Action, actionsInCode, send, signInAs } from "./forms-world.ts";
import { formOf } from "./odd-forms.ts";
import { auditor, look, person, say, start, today, withFinding } from "./papers-world.ts";

/* A working paper of more cases and findings than a page holds: read page by page, and worked on from each of them. */

let world: World;
let actions: ReadonlyMap<string, Action>;
let id: string;
let asks: { readonly id: string; readonly email: string };

beforeAll(async () => {
  world = await demoWorld();
  ({ actions } = await actionsInCode());
  const { desk } = await withFinding(world);
  asks = desk;
  id = (await start({ sample: { size: 60, seed: "s", by: [] }, attributes: ["Signed", "In time"] })).body.id;
  const about = (await look(id)).body.cases[0].request;
  const [case1] = await world.owner<{ home: string }[]>`select home from requests where request_id = ${about}`;
  for (let n = 1; n <= shownAtOnce + 2; n++) await done({ type: "raiseFinding", request: about, severity: "low", text: `Number ${n}`, events: [1], organisation: case1?.home, replyBy: addDays(today, 7) });
  await done({ type: "closeFinding", finding: 2, reason: "In error" });
});
afterAll(() => world.stop());

test("each page has its own cases and findings, in the same words as the whole", async () => {
  const reads = await person(auditor);
  const whole = await workingPaperContent(reads, id);
  for (const limit of [7, 25]) {
    const pages = [];
    for (let at: PaperPlace | null = {}; at; ) {
      const part: Awaited<ReturnType<typeof workingPaperPart>> = await workingPaperPart(reads, id, at, limit);
      if (!part) throw new Error("not seen");
      pages.push(part.paper);
      expect(part.paper.cases.length).toBeLessThanOrEqual(limit);
      at = part.sheet.next === null && part.found.next === null ? null : { casesAfter: part.sheet.next ?? 9999, findingsAfter: part.found.next ?? 9999 };
    }
    expect(pages.flatMap(({ cases }) => cases)).toEqual(whole?.cases);
    expect(pages.flatMap(({ findings }) => findings)).toEqual(whole?.findings);
  }
  const closed = await workingPaperPart(reads, id, { findings: "closed" });
  expect([closed?.paper.findings.map(({ finding }) => finding), closed?.found.counts]).toEqual([[2], { all: shownAtOnce + 2, asked: shownAtOnce + 1, replied: 0, closed: 1 }]);
  expect(await workingPaperPart(await person(asks.email), id, {})).toBeNull();
});

test("each row of the sheet has its request's title, and none once that was erased", async () => {
  const reads = await person(auditor);
  const kept = await world.owner<{ id: string; title: string }[]>`select request_id as id, title from requests where title is not null`;
  const part = await workingPaperPart(reads, id, {});
  expect(part?.paper.cases.map(({ request }) => part.titles[request])).toEqual(part?.paper.cases.map(({ request }) => kept.find((one) => one.id === request)?.title));
  const first = part?.paper.cases[0]?.request ?? "";
  await world.owner`update requests set title = null where request_id = ${first}`;
  expect((await workingPaperPart(reads, id, {}))?.titles[first]).toBeUndefined();
  await world.owner`update requests set title = ${part?.titles[first] ?? ""} where request_id = ${first}`;
});

test("what is saved, raised and closed on a later page leads back to that page", async () => {
  const place = "?cases=untested&casesAfter=25&findings=asked&findingsAfter=20";
  const part = await workingPaperPart(await person(auditor), id, placeIn(place));
  const request = part?.paper.cases[0]?.request ?? "";
  const version = String(part?.paper.version);
  await signInAs(auditor, "en");
  const [save, act] = ["saveSheet", "sendPaperCommand"].map((name) => actions.get(`app/_audit/papers/actions.ts ${name}`) as Action) as [Action, Action];
  const row = { [`was.${request}`]: '["","",""]', [`mark.${request}.1`]: "passed", [`mark.${request}.2`]: "passed", [`note.${request}`]: "On the second page" };
  expect(await send(save, untouched, formOf({ paper: id, place, commandId: newId(), version, ...row }))).toEqual({ leads: `/audit/papers/${id}${place}#sheet` });
  // Tested, it has left the list; what is shown begins with the next.
  const after = await workingPaperPart(await person(auditor), id, placeIn(place));
  expect([after?.paper.cases.some((one) => one.request === request), after?.sheet.counts.tested]).toEqual([false, 1]);
  expect(await send(act, untouched, formOf({ type: "closeFinding", paper: id, place, commandId: newId(), finding: "25", reason: "Twice" }))).toEqual({ leads: `/findings/${id}/25${place}` });
  expect((await workingPaperContent(await person(auditor), id))?.cases.find((one) => one.request === request)?.note).toBe("On the second page");
});

test("a place that cannot be read, or another site, leads to the paper's beginning", async () => {
  await signInAs(auditor, "en");
  const act = actions.get("app/_audit/papers/actions.ts sendPaperCommand") as Action;
  for (const [finding, place] of [["11", "//evil.example/"], ["12", "?casesAfter=x"], ["13", "#x"]] as const) {
    expect(await send(act, untouched, formOf({ type: "closeFinding", paper: id, place, commandId: newId(), finding, reason: "Twice" }))).toEqual({ leads: `/findings/${id}/${finding}` });
  }
});

async function done(command: Readonly<Record<string, unknown>>): Promise<void> {
  const { status, body } = await say(id, command);
  if (status !== 200) throw new Error(JSON.stringify(body));
}
