import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { quantityWords } from "../../lib/server/quantity-words.ts";
import { format } from "../../lib/format.ts";
import { languages } from "../../lib/language.ts";
import { translator } from "../../lib/server/translate.ts";

describe.each(languages)("an amount in %s", (language) => {
  const words = { t: translator(language), format: format(language) };

  test.each(["0.000001", "12.3456", "999999999999.999999", "0.0005"])("of %s grams is said to its last digit", (value) => {
    expect(quantityWords({ value, unit: "g" }, words).replaceAll(/[^\d.,]/g, "")).toBe(format(language).number(value).replaceAll(/[^\d.,]/g, ""));
    expect(format(language).number(value).replaceAll(/\D/g, "")).toBe(value.replaceAll(".", ""));
  });
});

test("pages put amounts into words in one place, so that none is rounded", () => {
  const files = ["app", "lib"].flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`)).filter((name) => /\.tsx?$/.test(name));
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => /facts\.units\.[^`"]*\.amount/.test(readFileSync(file, "utf8")))).toEqual(["lib/server/quantity-words.ts"]);
});
