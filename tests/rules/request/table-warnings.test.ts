import { expect, it } from "vitest";
import type { Told } from "../../../lib/catalogue/entry.ts";
import type { Facts } from "../../../lib/policy/condition.ts";
import { tableWarnings } from "../../../lib/request/table-warnings.ts";

const told: readonly Told[] = [
  { kind: "un-numbers", asked: "UN1170", source: "adr", on: "2026-11-25", names: { en: "ETHANOL" }, attributes: { class: "3" } },
  { kind: "un-numbers", asked: "UN1170", source: "built-in", on: null, names: { en: "Ethanol" }, attributes: { class: "3", packingGroups: ["II", "III"] } },
  { kind: "cas", asked: "756-79-6", source: "cwc", on: "2026-11-25", names: { en: "Dimethyl methylphosphonate" }, attributes: { cwc: "2" } },
];
const ethanol = { item: "Ethanol", un: "UN1170", quantity: "1", unit: "L" };
const into: Facts = { "from.city": "hongkong", "to.city": "shenzhen" };

it.each([
  ["what a UN number would fill, and the choice it leaves", into, [ethanol], [
    { code: "tableFills", path: "lines.0.class", params: { values: "3", because: "UN1170", sources: "adr 2026-11-25, built-in" } },
    { code: "tableOffers", path: "lines.0.packing", params: { values: "II | III", because: "UN1170", sources: "built-in" } },
    { code: "tableFills", path: "facts.reagent.un_class", params: { values: "3", lines: "1", sources: "adr 2026-11-25, built-in" } },
  ]],
  ["an answer that is another than the table's", { ...into, "reagent.un_class": "8" }, [{ ...ethanol, class: "3", packing: "II" }], [
    { code: "tableDiffers", path: "facts.reagent.un_class", params: { values: "3", lines: "1", sources: "adr 2026-11-25, built-in" } },
  ]],
  ["a cell that is another than the table's", { ...into, "reagent.un_class": "8" }, [{ ...ethanol, class: "8", packing: "II" }], [
    { code: "tableDiffers", path: "lines.0.class", params: { values: "3", because: "UN1170", sources: "adr 2026-11-25, built-in" } },
  ]],
  ["every line that an answer follows from", { ...into, "reagent.un_class": "8" }, [{ ...ethanol, class: "3", packing: "II" }, { ...ethanol, class: "3", packing: "II" }], [
    { code: "tableDiffers", path: "facts.reagent.un_class", params: { values: "3", lines: "1, 2", sources: "adr 2026-11-25, built-in" } },
  ]],
  ["of a name that is missing", { ...into, "reagent.cwc": "2" }, [{ item: "", cas: "756-79-6", quantity: "1", unit: "mL" }], [
    { code: "tableFills", path: "lines.0.item", params: { values: "Dimethyl methylphosphonate", because: "756-79-6", sources: "cwc 2026-11-25" } },
  ]],
  ["nothing when everything is as the tables say", { ...into, "reagent.un_class": "3" }, [{ ...ethanol, class: "3", packing: "III" }], []],
  ["nothing of a name that is not the table's", { ...into, "reagent.cwc": "2" }, [{ item: "DMMP", cas: "756-79-6", quantity: "1", unit: "mL" }], []],
  // The Convention is asked about only on the Mainland's and Hong Kong's side.
  ["nothing of a question that is not asked", { "from.city": "macao", "to.city": "overseas" }, [{ item: "DMMP", cas: "756-79-6", quantity: "1", unit: "mL" }], []],
] as const)("a saved draft is told %s", (_, facts, lines, warnings) => {
  expect(tableWarnings({ kind: "reagent", facts, lines }, told)).toEqual(warnings);
});
