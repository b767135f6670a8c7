import fc from "fast-check";
import { expect, it } from "vitest";
import type { Condition, FactValue, Facts } from "../../lib/policy/condition.ts";
import { evaluate } from "../../lib/policy/evaluate.ts";
import { packs } from "../../lib/policy/registry.ts";
import { coveredKinds, sheet } from "./sheet.ts";

it.each(coveredKinds)("for 10,000 random requests of kind %s our answer is the one that reading the sheet directly gives", (kind) => {
  const about = sheet.filter((regime) => regime.resource_kinds.includes(kind));
  const seen = new Set<string>();
  fc.assert(
    fc.property(requests(kind, about), (facts) => {
      const ours = evaluate(packs, facts, []);
      const theirs = readDirectly(facts);
      expect({ regimes: ours.regimes, facilitations: ours.facilitations }).toEqual(theirs);
      for (const id of [...theirs.regimes, ...theirs.facilitations]) seen.add(id);
    }),
    { numRuns: 10_000, seed: 20261123 },
  );
  // The comparison is worth something only if the random requests reach every regime that can count.
  expect(about.filter((regime) => regime.status === "in_force" && !seen.has(regime.id)).map((regime) => regime.id)).toEqual([]);
});

/** The sheet's semantics, written down a second time as plainly as possible. */
function readDirectly(facts: Facts): { regimes: string[]; facilitations: string[] } {
  const date = String(facts.date);
  const applying = sheet.filter(
    (regime) =>
      regime.status === "in_force" &&
      regime.resource_kinds.includes(String(facts.kind)) &&
      (regime.effective_from ?? "") <= date &&
      date <= (regime.effective_to ?? "9999") &&
      isTrue(regime.trigger, facts),
  );
  const idsOf = (programme: boolean) => applying.filter((regime) => (regime.type === "facilitation") === programme).map((regime) => regime.id).toSorted();
  return { regimes: idsOf(false), facilitations: idsOf(true) };
}

function isTrue(condition: Condition, facts: Facts): boolean {
  if ("all" in condition) return condition.all.every((part) => isTrue(part, facts));
  if ("any" in condition) return condition.any.some((part) => isTrue(part, facts));
  if ("not" in condition) return !isTrue(condition.not, facts);
  const given = facts[condition.attr];
  if (given === undefined) return false;
  const value = condition.value;
  if (condition.op === "eq") return given === value;
  if (condition.op === "ne") return given !== value;
  if (condition.op === "in") return Array.isArray(value) && value.includes(String(given));
  if (condition.op === "contains") return Array.isArray(given) && given.includes(String(value));
  if (condition.op === "gte") return given >= value;
  if (condition.op === "gt") return given > value;
  if (condition.op === "lte") return given <= value;
  return given < value;
}

/** Anything at all, and as often anything at all but for what would make one regime apply: rules that ask for much are seldom met by chance. */
function requests(kind: string, about: typeof sheet): fc.Arbitrary<Facts> {
  const aimed = about.flatMap((regime) => witnesses(regime.trigger));
  return fc.tuple(anything(kind, about), fc.oneof(fc.constant({}), fc.constantFrom(...aimed))).map(([facts, wanted]) => ({ ...facts, ...wanted }));
}

/** Facts that make a condition true, as far as one leaf does not speak against another; a few of them where there are many. */
function witnesses(condition: Condition): Facts[] {
  if ("all" in condition) return condition.all.map(witnesses).reduce((some, more) => some.flatMap((one) => more.map((other) => ({ ...one, ...other }))).slice(0, 40), [{}]);
  if ("any" in condition) return condition.any.flatMap(witnesses);
  if ("not" in condition) return [{}];
  const { attr, op, value } = condition;
  if (op === "in" && Array.isArray(value)) return value.map((one) => ({ [attr]: one }));
  if (op === "ne") return [{ [attr]: value === "HK" ? "CN" : "HK" }];
  if (op === "contains") return [{ [attr]: [String(value)] }];
  return [{ [attr]: op === "gt" && typeof value === "number" ? value + 1 : value }];
}

/** Every fact that a trigger reads, absent or with one of the values that triggers compare it with, or another. */
function anything(kind: string, about: typeof sheet): fc.Arbitrary<Facts> {
  const values = new Map<string, Set<FactValue>>();
  for (const regime of about) collect(regime.trigger, values);
  const facts = [...values].filter(([fact]) => fact !== "kind" && fact !== "date" && fact !== "transit.jurs" && !fact.endsWith(".jur"));
  const place = fc.constantFrom("CN", "HK", "MO", "XX");
  return fc.record(
    {
      kind: fc.constant(kind),
      date: fc.oneof({ weight: 3, arbitrary: fc.constant("2026-11-30") }, { weight: 1, arbitrary: fc.constantFrom(...boundaries(about, values.get("date") ?? new Set())) }),
      "from.jur": place,
      "to.jur": place,
      "transit.jurs": fc.subarray(["CN", "HK", "MO", "XX"]),
      ...Object.fromEntries(facts.map(([fact, found]) => [fact, fc.constantFrom(...found, ...others(found))])),
    },
    { requiredKeys: ["kind", "date", "from.jur", "to.jur"] },
  ) as fc.Arbitrary<Facts>;
}

function collect(condition: Condition, values: Map<string, Set<FactValue>>): void {
  if ("all" in condition) return condition.all.forEach((part) => collect(part, values));
  if ("any" in condition) return condition.any.forEach((part) => collect(part, values));
  if ("not" in condition) return collect(condition.not, values);
  const found = values.get(condition.attr) ?? new Set();
  for (const value of Array.isArray(condition.value) ? condition.value : [condition.value]) found.add(value);
  values.set(condition.attr, found);
}

function others(found: ReadonlySet<FactValue>): FactValue[] {
  if (found.has(true)) return [false];
  const limits = [...found].filter((value) => typeof value === "number");
  return limits.length > 0 ? limits.flatMap((limit) => [limit - 1, limit + 1]) : ["none"];
}

/** The first and last days of regimes and versions and the days that triggers name, each with the days around it. */
function boundaries(about: typeof sheet, named: ReadonlySet<FactValue>): string[] {
  const days = about.flatMap((regime) => [regime.effective_from, regime.effective_to, ...regime.versions.flatMap(({ from, to }) => [from, to])]);
  return [...days, ...named].flatMap((day) => (typeof day === "string" ? [-1, 0, 1].map((step) => new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10)) : []));
}
