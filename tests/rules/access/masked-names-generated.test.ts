import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutNames } from "../../../lib/access/masked-names.ts";

/* Names as Hong Kong, the Mainland, Macao and Portugal write them, in texts as officers write them. */

const desk = "§";
const romanised = fc.tuple(fc.constantFrom("Chan", "Wong", "Leong", "Ho", "Zhang", "Ng", "Ieong", "Au-Yeung"), fc.constantFrom("Tai Man", "Siu-ming", "Ka Yan", "Xiaohua", "Weng Kei")).map(([family, given]) => ({ words: [family, given], family }));
const portuguese = fc.tuple(fc.constantFrom("Maria", "João", "Conceição", "António"), fc.constantFrom("da Silva", "dos Santos", "de Sousa", "Fátima"), fc.constantFrom("Lam", "Rosário", "Assunção", "Nunes")).map((words) => ({ words: [...words], family: words[2] }));
const chinese = fc.tuple(fc.constantFrom("陳", "劉", "歐陽", "彭", "鄭", "张"), fc.constantFrom("大文", "曉華", "宇晨", "嘉儀")).map(([family, given]) => ({ words: [family + given], family }));
const latin = fc.oneof(romanised, portuguese);
const around = fc.constantFrom(["I asked ", " about it."], ["", ": agreed"], ["請問", "，謝謝"], ["Falei com ", "."], ["2026_", "_v2.pdf"], ["(", ")"], ["", ""]);
const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
const given = { numRuns: 60 };

test("no form of a whole name is left in a text or a file's name", () => {
  const writing = fc.constantFrom<(words: readonly string[]) => string>((words) => words.join(" "), (words) => words.join(" ").toUpperCase(), (words) => words.join("_").replaceAll(" ", "_"), (words) => words.join(" ").replaceAll("-", " "), (words) => plain(words.join(" ")), (words) => words.join(" ").normalize("NFD"), (words) => words.join("  \n"), (words) => [...words.slice(1), words[0]].join(" "));
  fc.assert(fc.property(latin, chinese, writing, around, (one, other, write, [before = "", after = ""]) => {
    const masked = withoutNames([{ name: `${one.words.join(" ")} ${other.words.join("")}`, email: "officer@hku.example", shownAs: desk }]);
    expect(masked(`${before}${write(one.words)}${after}`)).toBe(`${before}${desk}${after}`);
    expect(masked(`${before}${other.words.join("")}${after}`)).toBe(`${before}${desk}${after}`);
  }), given);
});

test("a surname with a title goes, unless somebody whom the reader knows has it, or more of another name follows", () => {
  const title = fc.constantFrom("Dr ", "Prof. ", "Ms ", "Senhora ", "Sr. ", "Doutor ", "Dr_");
  const after = fc.constantFrom("博士", "教授", "老師", "主任", "副主任");
  fc.assert(fc.property(latin, chinese, title, after, (one, other, before, behind) => {
    const officer = [{ name: `${one.words.join(" ")} ${other.words.join("")}`, email: "officer@hku.example", shownAs: desk }];
    const masked = withoutNames(officer);
    expect(masked(`as ${before}${one.family} said`)).toBe(`as ${before}${desk} said`);
    expect(masked(`已請${other.family}${behind}批核`)).toBe(`已請${desk}${behind}批核`);
    expect(masked(`已請${one.family}${behind}批核`)).toBe(behind === "副主任" ? `已請${one.family}${behind}批核` : `已請${desk}${behind}批核`);
    const strangers = `${before}${one.family} Zebedee, ${one.family} Street, ${other.family}某某${behind}`;
    expect(masked(strangers)).toBe(strangers);
    const known = `${before}${one.family} and ${other.family}${behind}`;
    expect(withoutNames(officer, [`${one.family} Zebedee`, `${other.family}某某`])(known)).toBe(known);
  }), given);
});

test("words of nobody stay as they are", () => {
  const innocent = ["The lamb was weighed by Dr Wu.", "No channel, no wonder; the manual says so.", "任何老師均可申請，由於主任不在，提高教授水平。", "O senhor director aprovou. A Senhora vem cá.", "Chancellor Wongs hold 12.5 mL.", "Dr. No; Mr Holmes; Ms Nguyen; hoje", "CW-NPW6-V5S8-33"];
  fc.assert(fc.property(latin, chinese, fc.constantFrom(...innocent), (one, other, text) => {
    expect(withoutNames([{ name: `${one.words.join(" ")} ${other.words.join("")}`, email: "officer@hku.example", shownAs: desk }])(text)).toBe(text);
  }), given);
});
