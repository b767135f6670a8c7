import { z } from "zod";
import { languages } from "../../language.ts";
import { Pack, Regime } from "../pack.ts";
import { type Wrong, wrong } from "./problem.ts";

/** A pack as far as it is one: a regime that has not its shape is null, so that the others keep their numbers. */
export type ReadPack = Pick<Pack, "id" | "version" | "from" | "to"> & { readonly regimes: readonly (Regime | null)[] };

/** What was read, what is wrong with the shape, and the ids of all regimes as far as they can be made out. */
export type ReadShape = { readonly pack: ReadPack; readonly wrongs: readonly Wrong[]; readonly regimeIds: readonly string[] };

const Shell = z.object(Pack.omit({ regimes: true }).shape);

/** The shape alone; what a regime means is looked at when each of its parts has its place. */
export function readShape(given: unknown): ReadShape {
  const parsed = Pack.safeParse(given);
  if (parsed.success) return { pack: parsed.data, wrongs: [], regimeIds: parsed.data.regimes.map(({ id }) => id) };
  const regimes = valueAt(given, ["regimes"]);
  const shell = Shell.safeParse(given).data;
  return {
    pack: { id: String(valueAt(given, ["id"])), version: "", from: null, to: null, ...shell, regimes: Array.isArray(regimes) ? regimes.map((one) => Regime.safeParse(one).data ?? null) : [] },
    wrongs: parsed.error.issues.flatMap((issue) => issueWrong(issue, given)),
    regimeIds: idsIn(given),
  };
}

function issueWrong(issue: z.core.$ZodIssue, given: unknown): Wrong[] {
  const path = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
  const found = valueAt(given, path);
  const language = languages.find((one) => one === path.at(-1));
  if (language && (found === undefined || found === "")) return [wrong("missingTranslation", path, "", language)];
  if (issue.code === "invalid_format" && issue.format === "date") return [wrong("badDate", path, found)];
  // A condition is one of four shapes: what the one it was meant to be misses is said by whichever came furthest.
  if (issue.code === "invalid_union") return furthest(issue.errors).flatMap((inner) => issueWrong({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue, given));
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => wrong("malformed", [...path, key], key, issue.message));
  return [wrong("malformed", path, found === undefined ? path.at(-1) : found, issue.message)];
}

function furthest(ways: readonly (readonly z.core.$ZodIssue[])[]): readonly z.core.$ZodIssue[] {
  const unknownKeys = (issues: readonly z.core.$ZodIssue[]) => issues.filter(({ code, path }) => code === "unrecognized_keys" && path.length === 0).length;
  const depth = (issues: readonly z.core.$ZodIssue[]) => Math.max(...issues.map(({ path }) => path.length));
  return ways.toSorted((a, b) => unknownKeys(a) - unknownKeys(b) || depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function valueAt(given: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((value, part) => (typeof value === "object" && value !== null && Object.hasOwn(value, part) ? (value as Record<string | number, unknown>)[part] : undefined), given);
}

function idsIn(given: unknown): string[] {
  const regimes = valueAt(given, ["regimes"]);
  return Array.isArray(regimes) ? regimes.flatMap((_, at) => [valueAt(regimes, [at, "id"])].filter((id) => typeof id === "string")) : [];
}
