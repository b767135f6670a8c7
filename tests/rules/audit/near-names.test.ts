import { expect, test } from "vitest";
import { type NamedThing, nearNames } from "../../../lib/audit/near-names.ts";

const things: readonly NamedThing[] = [
  { id: "hku.biosafety", names: { en: "Biosafety Office", "zh-Hant": "生物安全辦公室" } },
  { id: "smu.ethics", names: { en: "Ethics Committee", "zh-Hant": "倫理委員會" } },
  { id: "hetao", names: { en: "Hetao Zone", pt: "Zona de Hetao" } },
];

test("a letter in four may be wrong, of the id, a name or a word in one, in either script and any case", () => {
  expect(nearNames("hku.biosafty", things)).toEqual(["hku.biosafety"]);
  expect(nearNames("BIOSAFTEY", things)).toEqual(["hku.biosafety"]);
  expect(nearNames("Hetau", things)).toEqual(["hetao"]);
  expect(nearNames("生物安全办公処", things)).toEqual(["hku.biosafety"]);
  expect(nearNames("ethics comittee", things)).toEqual(["smu.ethics"]);
});

test("what is called otherwise, short, or far too long is near to nothing; the nearest come first and no more than asked", () => {
  for (const word of ["biology", "hk", "", "x".repeat(2000)]) expect(nearNames(word, things)).toEqual([]);
  const many = ["abcdefgy", "abcdefxy", "abcdefgh1"].map((id) => ({ id, names: {} }));
  expect(nearNames("abcdefgh", many)).toEqual(["abcdefgh1", "abcdefgy", "abcdefxy"]);
  expect(nearNames("abcdefgh", many, 1)).toEqual(["abcdefgh1"]);
});
