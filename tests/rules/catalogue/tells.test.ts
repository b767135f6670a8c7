import { describe, expect, it } from "vitest";
import type { Told } from "../../../lib/catalogue/entry.ts";
import { asked, cellProposals, factProposals, refilled, standing } from "../../../lib/catalogue/tells.ts";
import { reagentLines } from "../../../lib/kind/reagent/lines.ts";
import { sampleLines } from "../../../lib/kind/sample/lines.ts";

const adr = { kind: "un-numbers", source: "adr", on: "2026-11-25" } as const;
const cfr = { kind: "un-numbers", source: "49cfr172.101", on: "2026-11-24" } as const;
const nhc = { kind: "pathogens", source: "nhc-2023", on: "2026-11-25" } as const;

const told: readonly Told[] = [
  { ...adr, asked: "UN1219", names: { en: "ISOPROPANOL" }, attributes: { class: "3" } },
  { ...cfr, asked: "UN1219", names: { en: "Isopropanol" }, attributes: { class: "3", packingGroups: ["II"] } },
  { ...adr, asked: "UN1170", names: { en: "ETHANOL" }, attributes: { class: "3" } },
  { ...cfr, asked: "UN1170", names: { en: "Ethanol" }, attributes: { class: "3", packingGroups: ["II", "III"] } },
  { ...adr, asked: "UN2810", names: { en: "TOXIC LIQUID" }, attributes: { class: "6.1" } },
  { ...adr, asked: "UN9999", names: { en: "Two tables that do not agree" }, attributes: { class: "8" } },
  { ...cfr, asked: "UN9999", names: { en: "Two tables that do not agree" }, attributes: { class: "9" } },
  { kind: "cas", asked: "64-17-5", names: { en: "Ethanol", "zh-Hant": "乙醇" }, attributes: {}, source: "chemicals", on: "2026-11-25" },
  { kind: "cas", asked: "756-79-6", names: { en: "Dimethyl methylphosphonate" }, attributes: { cwc: "2" }, source: "cwc", on: "2026-11-25" },
  { ...nhc, asked: "Mpox virus", names: { en: "Mpox virus" }, attributes: { category: "cat1", laboratory: "BSL-3" } },
  { ...nhc, asked: "Candida albicans", names: { en: "Candida albicans" }, attributes: { category: "cat3", laboratory: "BSL-2" } },
  { kind: "cites-species", asked: "Moschus berezovskii", names: { en: "Moschus berezovskii" }, attributes: { appendix: "II" }, source: "cites-zh", on: null },
];

describe("a line filled from the tables", () => {
  it.each([
    ["a UN number fills its class and its only packing group", { un: "UN1219" }, { class: "3", packing: "II" }],
    ["a UN number of several packing groups fills its class and leaves the group to be chosen", { un: "UN1170" }, { class: "3" }],
    ["tables that do not agree fill nothing", { un: "UN9999" }, {}],
    ["a CAS number fills the name", { cas: "64-17-5" }, { item: "Ethanol" }],
    ["what was typed stays, whatever the table says", { un: "UN1219", class: "8", packing: "III" }, {}],
    ["a name that was typed stays", { cas: "64-17-5", item: "Absolute alcohol" }, {}],
    ["a number that no table has fills nothing", { un: "UN1234" }, {}],
    ["nothing typed, nothing filled", {}, {}],
  ] as const)("%s", (_, row, filled) => {
    expect(refilled(reagentLines, {}, row, told, "en")).toEqual(filled);
  });

  it("a pathogen fills the laboratory that its culture needs", () => {
    expect(refilled(sampleLines, {}, { pathogen: "Mpox virus" }, told, "en")).toEqual({ laboratory: "BSL-3" });
  });

  it("a name comes in the reader's language", () => {
    expect(refilled(reagentLines, {}, { cas: "64-17-5" }, told, "zh-Hant")).toEqual({ item: "乙醇" });
  });

  it("says which tables it has a value from, and of which day", () => {
    expect(cellProposals(reagentLines, { un: "UN1219" }, told, "en")).toEqual([
      { cell: "class", because: "un", typed: "UN1219", values: ["3"], from: [{ source: "adr", on: "2026-11-25" }, { source: "49cfr172.101", on: "2026-11-24" }] },
      { cell: "packing", because: "un", typed: "UN1219", values: ["II"], from: [{ source: "49cfr172.101", on: "2026-11-24" }] },
    ]);
  });
});

it.each([
  [["3"], "", "fills"],
  [["II", "III"], "", "offers"],
  [["3"], "3", "agrees"],
  [["II", "III"], "III", "agrees"],
  [["3"], "8", "differs"],
] as const)("where tables say %j an answer %j %s", (values, present, expected) => {
  expect(standing({ values }, present)).toBe(expected);
});

it.each([
  ["a first number fills what is empty", {}, { un: "UN1219" }, { class: "3", packing: "II" }],
  ["another number takes what came from the one before along", { un: "UN1219" }, { un: "UN2810", class: "3", packing: "II" }, { class: "6.1", packing: "" }],
  ["a choice is not made by the number before", { un: "UN1219" }, { un: "UN1170", class: "3", packing: "II" }, { packing: "" }],
  ["a number that no table has leaves nothing of the one before", { un: "UN1219" }, { un: "UN1234", class: "3", packing: "II" }, { class: "", packing: "" }],
  ["no number leaves nothing of the one before", { un: "UN1219" }, { un: "", class: "3" }, { class: "" }],
  ["what somebody typed stays", { un: "UN1219" }, { un: "UN2810", class: "8", packing: "III" }, {}],
  ["what somebody chose among several stays", { un: "UN1170" }, { un: "UN1219", class: "3", packing: "III" }, {}],
  ["a cell that was emptied is not filled again by the same number", { un: "UN1219" }, { un: "UN1219" }, {}],
  ["another name comes with another CAS number", { cas: "64-17-5" }, { cas: "756-79-6", item: "Ethanol" }, { item: "Dimethyl methylphosphonate" }],
] as const)("%s", (_, before, now, cells) => {
  expect(refilled(reagentLines, before, now, told, "en")).toEqual(cells);
});

describe("what lines say of the request", () => {
  const facts = (...lines: readonly object[]) => factProposals(reagentLines, lines as never, told).map(({ fact, values, lines: at }) => ({ fact, values, at }));

  it("one class when all have the same, each of them when they differ", () => {
    expect(facts({ un: "UN1219" }, { item: "Column" }, { un: "UN1170" })).toEqual([{ fact: "reagent.un_class", values: ["3"], at: [1, 3] }]);
    expect(facts({ un: "UN1219" }, { un: "UN2810" })).toEqual([{ fact: "reagent.un_class", values: ["3", "6.1"], at: [1, 2] }]);
  });

  it("the class that somebody wrote counts for more than that of the table", () => {
    expect(facts({ un: "UN1219", class: "9" })).toEqual([{ fact: "reagent.un_class", values: ["9"], at: [1] }]);
  });

  it("the schedule of a listed chemical, and nothing for one that no table lists", () => {
    expect(facts({ cas: "756-79-6" })).toEqual([{ fact: "reagent.cwc", values: ["2"], at: [1] }]);
    expect(facts({ cas: "64-17-5" })).toEqual([]);
  });

  it("the category of a pathogen and the appendix of a species", () => {
    expect(factProposals(sampleLines, [{ pathogen: "Mpox virus", species: "Moschus berezovskii" }], told)).toMatchObject([
      { fact: "sample.pathogen_cat_cn", values: ["cat1"] },
      { fact: "sample.cites", values: ["II"], from: [{ source: "cites-zh", on: null }] },
    ]);
    expect(factProposals(sampleLines, [{ pathogen: "Mpox virus" }, { pathogen: "Candida albicans" }], told)).toMatchObject([{ values: ["cat1", "cat3"], lines: [1, 2] }]);
  });
});

it("asks the catalogues for each text once, and for no cell that tells nothing", () => {
  expect(asked(reagentLines, [{ un: "UN1219", hs: "2207.10" }, { un: "UN1219", cas: "64-17-5" }, {}])).toEqual([
    { kind: "cas", texts: ["64-17-5"] },
    { kind: "un-numbers", texts: ["UN1219"] },
  ]);
});
