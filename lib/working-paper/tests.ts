import { refusal, type Refusal } from "../request/refusal.ts";
import { said } from "../request/rule.ts";
import type { PaperCommand } from "./command.ts";
import type { PaperContext } from "./context.ts";
import type { NewPaperHappening } from "./events.ts";
import type { Mark, PaperCase, WorkingPaper } from "./state.ts";

type TestCases = Extract<PaperCommand, { type: "testCases" }>;
type Row = TestCases["cases"][number];

/** Why a sheet of ticks and notes is not taken: each row at its place. One that changes nothing at all is refused, too. */
export function testRefusals({ cases }: TestCases, state: WorkingPaper, { notes }: PaperContext): Refusal[] {
  const refusals = cases.flatMap((row, at) => [
    ...(state.cases.some(({ request }) => request === row.request) ? [] : [refusal("unknownCase", {}, `cases.${at}.request`)]),
    ...(cases.findIndex(({ request }) => request === row.request) < at ? [refusal("repeatedCase", {}, `cases.${at}.request`)] : []),
    ...(row.marks ?? []).flatMap(({ attribute }, of) => [
      ...(state.attributes.some(({ id }) => id === attribute) ? [] : [refusal("unknownAttribute", {}, `cases.${at}.marks.${of}.attribute`)]),
      ...((row.marks ?? []).findIndex((one) => one.attribute === attribute) < of ? [refusal("repeatedAttribute", {}, `cases.${at}.marks.${of}.attribute`)] : []),
    ]),
  ]);
  if (refusals.length > 0) return refusals;
  return cases.some((row) => changed(row, state, notes)) ? [] : [refusal("nothingChanged")];
}

/** One event for each case that was marked otherwise than before, or has another note. */
export function testedRows({ cases }: TestCases, state: WorkingPaper, { notes }: PaperContext): NewPaperHappening[] {
  return cases.flatMap((row): NewPaperHappening[] => {
    const next = changed(row, state, notes);
    return next ? [{ type: "paper.tested", data: { request: row.request, marks: [...next.marks], note: next.note === null ? null : said(next.note) } }] : [];
  });
}

function changed({ request, marks: given = [], note: written }: Row, state: WorkingPaper, notes: PaperContext["notes"]): { readonly marks: readonly Mark[]; readonly note: string | null } | null {
  const before = state.cases.find((one) => one.request === request);
  if (!before) return null;
  const marks = marked(before, given, state);
  const old = notes.get(request) ?? null;
  const note = written === undefined ? old : written;
  return note === old && JSON.stringify(marks) === JSON.stringify(marked(before, [], state)) ? null : { marks, note };
}

/** The marks of a case in the order of the tests, after what was given. */
function marked(before: PaperCase, given: NonNullable<Row["marks"]>, { attributes }: WorkingPaper): Mark[] {
  return attributes.flatMap(({ id }) => {
    const now = given.find(({ attribute }) => attribute === id);
    const result = now ? now.result : (before.marks.find(({ attribute }) => attribute === id)?.result ?? null);
    return result === null ? [] : [{ attribute: id, result }];
  });
}
