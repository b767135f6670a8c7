import { describe, expect, it } from "vitest";
import { evaluate } from "../../lib/policy/evaluate.ts";
import { packs } from "../../lib/policy/registry.ts";
import { readableFacts } from "../../lib/request/answers.ts";
import { readLines } from "../../lib/request/commands/save-draft.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { workedExamples } from "./sheet.ts";

describe("the worked examples of the rule sheet", () => {
  it("there are some", () => expect(workedExamples.length).toBeGreaterThan(0));

  it.each(workedExamples)("$id: $title", ({ request, expected }) => {
    const { regimes, facilitations, documents } = evaluate(packs, request, []);
    expect(regimes).toEqual(expected.regimes.toSorted());
    expect(facilitations).toEqual(expected.facilitations.toSorted());
    expect(documents).toEqual(expect.arrayContaining(expected.key_documents));
    expect(expected.must_not.filter((id) => regimes.includes(id) || facilitations.includes(id))).toEqual([]);
  });

  it.each(workedExamples)("$id is a request of the demonstration, to which the same rules apply", ({ id, request, expected }) => {
    const [story, ...more] = stories.filter(({ example }) => example === id);
    if (!story) throw new Error(`no story is ${id}`);
    expect(more).toEqual([]);
    const lines = readLines({ kind: story.kind, lines: [] }, { lines: story.lines ?? [] });
    const facts = readableFacts(story.kind, { ...story.facts, ...lines.facts, ...(typeof request.date === "string" && { date: request.date }) }, null);
    const { regimes, facilitations } = evaluate(packs, facts, []);
    expect([regimes, facilitations]).toEqual([expected.regimes.toSorted(), expected.facilitations.toSorted()]);
  });
});
