import { expect, test } from "vitest";
import { withoutNames } from "../../../lib/access/masked-names.ts";

const desk = "Biosafety Office";
const officers = [{ name: "Peng Yuchen 彭宇晨", email: "peng@hku.example", shownAs: desk }, { name: "António Vong", email: "vong@um.example", shownAs: desk }, { name: "Li Na", email: "li.na@hku.example", shownAs: desk }, { name: "劉曉華", email: "lau@hku.example", shownAs: desk }];

const written: readonly (readonly [as: string, read: string])[] = [
  ["Dr Peng Yuchen 彭宇晨 says so.", `Dr ${desk} says so.`],
  ["peng  yuchen: agreed", `${desk}: agreed`],
  ["PENG YUCHEN’s view", `${desk}’s view`],
  ["彭宇晨老師已同意。", `${desk}老師已同意。`],
  ["刘晓华已同意，劉曉華亦然。", `${desk}已同意，${desk}亦然。`],
  ["Ask ANTÓNIO VONG or vong@um.example", `Ask ${desk} or ${desk}`],
  ["Li Na, Na Li and Li Nana", `${desk}, ${desk} and Li Nana`],
  ["Dr Peng says so; Yuchen too.", `Dr ${desk} says so; Yuchen too.`],
  ["彭博士、PENG教授、Senhor Vong、the Prof. Yuchen", `${desk}博士、${desk}教授、Senhor ${desk}、the Prof. ${desk}`],
  ["report_Antonio-Vong.pdf, PengYuchen.docx, Vong, António", `report_${desk}.pdf, ${desk}.docx, ${desk}`],
  ["Dr Peng Wei, 彭偉博士, Dr Pengelly, a peng, and Vong Street", "Dr Peng Wei, 彭偉博士, Dr Pengelly, a peng, and Vong Street"],
  ["speng@hku.example", "speng@hku.example"],
  ["", ""],
];

test("names are taken out in every form in which they are written, and nothing else is", () => {
  expect(written.map(([as]) => [as, withoutNames(officers)(as)])).toEqual(written);
});

test("nobody to be kept unnamed, nothing is changed; a name that is a pattern is no pattern", () => {
  expect(withoutNames([])("Peng Yuchen")).toBe("Peng Yuchen");
  expect(withoutNames([{ name: "A. (B+", email: "x@y.example", shownAs: "desk" }])("A. (B+ and AxB")).toBe("desk and AxB");
});

test("each is read as their own desk, the longer of two names before the shorter", () => {
  const two = withoutNames([{ name: "Chan Tai", email: "chan@hku.example", shownAs: "Ethics" }, { name: "Chan Tai Man 陳大文", email: "man@um.example", shownAs: "Biosafety" }, { name: "Lam Ka Yan", email: "lam@um.example", shownAs: "Biosafety" }]);
  expect(two("Chan Tai, Chan Tai Man, 陳大文 and lam@um.example; Dr Lam")).toBe("Ethics, Biosafety, Biosafety and Biosafety; Dr Biosafety");
});
