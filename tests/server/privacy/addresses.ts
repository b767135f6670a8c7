import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Known } from "./known.ts";

/** An address that somebody can ask for, and the file of `app/` that answers it. */
export type Address = { readonly pattern: string; readonly path: string };

/** What is not walked, and why nobody can come upon anything there. */
export const excused: Readonly<Record<string, string>> = {
  "/api/auth/[...nextauth]": "signs in and out; its answers are about the session alone, and tests/server/auth-*.test.ts read them",
  "/api/v1/[[...path]]": "answers what is no route with a problem that holds nothing but the code 404",
};

/** Every page, and every route that answers GET, as their folders name them: found in the file system, so that a new one is walked or missed out loud. */
export function patternsIn(folder: string): string[] {
  const found = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => /(^|\/)page\.tsx$/.test(file) || (/(^|\/)route\.ts$/.test(file) && /export (const GET =|(async )?function GET\b)/.test(readFileSync(join(folder, file), "utf8"))));
  return [...new Set(found.map((file) => `/${file.split("/").slice(0, -1).filter((part) => !/^\(.*\)$/.test(part)).join("/")}`))].toSorted();
}

/** Every address of a pattern in a world; none where the world has nothing to ask for there. */
export function addressesOf(pattern: string, known: Known): Address[] {
  const paths = rowsFor(pattern, known).map((row) => pattern.replaceAll(/\[(\w+)\]/g, (_, name: string) => encodeURIComponent(row[name] ?? `no-${name}`)));
  const named = [...new Set(paths)].filter((path) => !path.includes("no-"));
  return named.flatMap((path) => ["", ...(asked[pattern] ?? [])].map((query) => ({ pattern, path: `${path}${query}` })));
}

type Row = Readonly<Record<string, string>>;
type Rows = readonly Row[];

/** What stands for the parts of a path: the first row of the table that fits. */
function rowsFor(pattern: string, known: Known): Rows {
  const found = parts.find(([fits]) => fits.test(pattern));
  return found ? found[1](known) : [{}];
}

const together = (...rows: readonly Rows[]): Rows => rows.reduce((all, more) => all.flatMap((one) => more.map((other) => ({ ...one, ...other }))), [{}]);
const perCase = (of: (one: Known["cases"][number]) => readonly Row[]) => ({ cases }: Known): Rows => cases.flatMap((one) => together([{ id: one.id }], of(one)));

const parts: readonly (readonly [RegExp, (known: Known) => Rows])[] = [
  [/\/requests\/\[id\]\/documents\/\[document\]/, perCase(({ documents }) => documents.map((document) => ({ document })))],
  [/\/requests\/\[id\]\/decide/, perCase(({ steps }) => steps.map((step) => ({ step })))],
  [/\/requests\/\[id\]\/edit/, perCase(({ sections }) => sections.map((section) => ({ section })))],
  [/\/requests\/\[id\]\/hand-over/, ({ cases, anyId }) => [...perCase(({ movements }) => movements.map((movement) => ({ movement })))({ cases } as Known), { id: cases[0]?.id ?? "", movement: anyId }]],
  [/\/requests\/\[id\]\/credential/, perCase(() => [{ form: "jwt" }, { form: "json" }])],
  [/\/(requests|audit|retention)\/\[id\]/, perCase(() => [{}])],
  [/\/dossiers\/\[id\]/, ({ dossiers }) => dossiers.map((id) => ({ id }))],
  [/\/papers\/\[id\]/, ({ papers }) => papers.map(({ paper }) => ({ id: paper }))],
  [/\/findings\/\[paper\]/, ({ papers }) => papers.map(({ paper, finding }) => ({ paper, finding }))],
  [/\/questions\//, ({ questions }) => questions.map((id) => ({ id, question: id }))],
  [/\/desks\/\[id\]/, ({ desks }) => desks.map((id) => ({ id }))],
  [/\/workflows\/\[id\]/, ({ workflows }) => workflows],
  [/\/(workflow-)?proposals\/\[id\]/, ({ proposals, anyId }) => [...proposals, anyId].map((id) => ({ id }))],
  [/\[quota\]/, ({ accounts }) => accounts],
  [/\/permits\/\[number\]/, ({ cases, anyNumber }) => [...cases.flatMap(({ permits }) => permits), anyNumber].map((number) => ({ number }))],
  [/\/hand-over\/\[code\]|\/hand-overs\/\[code\]/, ({ codes }) => codes.map((code) => ({ code }))],
  [/\/catalogue\/\[kind\]/, () => [{ kind: "organisations" }, { kind: "pathogens" }]],
  [/\/packs\//, () => [{ kind: "sample", language: "en", digest: "0".repeat(64) }]],
  [/\/rules\/\[id\]/, () => [{ id: "cn-hgr-export" }]],
  [/\/seals\/\[size\]/, () => [{ size: "1" }]],
  [/\/status\/\[list\]/, () => [{ list: "revocation-1" }]],
  [/\/calendar\/\[link\]/, ({ link }) => (link === null ? [] : [{ link }])],
];

/** Questions that make a page or a route say more than it does unasked. */
const asked: Readonly<Record<string, readonly string[]>> = {
  "/requests": ["?whose=all", "?status=draft"],
  "/inbox": ["?view=waiting", "?view=all"],
  "/audit": ["?type=comment.added", "?type=step.voted&counts=1"],
  "/audit/[id]": ["?at=4", "?from=1&to=12", "?decision=6"],
  "/audit/take-away/file": ["?format=csv", "?format=xlsx", "?format=ndjson", "?format=ocel"],
  "/requests/take-away/file": ["?format=csv", "?format=xlsx", "?format=ndjson"],
  "/api/v1/audit/export": ["?format=csv", "?format=ndjson", "?format=xlsx", "?format=ocel"],
  "/api/v1/audit/events": ["?limit=100&counts=1", "?type=step.referred"],
  "/api/v1/audit/sample": ["?type=request.submitted&size=3&seed=s"],
  "/api/v1/requests": ["?limit=100"],
  "/api/v1/inbox": ["?view=all"],
  "/api/v1/requests/[id]/at": ["?seq=4", "?seq=9999"],
  "/api/v1/requests/[id]/difference": ["?from=1&to=12"],
  "/api/v1/log/consistency": ["?from=1"],
  "/api/v1/workdays": ["?from=2026-11-02&days=3"],
};
