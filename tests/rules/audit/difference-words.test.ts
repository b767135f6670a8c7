import { expect, test } from "vitest";
import { type CaseNames, thingWords, valueWords } from "@/app/_audit/difference-words";
import { caseParts, type FieldDifference } from "../../../lib/audit/case-view.ts";
import { format } from "../../../lib/format.ts";
import { type Language, languages } from "../../../lib/language.ts";
import { translator } from "../../../lib/server/translate.ts";

const text = (en: string) => ({ en, pt: `${en} pt`, "zh-Hans": `${en} 简`, "zh-Hant": `${en} 繁` });
const [chan, paper, crossing] = ["019a0000-0000-7000-8000-00000000000a", "019a0000-0000-7000-8000-00000000000b", "019a0000-0000-7000-8000-00000000000c"];
const named = {
  names: { people: { [chan]: "Chan Tai Man" }, organisations: { hku: text("University of Hong Kong") }, steps: { endorsement: text("Endorsement") } },
  steps: [{ desk: "hku.ethics", deskNames: text("Ethics"), organisation: "hku" }],
  documents: [{ id: paper, name: "consent.pdf" }],
  movements: [{ id: crossing, at: "2026-11-30T04:00:00.000Z" }],
} as unknown as CaseNames;
const wordsOf = (language: Language) => {
  const t = translator(language);
  return { t, ui: ((key: string) => t(`ui.${key}`)) as never, format: format(language), language };
};
const said = (row: Partial<FieldDifference>, language: Language = "en") => thingWords({ part: "case", of: null, field: null, was: null, is: null, ...row }, named, wordsOf(language));
const valued = (part: FieldDifference["part"], field: string | null, value: string, language: Language = "en") => valueWords({ part, field }, value, named, wordsOf(language));

test("what differs is called by its name: rules, papers, crossings, steps and their conditions by no id", () => {
  for (const part of ["requirements", "findings"] as const) expect(said({ part, of: "doc-mta", field: "status" })).toBe("Material transfer agreement: Status");
  expect(said({ part: "papers", of: paper, field: "sha256" })).toBe("consent.pdf: SHA-256 digest");
  expect(said({ part: "movements", of: crossing, field: "stage" })).toBe("Mon 30 Nov 2026, 12:00: Stage");
  expect(said({ part: "conditions", of: "endorsement-2" })).toBe("Endorsement (2)");
  for (const language of languages) for (const part of caseParts) expect(said({ part, of: chan, field: "status" }, language)).toMatch(/\S/);
});

test("values are called as pages call them: desks with their institution, people, places, days and codes", () => {
  expect(valued("steps", "desk", "hku.ethics")).toBe("Ethics, University of Hong Kong");
  expect(valued("parties", "team", chan)).toBe("Chan Tai Man");
  expect(valued("parties", "home", "hku", "zh-Hant")).toBe("University of Hong Kong 繁");
  expect(valued("case", "from", "HK hongkong", "zh-Hant")).toBe("香港");
  expect(valued("requirements", "due", "before-permit")).toBe("Before the permit");
  expect(valued("findings", "type", "permit", "pt")).toBe(translator("pt")("ui.regimeType.permit"));
  expect(valued("movements", "direction", "return", "zh-Hans")).toBe(translator("zh-Hans")("pages.permit.direction.return"));
  expect(valued("claims", null, "true")).toBe("Yes");
  expect(valued("case", "title", "Serum")).toBeNull();
});
