import type { PackPath } from "./problem.ts";

/** What is looked for in a file that states a pack: in which regime, where in it, and the text that stands there. */
export type Sought = { readonly regime: string | undefined; /** Which one of that id, where several have it. */ readonly nth: number; readonly path: PackPath; readonly found: string };

/**
 * The line on which something stands in a file of ours. Packs are written in one manner, so a regime begins with its id and
 * a part with its name; conditions with a name of their own stand above. The nearest line there is, when the text stands elsewhere.
 */
export function lineInSource(text: string, { regime, nth, path, found }: Sought): { readonly line: number; readonly exact: boolean } {
  const lines = text.split("\n");
  const begins = regime === undefined ? [] : lines.flatMap((line, at) => (idOn(line) === regime && at > packStart(lines) ? [at] : []));
  const start = begins[nth] ?? begins[0] ?? packStart(lines);
  const next = lines.findIndex((line, at) => at > start && idOn(line) !== undefined && indent(line) === indent(lines[start] ?? ""));
  const end = regime === undefined || next < 0 ? lines.length : next;
  const inside = regime === undefined ? path : path.slice(2);
  const near = inside.reduce<number>((at, part, depth) => (typeof part === "string" ? (nthFrom(lines, at, end, new RegExp(`(^|[^\\w])"?${part}"?\\s*:`), numberBefore(inside, depth)) ?? at) : at), start);
  const quoted = JSON.stringify(found);
  const isIt = (line: string) => found !== "" && (line.includes(quoted) || new RegExp(`(^|[\\s(,:[])${escaped(found)}([\\s),\\]:]|$)`).test(line));
  const here = lines.findIndex((line, at) => at >= near && at < end && isIt(line));
  if (here >= 0) return { line: here + 1, exact: true };
  const above = lines.findIndex((line, at) => at < packStart(lines) && isIt(line));
  return above >= 0 ? { line: above + 1, exact: true } : { line: near + 1, exact: false };
}

function packStart(lines: readonly string[]): number {
  return Math.max(0, lines.findIndex((line) => line.includes("definePack(")));
}

function idOn(line: string): string | undefined {
  return /^\s*(?:\{\s*)?"?id"?: "([^"]*)"/.exec(line)?.[1];
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}

/** Entries of a list have the same parts, so the nth entry's is the nth. */
function numberBefore(path: PackPath, depth: number): number {
  const before = path[depth - 1];
  return typeof before === "number" ? before : 0;
}

function nthFrom(lines: readonly string[], start: number, end: number, what: RegExp, nth: number): number | undefined {
  let left = nth;
  for (let at = start; at < end; at++) if (what.test(lines[at] ?? "") && left-- === 0) return at;
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
