import { expect, test } from "vitest";
import { organisationNamed } from "../../../lib/request/host-named.ts";

const hku = { id: "hku", ror: "02zhqgq86", names: { en: "The University of Hong Kong", "zh-Hant": "香港大學", "zh-Hans": "香港大学", pt: "Universidade de Hong Kong" } };

test.each(["hku", " HKU ", "the university of  hong kong", "香港大學", "香港大学", "Universidade de Hong Kong", "02zhqgq86", "https://ror.org/02ZHQGQ86", "ror.org/02zhqgq86/"])("“%s” names an organisation that has joined", (typed) => {
  expect(organisationNamed(typed, [hku])).toEqual({ is: "here", organisation: hku });
});

test("a well-formed ROR of nobody here is somebody who has not joined", () => {
  expect(organisationNamed("https://ror.org/00t33hh48", [hku])).toEqual({ is: "away", ror: "00t33hh48" });
});

test("wrong check digits are told from a name that nobody has", () => {
  expect(organisationNamed("02zhqgq87", [hku])).toEqual({ is: "wrongCheckDigits" });
  expect(organisationNamed("Hogwarts", [hku])).toEqual({ is: "unknown" });
});

test("a name is its words: without the blanks between them it is nobody’s", () => {
  expect(organisationNamed("theuniversityofhongkong", [hku])).toEqual({ is: "unknown" });
});
