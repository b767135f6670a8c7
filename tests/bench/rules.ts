import { deriveFacts } from "../../lib/kind/derive.ts";
import { evaluate } from "../../lib/policy/evaluate.ts";
import { packs } from "../../lib/policy/registry.ts";
import { requirementsFor } from "../../lib/server/requirements.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { rounded } from "./measure.ts";

export type RuleRow = { readonly operation: string; readonly cases: number; readonly seconds: number; readonly perSecond: number };

/**
 * How many cases a second one core weighs against every rule pack: the evaluation alone, and the whole answer of POST
 * /requirements. The seconds are those of the processor: others who use it do not count.
 */
export function weighCases(forMs: number): RuleRow[] {
  const cases = stories.map(({ facts, claims }) => ({ facts: { kind: "sample", date: "2026-12-01", ...facts }, claims: claims ?? [] }));
  const derived = cases.map(({ facts, claims }) => ({ facts: deriveFacts(facts, "sample"), claims }));
  return [
    timed("evaluate", forMs, derived.length, () => derived.forEach(({ facts, claims }) => evaluate(packs, facts, claims))),
    timed("requirements", forMs, cases.length, () => cases.forEach(requirementsFor)),
  ];
}

function timed(operation: string, forMs: number, at: number, work: () => void): RuleRow {
  for (let warm = 0; warm < 20; warm++) work();
  const [begun, before] = [performance.now(), process.cpuUsage()];
  let cases = 0;
  while (performance.now() - begun < forMs) {
    work();
    cases += at;
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  return { operation, cases, seconds: rounded(seconds), perSecond: Math.round(cases / seconds) };
}
