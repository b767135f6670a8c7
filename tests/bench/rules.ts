import { readCase } from "../../cli/requirement-cases.ts";
import { deriveFacts } from "../../lib/kind/derive.ts";
import { evaluate } from "../../lib/policy/evaluate.ts";
import { shippedRulebook } from "../../lib/server/shipped-rulebook.ts";
import { requirementsFor, requirementsJson } from "../../lib/server/requirements.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { rounded } from "./measure.ts";

type Timed = { readonly operation: string; readonly cases: number; readonly seconds: number; readonly perSecond: number };
/** `timesEvaluation`: how many evaluations alone one answer costs, measured a moment before or after. */
export type RuleRow = Timed & { readonly timesEvaluation: number };

/**
 * How many cases a second one core weighs against every rule pack: the evaluation alone, the whole answer of POST
 * /requirements, and the command's way from a line of JSON to a line of JSON. The seconds are those of the processor: others who use it do not count.
 */
export function weighCases(forMs: number): RuleRow[] {
  const cases = stories.map(({ kind, facts, claims }) => ({ facts: { kind, date: "2026-12-01", ...facts }, claims: claims ?? [] }));
  const derived = cases.map(({ facts, claims }) => ({ facts: deriveFacts(facts, facts.kind), claims }));
  const rules = shippedRulebook();
  const lines = cases.map((one) => JSON.stringify(one));
  const alone = timed("evaluate", forMs, derived.length, () => derived.forEach(({ facts, claims }) => evaluate(rules.packs, facts, claims)));
  const answers = [
    timed("requirements", forMs, cases.length, () => cases.forEach((one) => requirementsFor(rules, one))),
    timed("requirements, JSON to JSON", forMs, cases.length, () => lines.forEach((line) => requirementsJson(requirementsFor(rules, readCase(JSON.parse(line), 0))))),
  ];
  return [alone, ...answers].map((row) => ({ ...row, timesEvaluation: rounded(alone.perSecond / row.perSecond) }));
}

function timed(operation: string, forMs: number, at: number, work: () => void): Timed {
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
