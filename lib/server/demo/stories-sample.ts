import type { Story } from "./stories.ts";
import { type Facts, route } from "./story-routes.ts";

const plain: Facts = {
  "org.from.type": "university",
  "org.to.type": "university",
  "org.foreign_party": true,
  "project.purpose": "basic_research",
  "sample.human_origin_cn": false,
  "sample.pathogen_cat_cn": "none",
  "sample.infectious_suspected": false,
  "sample.special_goods_cn": false,
  "sample.regulated_drug_device": false,
  "sample.animal_derived": false,
  "sample.live_animal": false,
  "sample.plant_material": false,
  "sample.soil": false,
  "sample.cites": "none",
  "sample.live_wild_origin": false,
  "sample.gmo": "none",
  "sample.biomaterial_level": "na",
  "sample.ag_agent": false,
  "sample.un": "none",
  "sample.refrigerant": "gel",
};

export const serum: Facts = { ...plain, "sample.class": "human", "sample.hgr_material": "cell_free_fluid", "sample.human_origin_cn": true, "sample.infectious_suspected": true, "sample.special_goods_cn": true, "sample.un": "UN3373", "sample.refrigerant": "dry_ice", "org.from.type": "hospital", "sample.quantity": 30 };
export const tumour: Facts = { ...plain, "sample.class": "human", "sample.infectious_suspected": true, "sample.special_goods_cn": true, "sample.un": "UN3373", "sample.quantity": 12 };
export const tissue: Facts = { ...serum, "sample.hgr_material": "cell_containing", "sample.hgr_clinical_trial_no_export": false, "sample.infectious_suspected": false, "sample.un": "exempt_human", "sample.quantity": 8 };
export const seeds: Facts = { ...plain, "sample.class": "plant", "sample.plant_material": true, "sample.germplasm": true, "sample.refrigerant": "none", "sample.quantity": 40 };
export const controls: Facts = { ...plain, "sample.class": "biological_product", "sample.special_goods_cn": true, "sample.regulated_drug_device": true, "sample.un": "exempt_human", "sample.quantity": 40 };
export const cells: Facts = { ...plain, "sample.class": "cell_line", "sample.animal_derived": true, "sample.biomaterial_level": "3", "sample.refrigerant": "ln2_dry_shipper", "sample.quantity": 20 };
export const water: Facts = { ...plain, "sample.class": "environmental", "sample.quantity": 24 };
export const soil: Facts = { ...plain, "sample.class": "soil", "sample.soil": true, "sample.refrigerant": "none", "sample.quantity": 10 };
export const plasmid: Facts = { ...plain, "sample.class": "microbe", "sample.gmo": "contained_lab", "sample.un": "UN3245", "sample.refrigerant": "dry_ice", "sample.quantity": 16 };
export const orchid: Facts = { ...plain, "sample.class": "plant", "sample.plant_material": true, "sample.cites": "II", "sample.refrigerant": "none", "sample.quantity": 6 };

const szHk = route("shenzhen", "hongkong", "courier", "sz-bay");
const gzHk = route("guangzhou", "hongkong", "courier", "hkia");
const hkSz = route("hongkong", "shenzhen", "courier", "sz-bay");
const hkGz = route("hongkong", "guangzhou", "road", "huanggang-lmc");
const moGz = route("macao", "guangzhou", "road", "hengqin");
const moHengqin = route("macao", "zhuhai", "road", "hengqin", { to: "hengqin" });
const moHk = route("macao", "hongkong", "courier", "hzmb-macao");
const gzMo = route("guangzhou", "macao", "road", "hengqin");
const hkHetao = route("hongkong", "shenzhen", "hand_carried", "hetao-no1", { to: "hetao_sz" });

/** Samples of the demonstration. */
export const sampleStories: readonly Story[] = [
  { kind: "sample", title: "HBV-positive serum for a study of antiviral response", example: "WC-S03", facts: { ...serum, ...gzHk }, home: "smu", host: "hku", ago: 11, until: "in-review", decided: 2 },
  { kind: "sample", title: "Rice germplasm for drought trials", example: "WC-S08", facts: { ...seeds, ...gzHk }, home: "scut", host: "hkust", ago: 24, until: "permitted" },
  { kind: "sample", title: "澳門病人新鮮腫瘤組織", example: "WC-S13", facts: { ...tumour, ...moHengqin }, home: "um", host: "sysu", ago: 16, until: "in-review", decided: 1 },
  { kind: "sample", title: "Registered IVD controls made from human plasma", example: "WC-S18", facts: { ...controls, ...hkSz }, home: "hku", host: "szu", ago: 35, until: "permitted" },
  { kind: "sample", title: "Mouse fibroblast lines for a joint organoid bank", facts: { ...cells, ...hkGz }, home: "hkust", host: "hkust-gz", ago: 30, until: "permitted" },
  { kind: "sample", title: "Pearl River estuary water, dry season", facts: { ...water, ...moGz }, home: "must", host: "sysu", ago: 60, until: "closed", hasty: true },
  { kind: "sample", title: "珠江口沉積物對照樣本", facts: { ...water, ...gzMo }, home: "sysu", host: "um", ago: 90, until: "closed" },
  { kind: "sample", title: "Contained plasmids for biosensor work", facts: { ...plasmid, ...hkSz }, home: "cuhk", host: "siat", ago: 8, until: "returned" },
  { kind: "sample", title: "Reporter strains, second shipment", facts: { ...plasmid, ...hkSz }, home: "cuhk", host: "szbl", ago: 14, until: "in-review", decided: 2, returnedOnce: true },
  { kind: "sample", title: "Orchid leaf samples for phylogeny", facts: { ...orchid, ...gzHk }, home: "sysu", host: "hkbu", ago: 13, until: "approved" },
  { kind: "sample", title: "海外院校合作：肝癌组织切片", facts: { ...tissue, ...szHk, mode: "hand_carried" }, home: "szu", host: "cuhk", ago: 20, until: "in-review", decided: 1 },
  { kind: "sample", title: "Whole blood for a rare-disease cohort", facts: { ...tissue, ...gzHk, "sample.quantity": 5 }, home: "jnu", host: "hku", ago: 70, until: "rejected" },
  { kind: "sample", title: "Soil cores from Coloane", facts: { ...soil, ...moHk }, home: "um", host: "hkbu", ago: 40, until: "withdrawn" },
  { kind: "sample", title: "Solo de mangal para ensaio de metais", facts: { ...soil, ...moHk }, home: "must", host: "polyu", ago: 5, until: "submitted" },
  { kind: "sample", title: "Cryopreserved hamster cell lines", facts: { ...cells, ...hkGz }, home: "polyu", host: "scut", ago: 120, until: "expired" },
  { kind: "sample", title: "Influenza sentinel swabs, inactivated", facts: { ...serum, ...szHk, "sample.hgr_material": "none", "sample.infectious_suspected": false, "sample.un": "exempt_human" }, home: "sustech", host: "hku", ago: 50, until: "revoked" },
  { kind: "sample", title: "Plasma controls through Hetao Channel No. 1", facts: { ...controls, ...hkHetao, "sample.regulated_drug_device": false, "org.to.hetao_whitelist": true }, home: "hku", host: "siat", claims: ["cn-special-goods-hetao-fast", "cn-hetao-customs-supervision"], ago: 18, until: "in-review", decided: 4 },
  { kind: "sample", title: "Hetao: reference antibodies, first lot", facts: { ...controls, ...hkHetao, "sample.regulated_drug_device": false, "org.to.hetao_whitelist": true }, home: "cuhk", host: "siat", claims: ["cn-hetao-duty-free"], ago: 45, until: "permitted" },
  { kind: "sample", title: "Seawater for microplastics, spring", facts: { ...water, ...hkSz }, home: "hkust", host: "sustech", ago: 184, until: "closed", elsewhere: "huanggang-lmc" },
  { kind: "sample", title: "Tea seed collection", facts: { ...seeds, ...gzMo, "sample.germplasm": false }, home: "jnu", host: "must", ago: 27, until: "permitted" },
  { kind: "sample", title: "Serum panel for assay comparison", facts: { ...serum, ...szHk }, home: "szbl", host: "polyu", ago: 3, until: "submitted", requester: "postdoc" },
  { kind: "sample", title: "Bamboo rhizome fragments", facts: { ...orchid, ...szHk, "sample.cites": "none" }, home: "siat", host: "cityu", ago: 6, until: "in-review", decided: 1 },
  { kind: "sample", title: "Follow-up serum, visit 3", facts: { ...serum, ...gzHk }, home: "smu", host: "cuhk", ago: 2, until: "submitted", requester: "postdoc" },
  { kind: "sample", title: "Hydroponic lettuce roots", facts: { ...seeds, ...hkGz, "sample.germplasm": false }, home: "hkbu", host: "jnu", ago: 33, until: "withdrawn" },
  { kind: "sample", title: "Airborne dust filters", facts: { ...water, ...moGz }, home: "mpu", host: "scut", ago: 80, until: "expired" },
  { kind: "sample", title: "Battery electrolyte biofilm", facts: { ...plasmid, ...hkGz, "sample.gmo": "none", "sample.un": "none" }, home: "cityu", host: "ssl", ago: 21, until: "permitted" },
  { kind: "sample", title: "Zebrafish tissue for imaging", facts: { ...cells, ...hkSz, "sample.class": "animal" }, home: "cuhk", host: "cuhk-sz", ago: 10, until: "in-review", decided: 2 },
  { kind: "sample", title: "Harbour sediment, three stations", facts: { ...water, ...hkSz }, home: "polyu", host: "szu", ago: 100, until: "rejected" },
  { kind: "sample", title: "血清随访样本，第二批", facts: { ...serum, ...szHk }, home: "szu", host: "hkust", ago: 0, until: "draft" },
  { kind: "sample", title: "Tumour organoids, pilot", facts: { ...tumour, ...moHengqin }, home: "um", host: "jnu", ago: 0, until: "draft" },
  { kind: "sample", title: "Green algae cultures", facts: { ...plasmid, ...hkGz, "sample.gmo": "none", "sample.un": "none" }, home: "hku", host: "sysu", ago: 0, until: "draft" },
];
