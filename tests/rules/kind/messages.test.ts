import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import en from "../../../messages/en/facts.json" with { type: "json" };
import pt from "../../../messages/pt/facts.json" with { type: "json" };
import hans from "../../../messages/zh-Hans/facts.json" with { type: "json" };
import hant from "../../../messages/zh-Hant/facts.json" with { type: "json" };
import { catalogue } from "../../../lib/kind/catalogue.ts";
import { lineProblemCodes } from "../../../lib/kind/line-table.ts";
import { optionName, type Say } from "../../../lib/kind/option-name.ts";
import { factProblemCodes, optionsOf } from "../../../lib/kind/parse-fact.ts";
import { kindDefinitions } from "../../../lib/kind/registry.ts";
import { showFact } from "../../../lib/kind/show-fact.ts";
import { type Language, languages } from "../../../lib/language.ts";
import { controlPoints } from "../../../lib/place/control-points.ts";

const messages: Readonly<Record<Language, Record<string, unknown>>> = { en, "zh-Hant": hant, "zh-Hans": hans, pt };

describe.each(languages)("the words about facts in %s", (language) => {
  const say = sayIn(language);

  it("name, shorten and explain every fact, and name every option", () => {
    for (const field of Object.values(catalogue)) {
      for (const part of ["label", "short", "help"]) expect(say(`${field.fact}.${part}`).length, `${field.fact}.${part}`).toBeGreaterThan(0);
      for (const option of optionsOf(field)) expect(optionName(field, option, language, say).length, `${field.fact} ${option}`).toBeGreaterThan(0);
    }
  });

  it("ask questions as questions and keep short names short", () => {
    for (const { fact } of Object.values(catalogue)) {
      expect(say(`${fact}.label`), fact).toMatch(/[?？]$/);
      expect(say(`${fact}.short`).length, fact).toBeLessThanOrEqual(32);
      expect(say(`${fact}.help`), fact).not.toMatch(/[!！]|please|successfully/i);
    }
  });

  it("name every page, unit, column and problem", () => {
    for (const kind of kindDefinitions) {
      for (const { id } of kind.sections) expect([say(`sections.${id}.title`), say(`sections.${id}.help`)].every(Boolean)).toBe(true);
      for (const unit of kind.units) expect(say(`units.${unit}.name`) && say(`units.${unit}.amount`, { count: 2 })).toContain("2");
      if (kind.lines) expect([say(`lines.${kind.kind}.title`), say(`lines.${kind.kind}.help`)].every(Boolean)).toBe(true);
      for (const cell of kind.lines?.cells ?? []) expect(say(`lines.cells.${cell}`)).toBeTruthy();
    }
    for (const code of [...factProblemCodes, ...lineProblemCodes]) expect(say(`problems.${code}`, { expected: "7" })).toBeTruthy();
  });

  it("have the same keys as English", () => {
    expect(keysOf(messages[language])).toEqual(keysOf(en));
  });

  it("explain no option that a question does not have", () => {
    for (const key of keysOf(messages[language]).filter((key) => /\.(options|optionHelp)\./.test(key))) {
      const [fact = "", option = ""] = key.split(/\.(?:options|optionHelp)\./);
      const field = Object.values(catalogue).find((one) => one.fact === fact);
      expect(field && optionsOf(field), key).toContain(option);
    }
  });

  it("show answers as people read them", () => {
    expect(showFact(catalogue["sample.quantity"], 1500, language, say)).toMatch(/^1[,.\s]?500$/);
    expect(showFact(catalogue.date, "2026-11-30", language, say)).toContain("2026");
    expect(showFact(catalogue["transit.jurs"], ["CN", "HK"], language, say)).toMatch(/.+(and|和|及|與|e).+/);
    expect(showFact(catalogue["transit.jurs"], [], language, say)).toBe(say("answers.none"));
    expect(showFact(catalogue["sample.soil"], false, language, say)).toBe(say("answers.no"));
    for (const point of controlPoints) expect(showFact(catalogue.checkpoint, point.id, language, say)).not.toBe(point.id);
  });
});

it("the day of a crossing reads as in the house style", () => {
  expect(showFact(catalogue.date, "2026-11-30", "en", sayIn("en"))).toBe("Mon 30 Nov 2026");
});

it("Chinese texts use the script of their readers", () => {
  expect(JSON.stringify(hant).match(/[样试剂内门户资关证审检车医们这为国]/gu)).toBeNull();
  expect(JSON.stringify(hans).match(/[樣試劑內門資關證審檢車醫們這為國]/gu)).toBeNull();
});

/** A message that is not there throws, so a missing key fails the test that asks for it. */
function sayIn(language: Language): Say & ((key: string, values?: Record<string, string | number>) => string) {
  const translate = createTranslator({ locale: language, messages: messages[language], onError: fail }) as unknown as (key: string, values?: Record<string, string | number>) => string;
  return (key: string, values?: Record<string, string | number>) => translate(key, values);
}

function fail(error: Error): never {
  throw error;
}

function keysOf(tree: object, path = ""): string[] {
  return Object.entries(tree)
    .flatMap(([key, value]) => (typeof value === "string" ? [`${path}${key}`] : keysOf(value as object, `${path}${key}.`)))
    .toSorted();
}
