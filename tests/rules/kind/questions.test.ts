import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { catalogue } from "../../../lib/kind/catalogue.ts";
import { requestFacts } from "../../../lib/kind/derive.ts";
import { type FormKind, formKinds } from "../../../lib/kind/registry.ts";
import { optionsOf } from "../../../lib/kind/parse-fact.ts";
import { fieldsOf, hiddenFacts, missingFacts, unansweredFacts, visibleFields, visibleSections, withoutHidden } from "../../../lib/kind/questions.ts";
import type { FactValue, Facts } from "../../../lib/policy/condition.ts";
import { evaluate } from "../../../lib/policy/evaluate.ts";
import { packs } from "../../../lib/policy/registry.ts";

const route: Facts = { "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", date: "2027-01-04" };

function asks(facts: Facts): string[] {
  return visibleFields("sample", { ...route, ...facts }).map((field) => field.fact);
}

const branches: readonly (readonly [question: string, shown: Facts, hidden: Facts])[] = [
  ["from.zone", {}, { "from.city": "macao" }],
  ["to.zone", {}, { "to.city": "overseas" }],
  ["checkpoint", {}, { mode: "electronic" }],
  ["checkpoint", {}, { "to.city": "shenzhen" }],
  ["org.from.hetao_whitelist", { "from.city": "shenzhen", "from.zone": "hetao_sz" }, { "from.zone": "nansha" }],
  ["org.to.hetao_whitelist", { "to.city": "shenzhen", "to.zone": "hetao_sz" }, { "to.zone": "hetao_hk" }],
  ["sample.hgr_material", { "sample.human_origin_cn": true }, { "sample.human_origin_cn": false }],
  ["sample.hgr_collection_over_3000", { "sample.human_origin_cn": true }, {}],
  ["org.foreign_party", { "sample.human_origin_cn": true }, { "sample.human_origin_cn": false }],
  [
    "sample.hgr_clinical_trial_no_export",
    { "sample.human_origin_cn": true, "org.foreign_party": true, "sample.hgr_material": "cell_containing" },
    { "sample.human_origin_cn": true, "org.foreign_party": true, "sample.hgr_material": "cell_free_fluid" },
  ],
  [
    "org.hgr_pilot_branch",
    { "sample.human_origin_cn": true, "sample.hgr_material": "cell_containing" },
    { "sample.human_origin_cn": true, "sample.hgr_material": "cell_containing", "to.city": "macao" },
  ],
  ["project.ethics_approved", { "sample.class": "human" }, { "sample.class": "soil" }],
  ["sample.special_goods_cn", {}, { "from.city": "macao" }],
  ["sample.special_goods_cn", { "from.city": "macao", "transit.jurs": ["CN"] }, { "from.city": "macao", "transit.jurs": [] }],
  ["sample.regulated_drug_device", { "sample.special_goods_cn": true }, { "sample.special_goods_cn": false }],
  ["sample.special_goods_high_risk_first", { "from.city": "hongkong", "to.city": "shenzhen" }, {}],
  ["sample.animal_pathogen", {}, { "to.city": "macao" }],
  ["sample.dog_cat_or_mammal_carcass", {}, { "to.city": "macao" }],
  ["sample.mo_blood_organ", { "to.city": "macao" }, {}],
  ["sample.lab_rodent_health_report", { "from.city": "hongkong", "to.city": "zhuhai", "sample.live_animal": true }, { "sample.live_animal": true }],
  ["sample.biomaterial_level", { "from.city": "hongkong", "to.city": "zhuhai", "sample.animal_derived": true }, { "sample.animal_derived": true }],
  ["sample.live_wild_origin", { "sample.cites": "II" }, { "sample.cites": "none" }],
  ["sample.cn_protected_wildlife", {}, { "from.city": "macao" }],
  ["sample.germplasm", {}, { "from.city": "hongkong", "to.city": "shenzhen" }],
];

describe("questions of a sample", () => {
  it.each(branches)("%s is asked when it matters and only then", (question, shown, hidden) => {
    expect(asks(shown)).toContain(question);
    expect(asks(hidden)).not.toContain(question);
  });

  it("begin with the route before anything is answered", () => {
    expect(visibleSections("sample", {})[0]?.fields.map((field) => field.fact)).toEqual(["from.city", "to.city", "transit.jurs", "mode", "date"]);
  });

  it("hang on visible answers only: a hidden answer opens nothing", () => {
    const facts = { "sample.human_origin_cn": false, "org.foreign_party": true, "sample.hgr_material": "cell_containing" };
    expect(asks(facts)).not.toContain("sample.hgr_clinical_trial_no_export");
  });

  it("are missing while required, asked and open; a required hidden one is not missing", () => {
    expect(missingFacts("sample", route)).toEqual(["sample.class", "sample.pathogen_cat_cn", "sample.live_animal"]);
    expect(missingFacts("sample", { ...route, "sample.human_origin_cn": true })).toEqual(expect.arrayContaining(["sample.hgr_material", "org.foreign_party"]));
  });

  it("answered no are answered", () => {
    expect(missingFacts("sample", { ...route, "sample.live_animal": false })).not.toContain("sample.live_animal");
    expect(unansweredFacts("sample", { ...route, "sample.soil": false })).not.toContain("sample.soil");
    expect(unansweredFacts("sample", route)).toContain("sample.soil");
    expect(unansweredFacts("sample", route)).not.toContain("transit.jurs");
  });

  it("that are hidden lose their answers, and what follows from others is kept", () => {
    const kept = withoutHidden("sample", { ...route, "sample.mo_blood_organ": true, "sample.soil": false, "person.stay_days": 3 });
    expect(kept).toEqual({ ...route, kind: "sample", "from.jur": "CN", "to.jur": "HK", "sample.soil": false });
    expect(hiddenFacts("sample", route)).toContain("sample.mo_blood_organ");
  });
});

describe.each(formKinds)("questions of kind %s", (kind) => {
  it("that are hidden can never take a rule away", () => {
    fc.assert(
      fc.property(anyAnswers(kind), (facts) => {
        const asGiven = evaluate(packs, requestFacts(facts, kind)).findings.map(({ id }) => id);
        expect(evaluate(packs, withoutHidden(kind, facts)).findings.map(({ id }) => id)).toEqual(asGiven);
      }),
      { numRuns: 500 },
    );
  });

  it("stay the same when hidden answers are dropped", () => {
    fc.assert(
      fc.property(anyAnswers(kind), (facts) => {
        const kept = withoutHidden(kind, facts);
        expect(visibleFields(kind, kept)).toEqual(visibleFields(kind, facts));
        expect(withoutHidden(kind, kept)).toEqual(kept);
      }),
      { numRuns: 200 },
    );
  });
});

/** Any answers to the questions of a kind, as numbers on both sides of what rules tell apart, also ones that make no sense together. */
function anyAnswers(kind: FormKind): fc.Arbitrary<Facts> {
  const asked = new Set(fieldsOf(kind).map(({ fact }) => fact));
  const answers = Object.values(catalogue).flatMap((field): [string, fc.Arbitrary<FactValue>][] => {
    if (field.derived || !asked.has(field.fact)) return [];
    const options = optionsOf(field);
    switch (field.type.is) {
      case "yesno":
        return [[field.fact, fc.boolean()]];
      case "choice":
      case "place":
        return [[field.fact, fc.constantFrom(...options)]];
      case "places":
        return [[field.fact, fc.subarray([...options])]];
      case "date":
        return [[field.fact, fc.constantFrom("2024-06-01", "2026-11-30", "2027-01-04")]];
      case "whole":
        return [[field.fact, fc.constantFrom(0, 1, 12, 13, 14, 15, 30, 31, 45, 46, 90, 91, 500, 501, 9_999, 10_000, 99_999, 100_000, 999_999, 1_000_000).filter(fits(field.type))]];
      case "number":
        return [[field.fact, fc.constantFrom(1, 5001, 20_001, 50_000, 60_000, 120_000, 130_000, 400_000, 2_000_000).filter(fits(field.type))]];
      default:
        return [];
    }
  });
  // No zone is asked about before its city.
  return fc.record(Object.fromEntries(answers), { requiredKeys: ["from.city", "to.city"] }) as fc.Arbitrary<Facts>;
}

function fits({ min, max }: { readonly min: number; readonly max: number }): (value: number) => boolean {
  return (value) => min <= value && value <= max;
}
