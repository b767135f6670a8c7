import { all, any, includes, is, isOneOf } from "../policy/packs/conditions.ts";
import { common, corridorOfGoods, partiesOfGoods } from "./common.ts";
import { asked, type FieldType, fields, type KindDefinition } from "./field.ts";
import { readUnNumber } from "./identifiers.ts";
import type { Facts } from "../policy/condition.ts";
import { sampleLines } from "./sample/lines.ts";
import { sampleUnits } from "./sample/units.ts";

const yesno: FieldType = { is: "yesno" };

/*
 * A question is hidden only under a condition that every rule reading its answer demands anyway, so leaving it out can
 * never take a rule away. That is why a microbe is still asked about human material: the rules do not look at the class.
 */
const fromMainland = is("from.jur", "CN");
const toMainland = is("to.jur", "CN");
const toHongKong = is("to.jur", "HK");
const toMacao = is("to.jur", "MO");
const ofPersonsInTheMainland = is("sample.human_origin_cn", true);
const listedByCites = isOneOf("sample.cites", "I", "II", "III");

/** The facts of a sample: the rule sheet, part C2. */
export const sampleFacts = fields({
  "sample.class": { type: choice("human", "animal", "plant", "microbe", "environmental", "soil", "cell_line", "biological_product", "other"), required: true },
  "sample.human_origin_cn": { type: yesno, required: false },
  "sample.hgr_material": { type: choice("cell_containing", "cell_free_fluid", "none"), required: true, when: ofPersonsInTheMainland },
  "sample.hgr_collection_over_3000": { type: yesno, required: false, when: ofPersonsInTheMainland },
  "sample.hgr_clinical_trial_no_export": {
    type: yesno,
    required: true,
    when: all(
      ofPersonsInTheMainland,
      is("org.foreign_party", true),
      any(is("sample.hgr_material", "cell_containing"), is("project.purpose", "clinical_trial_registration")),
    ),
  },
  "sample.pathogen_cat_cn": { type: choice("none", "cat1", "cat2", "cat3", "cat4"), required: true },
  "sample.infectious_suspected": { type: yesno, required: false },
  "sample.animal_pathogen": { type: yesno, required: false, when: any(toMainland, toHongKong) },
  "sample.ag_agent": { type: yesno, required: false },
  "sample.special_goods_cn": { type: yesno, required: false, when: any(fromMainland, toMainland, includes("transit.jurs", "CN")) },
  "sample.special_goods_high_risk_first": { type: yesno, required: false, when: toMainland },
  "sample.regulated_drug_device": { type: yesno, required: true, when: is("sample.special_goods_cn", true) },
  "sample.mo_blood_organ": { type: yesno, required: false, when: toMacao },
  "sample.animal_derived": { type: yesno, required: false },
  "sample.live_animal": { type: yesno, required: true },
  "sample.lab_rodent_health_report": { type: yesno, required: false, when: all(toMainland, is("sample.live_animal", true)) },
  "sample.dog_cat_or_mammal_carcass": { type: yesno, required: false, when: toHongKong },
  "sample.plant_material": { type: yesno, required: false },
  "sample.soil": { type: yesno, required: false },
  "sample.biomaterial_level": {
    type: choice("na", "1", "2", "3", "4"),
    required: true,
    when: all(toMainland, any(is("sample.animal_derived", true), is("sample.plant_material", true), is("sample.animal_pathogen", true))),
  },
  "sample.cites": { type: choice("none", "I", "II", "III"), required: false },
  "sample.live_wild_origin": { type: yesno, required: true, when: listedByCites },
  "sample.cn_protected_wildlife": { type: yesno, required: false, when: any(fromMainland, toMainland) },
  "sample.germplasm": { type: yesno, required: false, when: fromMainland },
  "sample.gmo": { type: choice("none", "contained_lab", "release", "agri_gmo"), required: false },
  "sample.un": { type: choice("none", "UN2814", "UN2900", "UN3373", "UN3245", "UN3549", "exempt_human", "exempt_animal"), required: false, typed: unNumber, typedIn: "un-numbers" },
  "sample.refrigerant": { type: choice("none", "gel", "dry_ice", "ln2_dry_shipper", "ln2_free"), required: false },
  "sample.quantity": { type: { is: "whole", min: 1, max: 1_000_000 }, required: false },
  "sample.volume_ml": { type: { is: "number", min: 0, max: 10_000_000, unit: "mL" }, required: false },
  "sample.accompanying_data": { type: yesno, required: false },
});

/** Samples: the order of the questions follows part C6 of the rule sheet, so that early answers cut most branches. */
export const sample = {
  kind: "sample",
  icon: "test-tube",
  facts: sampleFacts,
  sections: [
    corridorOfGoods,
    partiesOfGoods,
    { id: "material", lines: true, fields: pick("sample.class", "sample.quantity", "sample.volume_ml") },
    {
      id: "human",
      fields: [
        sampleFacts["sample.human_origin_cn"],
        sampleFacts["sample.hgr_material"],
        sampleFacts["sample.hgr_collection_over_3000"],
        asked(common["org.foreign_party"], ofPersonsInTheMainland),
        sampleFacts["sample.hgr_clinical_trial_no_export"],
        asked(common["org.hgr_pilot_branch"], all(fromMainland, toHongKong, ofPersonsInTheMainland, is("sample.hgr_material", "cell_containing"))),
        asked(common["project.ethics_approved"], any(ofPersonsInTheMainland, isOneOf("sample.class", "human", "cell_line"), is("sample.live_animal", true))),
      ],
    },
    {
      id: "biosafety",
      fields: pick(
        "sample.pathogen_cat_cn",
        "sample.infectious_suspected",
        "sample.animal_pathogen",
        "sample.ag_agent",
        "sample.special_goods_cn",
        "sample.regulated_drug_device",
        "sample.special_goods_high_risk_first",
        "sample.mo_blood_organ",
      ),
    },
    {
      id: "animals-plants-soil",
      fields: pick(
        "sample.live_animal",
        "sample.lab_rodent_health_report",
        "sample.animal_derived",
        "sample.dog_cat_or_mammal_carcass",
        "sample.plant_material",
        "sample.soil",
        "sample.biomaterial_level",
      ),
    },
    { id: "species", fields: pick("sample.cites", "sample.live_wild_origin", "sample.cn_protected_wildlife", "sample.germplasm", "sample.gmo") },
    { id: "transport", fields: pick("sample.un", "sample.refrigerant", "sample.accompanying_data") },
  ],
  units: sampleUnits,
  limitFrom(facts) {
    const containers = facts["sample.quantity"];
    return typeof containers === "number" ? { value: String(containers), unit: "container" } : undefined;
  },
  lines: sampleLines,
} as const satisfies KindDefinition;

/** A UN number in any usual spelling. Those of coolants answer another question. */
function unNumber(text: string): Facts | undefined {
  const un = readUnNumber(text);
  if (un === "UN1845") return { "sample.refrigerant": "dry_ice" };
  if (un === "UN1977") return { "sample.refrigerant": "ln2_free" };
  return un && ["UN2814", "UN2900", "UN3373", "UN3245", "UN3549"].includes(un) ? { "sample.un": un } : undefined;
}

function choice(...options: string[]): FieldType {
  return { is: "choice", options };
}

function pick(...names: (keyof typeof sampleFacts)[]) {
  return names.map((name) => sampleFacts[name]);
}
