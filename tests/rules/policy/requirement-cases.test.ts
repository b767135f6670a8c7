import { expect, test } from "vitest";
import requirements from "../../../cli/verbs/requirements.ts";
import { shippedRulebook } from "../../../lib/server/shipped-rulebook.ts";
import { requirementsFor } from "../../../lib/server/requirements.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

/* Cases as the `requirements` command reads them. */

type Answer = { readonly unknown: readonly string[]; readonly problems: readonly { readonly fact: string; readonly code: string }[]; readonly regimes: readonly string[] };

async function asked(...cases: readonly object[]): Promise<{ code: number; answers: Answer[] }> {
  const out: string[] = [];
  const io = { line: (text: string) => void out.push(text), json: () => {}, complain: () => {}, taken: async () => {}, input: async () => cases.map((one) => JSON.stringify(one)).join("\n") };
  const code = await requirements(["--json"], io);
  return { code, answers: out.join("\n").split("\n").map((line) => JSON.parse(line) as Answer) };
}

const facts = { kind: "sample", "from.city": "guangzhou", "to.city": "hongkong", "sample.class": "human", date: "2026-12-14" };
const keys = ({ problems }: Answer) => problems.flatMap(({ fact, code }) => (code === "unknownKey" ? [fact] : []));

test("answers that stand in the place of `facts` are each named, and the command says that it did not understand", async () => {
  const { code, answers: [flat, misspelt] } = await asked(facts, { id: "1", fact: facts });
  if (!flat || !misspelt) throw new Error("no answer");
  expect([code, keys(flat), flat.unknown]).toEqual([1, Object.keys(facts), Object.keys(facts)]);
  expect([keys(misspelt), misspelt.unknown]).toEqual([["fact"], ["fact", "kind"]]);
});

test("what is kept beside a question is named and changes nothing", async () => {
  const { code, answers: [plain, beside] } = await asked({ facts }, { id: "WX-1", request: facts, title: "Serum", expected: { regimes: [] } });
  if (!plain || !beside) throw new Error("no answer");
  expect([code, keys(plain), keys(beside), beside.unknown, beside.regimes]).toEqual([0, [], ["title", "expected"], [], plain.regimes]);
});

test("a review of single lines is foretold where a line calls for it; a line that the form would not take is named", () => {
  const perLine = { ...sampleWorkflow, steps: sampleWorkflow.steps.map((step) => (step.id === "ethics" ? { ...step, per: "line" as const, when: { attr: "line.count", op: "gt" as const, value: 20 } } : step)) };
  const of = (...lines: object[]) => requirementsFor(shippedRulebook(), { facts, lines: lines as Record<string, unknown>[] }, { sample: perLine });
  const line = (count: unknown) => ({ material: "Serum", container: "cryovial-2ml", count, each: "1", unit: "mL" });
  expect([of().steps, of(line(20)).steps, of(line(20), line(21)).steps].map((steps) => steps.includes("ethics"))).toEqual([false, false, true]);
  expect(of(line(0)).problems).toMatchObject([{ fact: "lines.0.count", code: "outOfRange" }]);
});
