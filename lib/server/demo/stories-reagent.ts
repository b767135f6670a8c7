import type { Story } from "./stories.ts";
import { type Facts, route } from "./story-routes.ts";

export const plain: Facts = {
  "org.from.type": "university",
  "org.to.type": "university",
  "project.purpose": "basic_research",
  "reagent.type": "chemical",
  "reagent.hazchem": false,
  "reagent.highly_toxic_or_explosive": false,
  "reagent.un_class": "none",
  "reagent.above_hk_eq": false,
  "reagent.precursor_cn": "none",
  "reagent.cap145_schedule": "none",
  "reagent.mo_precursor": false,
  "reagent.narcotic": "none",
  "reagent.cwc": "none",
  "reagent.dual_use_cn": false,
  "reagent.strategic_hk": false,
  "reagent.tech_export_cn": "none",
  "reagent.radioactive": false,
  "reagent.drug_catalogue_cn": false,
  "reagent.temporary": false,
  "reagent.ata_scope": false,
};
export const solvents: Facts = { ...plain, "reagent.hazchem": true, "reagent.un_class": "3", "reagent.mo_table_h": true };
export const source: Facts = { ...plain, "reagent.type": "radioactive", "reagent.radioactive": true, "reagent.un_class": "7" };
export const loan: Facts = { ...plain, "reagent.type": "equipment", "reagent.temporary": true, "reagent.return_months": 6, "reagent.ata_scope": true };
export const kits: Facts = { ...plain, "reagent.type": "reagent_kit", "reagent.mo_table_b1": true };

const gzHk = route("guangzhou", "hongkong", "air", "hkia");
const zhMo = route("zhuhai", "macao", "road", "hengqin");
const hkSz = route("hongkong", "shenzhen", "road", "huanggang-lmc");
const hkGz = route("hongkong", "guangzhou", "road", "huanggang-lmc");
const moHengqin = route("macao", "zhuhai", "road", "hengqin", { to: "hengqin" });
const hkHetao = route("hongkong", "shenzhen", "road", "hetao-no1", { to: "hetao_sz" });

const ethanol = { item: "Ethanol, absolute", cas: "64-17-5", un: "UN1170", hs: "220710", quantity: "10", unit: "L", value: "1900" };
const acetone = { item: "Acetone, HPLC grade", cas: "67-64-1", un: "UN1090", hs: "291411", quantity: "5", unit: "L", value: "640" };

/** Reagents and equipment of the demonstration. */
export const reagentStories: readonly Story[] = [
  { kind: "reagent", title: "Solvents for extraction, Zhuhai to Macao", example: "WC-G13", facts: { ...solvents, ...zhMo }, lines: [ethanol, acetone], home: "sysu", host: "um", ago: 26, until: "permitted" },
  { kind: "reagent", title: "Fentanyl reference standard for a forensic laboratory", example: "WC-G03", facts: { ...plain, ...gzHk, "reagent.narcotic": "narcotic", "reagent.un_class": "6.1" }, lines: [{ item: "Fentanyl citrate, reference standard", cas: "990-73-8", quantity: "10", unit: "mg", value: "5200" }], home: "smu", host: "hku", ago: 12, until: "in-review", decided: 1 },
  { kind: "reagent", title: "Sealed Cs-137 source for detector calibration", example: "WC-G08", facts: { ...source, ...hkSz }, lines: [{ item: "Cs-137 sealed source, 370 kBq", un: "UN2910", quantity: "1", unit: "piece", value: "8800" }], home: "hku", host: "sustech", ago: 19, until: "approved" },
  { kind: "reagent", title: "借用便攜式質譜儀作野外觀測", facts: { ...loan, ...hkGz }, lines: [{ item: "Portable mass spectrometer", hs: "902781", quantity: "1", unit: "set", value: "480000" }], home: "hkust", host: "hkust-gz", ago: 21, until: "in-review", decided: 1 },
  { kind: "reagent", title: "ELISA kits for a cohort in Macao", facts: { ...kits, ...zhMo }, lines: [{ item: "ELISA kit, human IL-6", hs: "382219", quantity: "12", unit: "kit", value: "28800" }], home: "jnu", host: "must", ago: 9, until: "returned" },
  { kind: "reagent", title: "Kits de sequenciação para Hengqin", facts: { ...kits, ...moHengqin }, lines: [{ item: "Kit de preparação de bibliotecas", quantity: "6", unit: "kit", value: "42000" }], claims: ["cn-hengqin-first-line"], home: "um", host: "sysu", ago: 15, until: "in-review", decided: 3 },
  { kind: "reagent", title: "Antibody panel, duty-free into Hetao", facts: { ...kits, ...hkHetao, "org.to.hetao_whitelist": true, "reagent.hetao_list_item": true }, lines: [{ item: "Antibody panel", quantity: "20", unit: "kit", value: "96000" }], claims: ["cn-hetao-duty-free"], home: "cuhk", host: "siat", ago: 37, until: "closed" },
  { kind: "reagent", title: "Monoclonal antibodies, second consignment into Hetao", facts: { ...kits, ...hkHetao, "org.to.hetao_whitelist": true, "reagent.hetao_list_item": true }, lines: [{ item: "Monoclonal antibody set", quantity: "28", unit: "kit", value: "140000" }], claims: ["cn-hetao-duty-free"], home: "cuhk", host: "siat", ago: 20, until: "approved" },
  // The quota of the year has less left than this takes.
  { kind: "reagent", title: "Recombinant proteins for organoids in Hetao", facts: { ...kits, ...hkHetao, "org.to.hetao_whitelist": true, "reagent.hetao_list_item": true }, lines: [{ item: "Recombinant protein panel", quantity: "6", unit: "kit", value: "30000" }], claims: ["cn-hetao-duty-free"], home: "hku", host: "siat", ago: 8, until: "in-review", decided: 4 },
  { kind: "reagent", title: "Acetic anhydride for acetylation", facts: { ...plain, ...gzHk, "reagent.hazchem": true, "reagent.un_class": "8", "reagent.precursor_cn": "2", "reagent.cap145_schedule": "1" }, lines: [{ item: "Acetic anhydride", cas: "108-24-7", un: "UN1715", quantity: "2.5", unit: "L", value: "900" }], home: "scut", host: "polyu", ago: 33, until: "rejected" },
  { kind: "reagent", title: "Gallium nitride wafers for power devices", facts: { ...plain, ...gzHk, "reagent.dual_use_cn": true, "reagent.type": "consumable" }, lines: [{ item: "GaN on silicon wafer, 150 mm", quantity: "25", unit: "piece", value: "61000" }], home: "ssl", host: "cityu", ago: 4, until: "submitted" },
  { kind: "reagent", title: "Used ultracentrifuge for teaching", facts: { ...plain, ...hkSz, "reagent.type": "equipment", "reagent.used_mech_electrical": true, "reagent.ccc_listed": true }, lines: [{ item: "Ultracentrifuge, 2014", quantity: "1", unit: "set", value: "30000" }], home: "polyu", host: "szu", ago: 55, until: "withdrawn" },
  { kind: "reagent", title: "乙腈与甲醇，第二批", facts: { ...solvents, ...zhMo }, lines: [{ item: "Acetonitrile", cas: "75-05-8", un: "UN1648", quantity: "4", unit: "L", value: "1200" }, { item: "Methanol", cas: "67-56-1", un: "UN1230", quantity: "4", unit: "L", value: "260" }], home: "sysu", host: "mpu", ago: 0, until: "draft" },
];
