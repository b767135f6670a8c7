import { describe, expect, it } from "vitest";
import type { Condition } from "../../lib/policy/condition.ts";
import { papers } from "../../lib/policy/papers.ts";
import { packs, regimeById } from "../../lib/policy/registry.ts";
import { coveredKinds, sheet } from "./sheet.ts";

describe("the packs and the rule sheet", () => {
  it.each(coveredKinds)("the same regimes concern %s", (kind) => {
    const ours = packs.flatMap((pack) => pack.regimes).filter((regime) => regime.kinds.includes(kind));
    const theirs = sheet.filter((regime) => regime.resource_kinds.includes(kind));
    expect(ours.map((regime) => regime.id).toSorted()).toEqual(theirs.map((regime) => regime.id).toSorted());
  });

  it.each(sheet)("$id says what the sheet says", (theirs) => {
    const ours = regimeById(theirs.id);
    expect(ours).toMatchObject({
      title: theirs.title,
      jurisdiction: theirs.jurisdiction,
      type: theirs.type,
      status: theirs.status,
      kinds: theirs.resource_kinds,
      time: { value: theirs.processing_time.value, unit: theirs.processing_time.unit },
      from: theirs.effective_from,
      to: theirs.effective_to,
      substitutes: theirs.substitutes,
      facilitates: theirs.facilitates,
      sources: theirs.sources,
      confidence: theirs.confidence,
      asOf: theirs.as_of,
      due: theirs.due,
    });
    expect(ours && flat(ours.trigger)).toEqual(flat(theirs.trigger));
    expect(ours?.clock).toEqual(theirs.clock);
    expect(ours?.papers).toEqual(theirs.required_documents.map(({ id }) => id));
    expect(ours?.versions.map(({ id, from, to }) => ({ id, from, to }))).toEqual(theirs.versions);
    expect(ours?.citations.map(({ articles, text }) => ({ ...text, articles }))).toEqual(
      theirs.citations.map((citation) => ({ ...citation, pt: expect.any(String) })),
    );
  });

  it("papers carry the sheet's names, but for 衞 and 衛, which the sheet mixes", () => {
    for (const { id, ...names } of sheet.flatMap((regime) => regime.required_documents)) {
      const ours = papers[id as keyof typeof papers];
      expect({ en: ours.en, "zh-Hant": oneSpelling(ours["zh-Hant"]), "zh-Hans": ours["zh-Hans"] }).toEqual({
        en: names.en,
        "zh-Hant": oneSpelling(names["zh-Hant"]),
        "zh-Hans": names["zh-Hans"].replaceAll("衞", "卫"),
      });
    }
  });
});

/** A condition without brackets that change nothing: an `all` inside an `all`, and either around a single part. */
function flat(condition: Condition): Condition {
  if ("attr" in condition) return condition;
  if ("not" in condition) return { not: flat(condition.not) };
  const joined = "all" in condition ? "all" : "any";
  const parts = ("all" in condition ? condition.all : condition.any).map(flat).flatMap((part) => (joined === "all" && "all" in part ? part.all : joined === "any" && "any" in part ? part.any : [part]));
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return joined === "all" ? { all: parts } : { any: parts };
}

function oneSpelling(text: string): string {
  return text.replaceAll("衛", "衞");
}
