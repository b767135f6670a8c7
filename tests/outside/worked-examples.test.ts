import { describe, expect, it } from "vitest";
import { evaluate } from "../../lib/policy/evaluate.ts";
import { packs } from "../../lib/policy/registry.ts";
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
});
