import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { institutions } from "../../lib/server/demo/organisations.ts";

/** The public institutions of the sheet, part D3: the name in Chinese, and the ROR where it is sure. */
const sheet = readFileSync(new URL("../../../shared/rules/gba-rules.md", import.meta.url), "utf8");
const rows = sheet
  .slice(sheet.indexOf("### D3."))
  .split("\n")
  .filter((line) => /^\| [A-Z]/.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, en = "", zh = "", , ror = "", mark = ""]) => ({ en, zh, ror, sure: mark.startsWith("[V") }));

test("every institution of the demonstration stands in the sheet under its Chinese name, with its ROR exactly where the sheet is sure", () => {
  expect(rows.length).toBeGreaterThan(30);
  for (const { names, ror } of institutions) {
    const row = rows.find(({ zh }) => zh === names["zh-Hant"] || zh === names["zh-Hans"]);
    expect([names.en, row?.zh ?? null]).toEqual([names.en, expect.any(String)]);
    expect([names.en, ror]).toEqual([names.en, row?.sure ? row.ror : null]);
  }
});
