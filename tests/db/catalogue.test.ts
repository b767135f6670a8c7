import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asReader } from "../../db/client.ts";
import { importedRates } from "../../db/queries/catalogue.ts";
import { importCatalogue, lookUp, toldOf } from "../../lib/server/catalogue.ts";
import { further } from "../support/further.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
beforeAll(async () => {
  world = await demoWorld();
});
afterAll(() => world.stop());

const anybody = { kind: "public" } as const;
const bytes = (text: string) => new TextEncoder().encode(text);
const adr = bytes("un_number,class,class_code,tunnel,description\n1170,3,F1,,ETHANOL (ETHYL ALCOHOL)\n3733,6.2,I4,,WRONG BUT NUMBERED\nabc,3,,,NOTHING\n");
const cfr = bytes("un_id,class_division,packing_group,proper_shipping_name\nUN1170,3,II,Ethanol\nUN1170,3,III,Ethanol\n");

test("a table is imported once: the same file again changes nothing, packed or not", async () => {
  expect(await importCatalogue("un-numbers", adr)).toMatchObject({ ok: true, rows: 3, entries: 2, changed: 2, wrong: [{ line: 4 }] });
  expect(await importCatalogue("un-numbers", adr)).toMatchObject({ ok: true, changed: 0 });
  expect(await importCatalogue("un-numbers", gzipSync(adr))).toMatchObject({ ok: true, changed: 0 });
});

test("two tables tell of one thing, and neither undoes the other", async () => {
  expect(await importCatalogue("un-numbers", cfr)).toMatchObject({ ok: true, changed: 1 });
  expect(await importCatalogue("un-numbers", adr)).toMatchObject({ changed: 0 });
  const [ethanol] = await lookUp(anybody, "un-numbers", "un 1170");
  expect(ethanol).toMatchObject({ code: "UN1170", attributes: { class: "3", packingGroups: ["II", "III"] } });
});

test("what no table can hold is told of by none", async () => {
  const lines = [{ pathogen: "a\u0000b", species: "\u0000" }, { pathogen: "\ufffd%_\\" }];
  expect(await toldOf(anybody, { kind: "sample", lines })).toEqual([]);
});

test("a corrected row replaces what was there, and only that row changes", async () => {
  const corrected = bytes(new TextDecoder().decode(adr).replace("WRONG BUT NUMBERED", "Corrected"));
  expect(await importCatalogue("un-numbers", corrected)).toMatchObject({ changed: 1 });
});

test("anybody finds an organisation by its name in any script, and its city in any language", async () => {
  const ror = bytes("ror_id,name,other_names,types,status,country,subdivision,city,established,parents,website\nhttps://ror.org/02zhqgq86,University of Hong Kong,zh:香港大學 | pt:Universidade de Hong Kong,education,active,HK,,Hong Kong,1911,,\n");
  await importCatalogue("organisations", ror);
  for (const query of ["香港大学", "香港大學", "02ZHQGQ86"]) expect((await lookUp(anybody, "organisations", query)).map(({ code }) => code)).toEqual(["02zhqgq86"]);
  // Those that have joined are found beside those that were imported, each once.
  const inPortuguese = (await lookUp(anybody, "organisations", "universidade hong")).map(({ code }) => code);
  expect(inPortuguese).toContain("02zhqgq86");
  expect(inPortuguese).toEqual([...new Set(inPortuguese)]);
});

test("rates are imported by day, wrong rows are named by their line, and the last that is not after the day counts", async () => {
  const rates = bytes("currency,date,per_usd,source\nHKD,2026-11-20,7.75,HKMA\nHKD,2026-12-20,7.80,HKMA\nMOP,2026-02-30,8,AMCM\nXYZ,2026-11-20,1,?\nCNY,2026-11-20,-7,SAFE\nUSD,2026-11-20,2,FED\nCNY,2026-11-20,7.1,\nCNY,2026-11-20,7.1,SAFE\nCNY,2026\n");
  expect(await importCatalogue("rates", rates)).toMatchObject({ ok: true, rows: 9, entries: 3, changed: 3, wrong: [4, 5, 6, 7, 8, 10].map((line) => ({ line })) });
  expect(await importCatalogue("rates", rates)).toMatchObject({ changed: 0 });
  const on = (day: string | null) => asReader(anybody, (tx) => importedRates(tx, day));
  expect(await on("2026-12-01")).toEqual([{ currency: "CNY", day: "2026-11-20", perUsd: "7.1", source: "SAFE" }, { currency: "HKD", day: "2026-11-20", perUsd: "7.75", source: "HKMA" }]);
  expect((await on(null)).find(({ currency }) => currency === "HKD")?.perUsd).toBe("7.8");
  expect(await on("2026-11-19")).toEqual([]);
  // The other way about, in a file of its own columns.
  expect(await importCatalogue("rates", bytes("currency,date,in_usd,source\nHKD,2026-11-20,0.128,HKMA\n"))).toMatchObject({ changed: 1 });
  expect((await on("2026-12-01")).find(({ currency }) => currency === "HKD")?.perUsd).toBe("7.8125");
});

test("what is typed is never a pattern", async () => {
  for (const query of ["%", "_", "\\", "100%_", "'; drop table catalogue_entries; --", "\u0000"]) expect(await lookUp(anybody, "hs-codes", query)).toEqual([]);
});

const many = further ? 200_000 : 20_000;

test(`a table of ${many} rows goes in whole`, { timeout: 300_000 }, async () => {
  const rows = Array.from({ length: many }, (_, at) => `${at + 1},Taxon number ${at + 1},Bacteria,Species,2,`);
  const file = bytes(`taxon_id,name,classification,rank,hse_hazard_group,notes\n${rows.join("\n")}\n`);
  expect(await importCatalogue("pathogens", file)).toMatchObject({ ok: true, entries: many, changed: many, wrong: [] });
  expect(await lookUp(anybody, "pathogens", `taxon-${many - 1}`)).toMatchObject([{ code: `taxon-${many - 1}`, attributes: { hazardGroup: "2" } }]);
});

test("a form is told what each table says of the numbers in its lines, and of no part of a name", async () => {
  const line = { item: "Ethanol", quantity: "1", unit: "L" };
  const told = await toldOf(anybody, { kind: "reagent", lines: [{ ...line, un: "UN1170" }, { ...line, un: "UN1219" }, { ...line, cas: "64-17-5" }] });
  expect(told.filter(({ asked }) => asked === "UN1170").map(({ source, attributes }) => [source, attributes.class, attributes.packingGroups]).toSorted()).toEqual([
    ["49cfr172.101", "3", ["II", "III"]],
    ["adr", "3", undefined],
    ["built-in", "3", ["II", "III"]],
  ]);
  expect(told.find(({ source }) => source === "adr")?.on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(told.filter(({ asked }) => asked === "UN1219").map(({ source, on }) => [source, on])).toEqual([["built-in", null]]);

  const nhc = bytes("kind,no,name_zh,name_latin_or_en,taxonomy,hazard_class,lab_level_culture,lab_level_animal,lab_level_uncultured_or_sample,lab_level_inactivated,lab_level_noninfectious,transport_category,un_number,remark\nvirus,1,測試病毒,Testing virus,,第二类,BSL-2 f,,,,,A,UN2814,\n".replace("測試", "测试"));
  await importCatalogue("pathogens", nhc);
  const sample = { material: "Serum", container: "cryovial-2ml", count: 1, each: "1", unit: "mL" };
  for (const pathogen of ["测试病毒", "測試病毒", "testing VIRUS"]) {
    expect(await toldOf(anybody, { kind: "sample", lines: [{ ...sample, pathogen }] })).toMatchObject([{ kind: "pathogens", asked: pathogen, source: "nhc-2023", attributes: { category: "cat2", laboratory: "BSL-2" } }]);
  }
  for (const pathogen of ["Testing", "virus", "测试", "\n", "%"]) expect(await toldOf(anybody, { kind: "sample", lines: [{ ...sample, pathogen }] })).toEqual([]);
});
