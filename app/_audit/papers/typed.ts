import type { z } from "zod";
import type { FormState } from "@/app/(auth)/form-state";
import { placeIn, type PaperPlace } from "@/lib/working-paper/place";
import { questionParts } from "@/lib/working-paper/question";

type Values = FormState["values"];

/** The sheet's rows as a command takes them: those whose marks or note are others than when the page was drawn. */
export function rowsChanged(values: Values): { readonly request: string; readonly marks: readonly { readonly attribute: string; readonly result: string | null }[]; readonly note: string | null }[] {
  return Object.keys(values).flatMap((name) => {
    if (!name.startsWith("was.")) return [];
    const request = name.slice("was.".length);
    const marks = Object.keys(values)
      .filter((other) => other.startsWith(`mark.${request}.`))
      .map((other) => ({ attribute: other.slice(`mark.${request}.`.length), result: one(values, other) || null }));
    const note = one(values, `note.${request}`).trim().replaceAll(/\r\n?/g, "\n");
    return drawnAs(marks.map(({ result }) => result ?? ""), note) === one(values, name) ? [] : [{ request, marks, note: note === "" ? null : note }];
  });
}

/** What could not be read of a sheet, once at each field of its form that it was typed in; `cases` are the rows as they were sent. */
export function atSheet(issues: readonly z.core.$ZodIssue[], cases: ReturnType<typeof rowsChanged>): z.core.$ZodIssue[] {
  const named = issues.map((issue) => {
    const [, row, part, at] = issue.path;
    const { request, marks } = cases[Number(row)] ?? { request: "", marks: [] };
    return { ...issue, path: [part === "marks" ? `mark.${request}.${marks[Number(at)]?.attribute}` : `note.${request}`] };
  });
  return named.filter((issue, at) => named.findIndex(({ path }) => path[0] === issue.path[0]) === at);
}

/** How a row was drawn, for its hidden field: line ends as forms send them. */
export function drawnAs(results: readonly string[], note: string): string {
  return JSON.stringify([...results, note.trim().replaceAll(/\r\n?/g, "\n")]);
}

/** The form that opens a paper: tests stand one a line. */
export function openingIn(values: Values): unknown {
  const question = filled(Object.fromEntries(questionParts.map((part) => [part, one(values, part)])));
  const period = filled({ from: one(values, "period.from"), to: one(values, "period.to") });
  const by = one(values, "by").split(" ").filter((text) => text !== "");
  return {
    ...filled({ id: one(values, "id"), title: one(values, "title"), scope: one(values, "scope"), population: one(values, "population") }),
    question,
    ...(Object.keys(period).length > 0 && { period }),
    sample: { size: one(values, "size"), ...filled({ seed: one(values, "seed") }), by, atLeastOne: one(values, "atLeastOne") === "true" },
    attributes: one(values, "attributes").split(/\r\n|\r|\n/).map((line) => line.trim()).filter((line) => line !== ""),
  };
}

/** At which place of the paper a form stood; at its beginning where it says none that can be read. */
export function placeOf(values: Values): PaperPlace {
  return placeIn(one(values, "place"));
}

/** Any other form on a paper; numbers and lists are texts in forms. */
export function commandIn(values: Values): unknown {
  const { paper: _, place: __, events, finding, asked, ...said } = values;
  return {
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value !== "string" || value.trim() !== "")),
    ...(finding !== undefined && { finding: Number(one(values, "finding")) }),
    ...askedIn(asked === undefined ? "" : one(values, "asked")),
    ...(events !== undefined && { events: [events].flat().map(Number) }),
  };
}

/** Whom a finding asks, as its form offers desks and organisations in one list: `desk hku.biosafety`, `organisation hku`. */
function askedIn(text: string): { readonly desk?: string; readonly organisation?: string } {
  const [of = "", id = ""] = text.split(" ");
  return id !== "" && (of === "desk" || of === "organisation") ? { [of]: id } : {};
}

function one(values: Values, name: string): string {
  return [values[name] ?? ""].flat()[0] ?? "";
}

function filled(of: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value.trim() !== ""));
}
