import { readFileSync } from "node:fs";
import type { Condition, Facts } from "../../lib/policy/condition.ts";
import type { Kind } from "../../lib/policy/pack.ts";

type Titles = { en: string; "zh-Hant": string; "zh-Hans": string };

/** A regime as the rule sheet writes it; only what the tests compare. */
export type SheetRegime = {
  id: string;
  title: Titles & { pt: string };
  jurisdiction: string;
  type: string;
  status: string;
  resource_kinds: string[];
  trigger: Condition;
  required_documents: (Titles & { id: string })[];
  processing_time: { value: number; unit: string };
  effective_from: string | null;
  effective_to: string | null;
  versions: { id: string; from: string | null; to: string | null }[];
  substitutes: string[];
  facilitates: string[];
  citations: (Titles & { articles: string | null })[];
  sources: string[];
  confidence: string;
  as_of: string;
  due: string;
  clock: unknown;
};

export type WorkedExample = {
  id: string;
  title: string;
  request: Facts;
  expected: { regimes: string[]; facilitations: string[]; key_documents: string[]; must_not: string[] };
};

/** The kinds whose regimes are all written down in our packs. */
export const coveredKinds: readonly Kind[] = ["sample", "reagent", "data", "person", "funds"];

/** The regimes of the sheet that concern a covered kind. */
export const sheet = read<SheetRegime[]>("regimes.json").filter((regime) => regime.resource_kinds.some(isCovered));

/** The worked examples of the sheet that ask about a covered kind. */
export const workedExamples = read<WorkedExample[]>("worked-examples.json").filter((example) => isCovered(String(example.request.kind)));

function isCovered(kind: string): boolean {
  return (coveredKinds as readonly string[]).includes(kind);
}

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../../../shared/rules/${name}`, import.meta.url), "utf8")) as T;
}
