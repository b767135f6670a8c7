import { expect, test } from "vitest";
import { readAnswers } from "../../../lib/kind/read-section.ts";
import { formKinds, kindDefinition } from "../../../lib/kind/registry.ts";
import { visibleSections } from "../../../lib/kind/questions.ts";
import { rowsIn } from "../../../lib/kind/typed-values.ts";

test("rows keep their places, those between are empty, and of a cell that is sent twice the first counts", () => {
  expect(rowsIn({ "lines.2.material": "c", "lines.0.material": "a", "lines.0.unit": "tube", "lines.x.material": "no", "lines.1": "no", "lines.2.unit": ["tube", "vial"] })).toEqual([{ material: "a", unit: "tube" }, {}, { material: "c", unit: "tube" }]);
});

test.each(formKinds.filter((kind) => kindDefinition(kind).lines))("more lines of %s than it takes are refused with how many it takes, wherever they stand", (kind) => {
  const table = kindDefinition(kind).lines;
  const section = visibleSections(kind, {}).find(({ lines }) => lines)?.id ?? "";
  const cell = table?.cells[0] ?? "";
  for (const at of [String(table?.most), "999", "1000", "12345", "9".repeat(30)]) {
    const read = readAnswers({ kind, facts: {} }, section, { [`lines.0.${cell}`]: "a", [`lines.${at}.${cell}`]: "b" }, "en");
    expect([at, read.lines?.problems]).toEqual([at, expect.arrayContaining([expect.objectContaining({ code: "tooManyLines", expected: String(table?.most) })])]);
  }
});
