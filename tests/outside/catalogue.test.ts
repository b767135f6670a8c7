import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { expect, it } from "vitest";
import type { CatalogueKind } from "../../lib/catalogue/entry.ts";
import { readCatalogueFile } from "../../lib/catalogue/read-file.ts";
import { isFoundBy } from "../../lib/catalogue/search.ts";

/** How many entries each published table gives, and how many of its rows cannot be taken. */
it.each<[CatalogueKind, string, number, number]>([
  ["organisations", "ror_orgs_gba_and_china.csv", 2344, 0],
  ["organisations", "ror_orgs_rest_sample.csv", 1800, 0],
  ["hs-codes", "hs_codes.csv.gz", 6939, 1],
  ["cas", "chemicals_cas.csv", 1815, 0],
  ["cas", "cwc_schedules_selection.csv", 26, 0],
  ["pathogens", "pathogens_uk_hse_hazard_groups.csv", 303, 0],
  ["pathogens", "pathogens_china_2023.csv", 508, 1],
])("%s from %s is read as it is: %i entries, %i rows left out; rows of one thing are one entry", (kind, file, entries, wrong) => {
  const read = readCatalogueFile(kind, content(file));
  expect(read.ok && { entries: read.entries.length, wrong: read.wrong.length }).toEqual({ entries, wrong });
});

it.each<[CatalogueKind, string]>([
  ["un-numbers", "un_numbers_adr.csv"],
  ["un-numbers", "un_packing_groups_us49cfr172_101.csv"],
  ["cites-species", "cites_species_zh.csv"],
])("%s from %s is read nearly whole, and every row left out is named with its line", (kind, file) => {
  const read = readCatalogueFile(kind, content(file));
  if (!read.ok) throw new Error(read.why);
  expect(read.wrong.length).toBeLessThan(read.rows * 0.03);
  expect(read.wrong.every(({ line, why }) => line > 1 && why !== "")).toBe(true);
});

it("the University of Macau and those of Shenzhen are found in each of the languages", () => {
  const read = readCatalogueFile("organisations", content("ror_orgs_gba_and_china.csv"));
  if (!read.ok) throw new Error(read.why);
  const found = (query: string) => read.entries.filter((entry) => isFoundBy(query, entry)).map(({ code }) => code);
  expect(found("澳門大學")).toEqual(found("澳门大学"));
  expect(found("澳門大學").length).toBeGreaterThan(0);
  expect(found("深圳").length).toBeGreaterThan(10);
  for (const code of found("Shenzhen University")) expect(found("深圳")).toContain(code);
});

function content(file: string): Uint8Array {
  const bytes = readFileSync(new URL(`../../../shared/data/reference/${file}`, import.meta.url));
  return file.endsWith(".gz") ? gunzipSync(bytes) : bytes;
}
