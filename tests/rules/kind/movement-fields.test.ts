import { expect, test } from "vitest";
import { movementFieldsOf, readDetails } from "../../../lib/kind/movement-fields.ts";
import { kinds } from "../../../lib/policy/pack.ts";
import { languages } from "../../../lib/language.ts";
import { translator } from "../../../lib/server/translate.ts";

const digest = "0123456789abcdef".repeat(4);

test.each([
  ["data", { dataset: "Cohort 7", records: "1200", persons: "800", digest: digest.toUpperCase(), channel: "portal", deletedOn: "2026-12-01" }, { digest }],
  ["funds", { payer: "HKU", payee: "SMU", account: "GB82 WEST 1234 5698 7654 32", bank: "hsbchkhh", bankReference: "TT/1" }, { account: "GB82WEST12345698765432", bank: "HSBCHKHH" }],
  ["person", { role: "Postdoc", purpose: "Field work" }, {}],
  ["sample", { packages: "2", seal: "S-1" }, {}],
] as const)("what is said of a movement of kind %s is kept, numbers as they are written", (kind, given, kept) => {
  expect(readDetails(kind, given)).toEqual({ details: { ...given, ...kept }, problems: [] });
});

test.each([
  ["data", "digest", "abc", "notThisNumber"],
  ["data", "records", "1.5", "notWhole"],
  ["data", "records", "-1", "notWhole"],
  ["data", "channel", "pigeon", "unknownValue"],
  ["data", "deletedOn", "2026-02-30", "impossibleDate"],
  ["funds", "account", "GB83WEST12345698765432", "wrongCheckDigits"],
  ["funds", "bank", "X", "notThisNumber"],
  ["funds", "digest", digest, "unknownFact"],
  ["sample", "payee", "SMU", "unknownFact"],
] as const)("of kind %s, %s cannot be %s", (kind, name, value, problem) => {
  expect(readDetails(kind, { [name]: value })).toMatchObject({ details: {}, problems: [{ name, problem }] });
});

test("every field of every kind has its label in every language, and every choice its words", () => {
  for (const language of languages) {
    const t = translator(language, "ledger");
    for (const field of kinds.flatMap(movementFieldsOf)) {
      expect(t.has(`detail.${field.name}`)).toBe(true);
      if (field.is === "choice") for (const option of field.options) expect(t.has(`${field.name}.${option}`)).toBe(true);
    }
  }
});
