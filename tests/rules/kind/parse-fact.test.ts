import { describe, expect, it } from "vitest";
import { checkFacts } from "../../../lib/kind/check-facts.ts";
import { parseFact } from "../../../lib/kind/parse-fact.ts";

const hostile = {
  zeroWidth: "UN3373\u200b",
  override: "\u202eUN3373",
  bell: "UN3373\u0007",
  nul: "\u0000",
  newline: "human\n",
  loneSurrogate: "\ud800",
  byteOrderMark: "\ufeffhuman",
} as const;

const taken: readonly (readonly [string, unknown, unknown])[] = [
  ["sample.un", "UN3373", "UN3373"],
  ["sample.biomaterial_level", "1", "1"],
  ["sample.soil", false, false],
  ["sample.quantity", 1, 1],
  ["sample.quantity", 1_000_000, 1_000_000],
  ["sample.volume_ml", 0.5, 0.5],
  ["date", "2028-02-29", "2028-02-29"],
  ["from.city", "hongkong", "hongkong"],
  ["to.zone", "none", "none"],
  ["transit.jurs", [], []],
  ["transit.jurs", ["MO", "CN", "MO"], ["CN", "MO"]],
  ["checkpoint", "futian-lmcsl", "futian-lmcsl"],
  ["mode", "electronic", "electronic"],
];

const refused: readonly (readonly [string, unknown, string])[] = [
  ["sample.colour", "red", "unknownFact"],
  ["__proto__", {}, "unknownFact"],
  ["constructor", "x", "unknownFact"],
  ["sample.un", "UN3733", "unknownValue"],
  ["sample.un", " UN3373", "unknownValue"],
  ["sample.un", "un3373", "unknownValue"],
  ["sample.un", "", "unknownValue"],
  ["sample.un", 3373, "wrongType"],
  ["sample.un", null, "wrongType"],
  ["sample.un", ["UN3373"], "wrongType"],
  ["sample.un", { eq: "UN3373" }, "wrongType"],
  ["sample.un", "x".repeat(201), "tooLong"],
  ["sample.un", "x".repeat(5_000_000), "tooLong"],
  ...Object.values(hostile).map((text) => ["sample.class", text, "hiddenCharacters"] as const),
  ["sample.class", "constructor", "unknownValue"],
  ["sample.soil", "true", "wrongType"],
  ["sample.soil", "yes", "wrongType"],
  ["sample.soil", 1, "wrongType"],
  ["sample.soil", null, "wrongType"],
  ["sample.quantity", "30", "wrongType"],
  ["sample.quantity", 0, "outOfRange"],
  ["sample.quantity", -0, "outOfRange"],
  ["sample.quantity", -3, "outOfRange"],
  ["sample.quantity", 2.5, "notWhole"],
  ["sample.quantity", 1_000_001, "outOfRange"],
  ["sample.quantity", Number.NaN, "wrongType"],
  ["sample.quantity", JSON.parse("1e999"), "outOfRange"],
  ["sample.quantity", "1e999", "wrongType"],
  ["sample.quantity", true, "wrongType"],
  ["sample.volume_ml", Number.NEGATIVE_INFINITY, "outOfRange"],
  ["date", "2027-02-29", "impossibleDate"],
  ["date", "2026-11-31", "impossibleDate"],
  ["date", "2026-13-01", "impossibleDate"],
  ["date", "0000-00-00", "impossibleDate"],
  ["date", "2026-11-30T00:00:00Z", "impossibleDate"],
  ["date", "30/11/2026", "impossibleDate"],
  ["date", "2026-1-4", "impossibleDate"],
  ["date", "1989-12-31", "outOfRange"],
  ["date", "2200-01-01", "outOfRange"],
  ["date", 20261130, "wrongType"],
  ["from.city", "atlantis", "unknownPlace"],
  ["from.city", "toString", "unknownPlace"],
  ["from.city", "Shenzhen", "unknownPlace"],
  ["from.jur", "TW", "unknownPlace"],
  ["to.zone", "hetao", "unknownPlace"],
  ["transit.jurs", "CN", "wrongType"],
  ["transit.jurs", ["CN", "XY"], "unknownPlace"],
  ["transit.jurs", ["CN", 1], "wrongType"],
  ["transit.jurs", [["CN"]], "wrongType"],
  ["transit.jurs", Array(1000).fill("CN"), "tooLong"],
  ["checkpoint", "friendship-pass", "unknownControlPoint"],
  ["checkpoint", "", "unknownControlPoint"],
  ["checkpoint", "__proto__", "unknownControlPoint"],
];

describe("a fact from JSON", () => {
  it.each(taken)("%s takes %j", (name, value, kept) => {
    expect(parseFact(name, value)).toEqual({ ok: true, value: kept });
  });

  it.each(refused.map(([name, value, code]) => [name, String(JSON.stringify(value)).slice(0, 30), code, value] as const))("%s refuses %s as %s", (name, _, code, value) => {
    expect(parseFact(name, value)).toMatchObject({ ok: false, code });
  });

  it("never keeps minus zero, which hashes unlike zero", () => {
    expect(parseFact("sample.volume_ml", -0)).toEqual({ ok: true, value: 0 });
  });
});

describe("facts together", () => {
  it("are sorted into good ones, unknown names and problems, all at once", () => {
    const checked = checkFacts({ "sample.un": "UN3733", "sample.soil": false, colour: "red", "sample.quantity": "3" });
    expect(checked.facts).toEqual({ "sample.soil": false });
    expect(checked.unknown).toEqual(["colour"]);
    expect(checked.problems.map(({ fact, code }) => [fact, code])).toEqual([
      ["sample.un", "unknownValue"],
      ["sample.quantity", "wrongType"],
    ]);
  });

  it("name an own key __proto__ as unknown", () => {
    expect(checkFacts(JSON.parse('{"__proto__": {"x": 1}}'))).toEqual({ facts: {}, unknown: ["__proto__"], problems: [] });
  });

  it.each([
    [{ "from.city": "shenzhen", "from.jur": "HK" }, "placesDisagree"],
    [{ "to.city": "overseas", "to.jur": "CN" }, "placesDisagree"],
    [{ "from.city": "foshan", "from.zone": "hetao_sz" }, "zoneElsewhere"],
    [{ "to.city": "shenzhen", "to.zone": "hetao_hk" }, "zoneElsewhere"],
    [{ "to.jur": "MO", "to.zone": "hengqin" }, "zoneElsewhere"],
    [{ "to.city": "macao", "to.zone": "bonded_zone" }, "zoneElsewhere"],
  ])("that place one end in two places are refused: %j", (facts, code) => {
    expect(checkFacts(facts).problems.map((problem) => problem.code)).toEqual([code]);
  });

  it.each([
    { "from.city": "shenzhen", "from.jur": "CN", "from.zone": "hetao_sz" },
    { "to.city": "zhuhai", "to.zone": "hengqin" },
    { "to.city": "foshan", "to.zone": "bonded_zone" },
    { "to.city": "macao", "to.zone": "none" },
    { "to.zone": "hetao_hk" },
  ])("that agree are taken: %j", (facts) => {
    expect(checkFacts(facts)).toEqual({ facts, unknown: [], problems: [] });
  });
});
