import { all, any, includes, is, isOneOf } from "../policy/packs/conditions.ts";
import { corridorOfGoods, partiesOfGoods } from "./common.ts";
import { type FieldType, fields, type KindDefinition } from "./field.ts";
import { reagentLines } from "./reagent/lines.ts";
import { reagentUnits } from "./reagent/units.ts";

const yesno: FieldType = { is: "yesno" };
const schedules = choice("none", "1", "2", "3");

/*
 * As with samples, a question is hidden only under a condition that every rule reading its answer demands anyway. The rules
 * look at lists, not at the type, so a microscope is asked about precursors too; only the place narrows the questions down.
 */
const fromMainland = is("from.jur", "CN");
const toMainland = is("to.jur", "CN");
const atMainland = any(fromMainland, toMainland);
const atHongKong = any(is("from.jur", "HK"), is("to.jur", "HK"));
const throughHongKong = any(is("from.jur", "HK"), is("to.jur", "HK"), includes("transit.jurs", "HK"));
const atMacao = any(is("from.jur", "MO"), is("to.jur", "MO"));
const toMacao = is("to.jur", "MO");
const goesBack = is("reagent.temporary", true);

/** The facts of reagents and equipment: the rule sheet, part C3. */
export const reagentFacts = fields({
  "reagent.type": { type: choice("chemical", "reagent_kit", "drug_research", "device_ivd", "equipment", "radioactive", "software_technology", "consumable"), required: true },
  "reagent.value_cny": { type: { is: "number", min: 0, max: 100_000_000_000, unit: "CNY" }, required: false },
  "reagent.qty": { type: { is: "number", min: 0, max: 1_000_000_000 }, required: false },
  "reagent.hazchem": { type: yesno, required: false, when: atMainland },
  "reagent.highly_toxic_or_explosive": { type: yesno, required: false, when: toMainland },
  "reagent.un_class": { type: choice("none", "1", "2", "3", "4", "5", "6.1", "6.2", "7", "8", "9"), required: false },
  "reagent.above_hk_eq": { type: yesno, required: false, when: all(throughHongKong, isOneOf("reagent.un_class", "2", "3", "4", "5", "6.1", "8", "9")) },
  "reagent.precursor_cn": { type: schedules, required: false, when: atMainland },
  "reagent.cap145_schedule": { type: schedules, required: false, when: atHongKong },
  "reagent.mo_precursor": { type: yesno, required: false, when: atMacao },
  "reagent.narcotic": { type: choice("none", "narcotic", "psychotropic"), required: false },
  "reagent.cwc": { type: choice("none", "1", "2", "3", "docf"), required: false, when: any(atMainland, atHongKong) },
  "reagent.toxic_list_cn": { type: yesno, required: false, when: atMainland },
  "reagent.hk_hazchem595": { type: yesno, required: false, when: atHongKong },
  "reagent.new_chemical_cn": { type: yesno, required: false, when: toMainland },
  "reagent.dual_use_cn": { type: yesno, required: false, when: fromMainland },
  "reagent.strategic_hk": { type: yesno, required: false, when: throughHongKong },
  "reagent.tech_export_cn": { type: choice("none", "free", "restricted", "prohibited"), required: false, when: fromMainland },
  "reagent.radioactive": { type: yesno, required: false },
  "reagent.drug_catalogue_cn": { type: yesno, required: false, when: toMainland },
  "reagent.preclinical_only": { type: yesno, required: false, when: all(toMainland, is("reagent.drug_catalogue_cn", true)) },
  "reagent.pharma_hk": { type: yesno, required: false, when: atHongKong },
  "reagent.mo_table_b1": { type: yesno, required: false, when: toMacao },
  "reagent.mo_table_b2": { type: yesno, required: false, when: toMacao },
  "reagent.mo_table_h": { type: yesno, required: false, when: toMacao },
  "reagent.ccc_listed": { type: yesno, required: false, when: toMainland },
  "reagent.used_mech_electrical": { type: yesno, required: false, when: toMainland },
  "reagent.temporary": { type: yesno, required: false },
  "reagent.return_months": { type: { is: "whole", min: 1, max: 120 }, required: false, when: goesBack },
  // Hong Kong's declaration is let off for a carnet whether or not anything was said about going back.
  "reagent.ata_scope": { type: yesno, required: true, when: any(goesBack, atHongKong) },
  "reagent.tax_relief_entity": { type: yesno, required: false, when: toMainland },
  "reagent.hetao_list_item": { type: yesno, required: false, when: all(toMainland, is("from.jur", "HK"), is("to.zone", "hetao_sz")) },
  "reagent.radio_equipment": { type: yesno, required: false, when: toMainland },
  "reagent.permit_held_by_registered_unit": { type: yesno, required: false },
});

/** Reagents and equipment: what it is and its numbers first, then the lists, then whether it goes back (rule sheet, part C6). */
export const reagent = {
  kind: "reagent",
  icon: "flask-conical",
  facts: reagentFacts,
  sections: [
    corridorOfGoods,
    partiesOfGoods,
    { id: "items", lines: true, fields: pick("reagent.type", "reagent.qty", "reagent.value_cny") },
    {
      id: "hazards",
      fields: pick(
        "reagent.hazchem",
        "reagent.highly_toxic_or_explosive",
        "reagent.toxic_list_cn",
        "reagent.new_chemical_cn",
        "reagent.hk_hazchem595",
        "reagent.radioactive",
        "reagent.un_class",
        "reagent.above_hk_eq",
      ),
    },
    {
      id: "controlled",
      fields: pick(
        "reagent.precursor_cn",
        "reagent.cap145_schedule",
        "reagent.mo_precursor",
        "reagent.narcotic",
        "reagent.cwc",
        "reagent.dual_use_cn",
        "reagent.strategic_hk",
        "reagent.tech_export_cn",
      ),
    },
    {
      id: "medicines",
      fields: pick("reagent.drug_catalogue_cn", "reagent.preclinical_only", "reagent.pharma_hk", "reagent.mo_table_b1", "reagent.mo_table_b2", "reagent.mo_table_h"),
    },
    { id: "equipment", fields: pick("reagent.ccc_listed", "reagent.used_mech_electrical", "reagent.radio_equipment") },
    {
      id: "return",
      fields: pick(
        "reagent.temporary",
        "reagent.return_months",
        "reagent.ata_scope",
        "reagent.tax_relief_entity",
        "reagent.hetao_list_item",
        "reagent.permit_held_by_registered_unit",
      ),
    },
  ],
  units: reagentUnits,
  // Kilograms or litres: the answer does not say which, so only lines can propose a limit.
  limitFrom: () => undefined,
  lines: reagentLines,
} as const satisfies KindDefinition;

function choice(...options: string[]): FieldType {
  return { is: "choice", options };
}

function pick(...names: (keyof typeof reagentFacts)[]) {
  return names.map((name) => reagentFacts[name]);
}
