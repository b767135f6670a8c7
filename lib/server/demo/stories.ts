import type { FormKind } from "../../kind/registry.ts";
import type { FactValue } from "../../policy/condition.ts";
import type { RequestStatus } from "../../request/state.ts";
import { dataStories } from "./stories-data.ts";
import { fundsStories } from "./stories-funds.ts";
import { personStories } from "./stories-person.ts";
import { reagentStories } from "./stories-reagent.ts";
import { type Facts, route } from "./story-routes.ts";

/** One request of the demonstration: what is asked, by whom, how long ago, and how far it has come. */
export type Story = {
  readonly kind: FormKind;
  readonly title: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly lines?: readonly Readonly<Record<string, string | number>>[];
  readonly home: string;
  readonly host: string;
  readonly claims?: readonly string[];
  /** Days before today on which it was submitted. */
  readonly ago: number;
  readonly until: RequestStatus;
  /** With `in-review` and `submitted`: how many steps have been decided. */
  readonly decided?: number;
  /** Sent back once on the way and answered. */
  readonly returnedOnce?: true;
  readonly requester?: "researcher" | "postdoc";
};

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

const serum: Facts = { ...plain, "sample.class": "human", "sample.hgr_material": "cell_free_fluid", "sample.human_origin_cn": true, "sample.infectious_suspected": true, "sample.special_goods_cn": true, "sample.un": "UN3373", "sample.refrigerant": "dry_ice", "org.from.type": "hospital", "sample.quantity": 30 };
const tumour: Facts = { ...plain, "sample.class": "human", "sample.infectious_suspected": true, "sample.special_goods_cn": true, "sample.un": "UN3373", "sample.quantity": 12 };
const tissue: Facts = { ...serum, "sample.hgr_material": "cell_containing", "sample.hgr_clinical_trial_no_export": false, "sample.infectious_suspected": false, "sample.un": "exempt_human", "sample.quantity": 8 };
const seeds: Facts = { ...plain, "sample.class": "plant", "sample.plant_material": true, "sample.germplasm": true, "sample.refrigerant": "none", "sample.quantity": 40 };
const controls: Facts = { ...plain, "sample.class": "biological_product", "sample.special_goods_cn": true, "sample.regulated_drug_device": true, "sample.un": "exempt_human", "sample.quantity": 40 };
const cells: Facts = { ...plain, "sample.class": "cell_line", "sample.animal_derived": true, "sample.biomaterial_level": "3", "sample.refrigerant": "ln2_dry_shipper", "sample.quantity": 20 };
const water: Facts = { ...plain, "sample.class": "environmental", "sample.quantity": 24 };
const soil: Facts = { ...plain, "sample.class": "soil", "sample.soil": true, "sample.refrigerant": "none", "sample.quantity": 10 };
const plasmid: Facts = { ...plain, "sample.class": "microbe", "sample.gmo": "contained_lab", "sample.un": "UN3245", "sample.refrigerant": "dry_ice", "sample.quantity": 16 };
const orchid: Facts = { ...plain, "sample.class": "plant", "sample.plant_material": true, "sample.cites": "II", "sample.refrigerant": "none", "sample.quantity": 6 };

const szHk = route("shenzhen", "hongkong", "courier", "sz-bay");
const gzHk = route("guangzhou", "hongkong", "courier", "hkia");
const hkSz = route("hongkong", "shenzhen", "courier", "sz-bay");
const hkGz = route("hongkong", "guangzhou", "road", "huanggang-lmc");
const moGz = route("macao", "guangzhou", "road", "hengqin");
const moHengqin = route("macao", "zhuhai", "road", "hengqin", { to: "hengqin" });
const moHk = route("macao", "hongkong", "courier", "hzmb-macao");
const gzMo = route("guangzhou", "macao", "road", "hengqin");
const hkHetao = route("hongkong", "shenzhen", "hand_carried", "hetao-no1", { to: "hetao_sz" });

const ofSamples: readonly Omit<Story, "kind">[] = [
  { title: "HBV-positive serum for a study of antiviral response", facts: { ...serum, ...gzHk }, home: "smu", host: "hku", ago: 11, until: "in-review", decided: 2 },
  { title: "Rice germplasm for drought trials", facts: { ...seeds, ...gzHk }, home: "scut", host: "hkust", ago: 24, until: "permitted" },
  { title: "澳門病人新鮮腫瘤組織", facts: { ...tumour, ...moHengqin }, home: "um", host: "sysu", ago: 16, until: "in-review", decided: 1 },
  { title: "Registered IVD controls made from human plasma", facts: { ...controls, ...hkSz }, home: "hku", host: "szu", ago: 35, until: "permitted" },
  { title: "Mouse fibroblast lines for a joint organoid bank", facts: { ...cells, ...hkGz }, home: "hkust", host: "hkust-gz", ago: 30, until: "permitted" },
  { title: "Pearl River estuary water, dry season", facts: { ...water, ...moGz }, home: "must", host: "sysu", ago: 60, until: "closed" },
  { title: "珠江口沉積物對照樣本", facts: { ...water, ...gzMo }, home: "sysu", host: "um", ago: 90, until: "closed" },
  { title: "Contained plasmids for biosensor work", facts: { ...plasmid, ...hkSz }, home: "cuhk", host: "siat", ago: 8, until: "returned" },
  { title: "Reporter strains, second shipment", facts: { ...plasmid, ...hkSz }, home: "cuhk", host: "szbl", ago: 14, until: "in-review", decided: 2, returnedOnce: true },
  { title: "Orchid leaf samples for phylogeny", facts: { ...orchid, ...gzHk }, home: "sysu", host: "hkbu", ago: 13, until: "approved" },
  { title: "海外院校合作：肝癌组织切片", facts: { ...tissue, ...szHk, mode: "hand_carried" }, home: "szu", host: "cuhk", ago: 20, until: "in-review", decided: 1 },
  { title: "Whole blood for a rare-disease cohort", facts: { ...tissue, ...gzHk, "sample.quantity": 5 }, home: "jnu", host: "hku", ago: 70, until: "rejected" },
  { title: "Soil cores from Coloane", facts: { ...soil, ...moHk }, home: "um", host: "hkbu", ago: 40, until: "withdrawn" },
  { title: "Solo de mangal para ensaio de metais", facts: { ...soil, ...moHk }, home: "must", host: "polyu", ago: 5, until: "submitted" },
  { title: "Cryopreserved hamster cell lines", facts: { ...cells, ...hkGz }, home: "polyu", host: "scut", ago: 120, until: "expired" },
  { title: "Influenza sentinel swabs, inactivated", facts: { ...serum, ...szHk, "sample.hgr_material": "none", "sample.infectious_suspected": false, "sample.un": "exempt_human" }, home: "sustech", host: "hku", ago: 50, until: "revoked" },
  { title: "Plasma controls through Hetao Channel No. 1", facts: { ...controls, ...hkHetao, "sample.regulated_drug_device": false, "org.to.hetao_whitelist": true }, home: "hku", host: "siat", claims: ["cn-special-goods-hetao-fast", "cn-hetao-customs-supervision"], ago: 18, until: "in-review", decided: 4 },
  { title: "Hetao: reference antibodies, first lot", facts: { ...controls, ...hkHetao, "sample.regulated_drug_device": false, "org.to.hetao_whitelist": true }, home: "cuhk", host: "siat", claims: ["cn-hetao-duty-free"], ago: 45, until: "permitted" },
  { title: "Seawater for microplastics, spring", facts: { ...water, ...hkSz }, home: "hkust", host: "sustech", ago: 184, until: "closed" },
  { title: "Tea seed collection", facts: { ...seeds, ...gzMo, "sample.germplasm": false }, home: "jnu", host: "must", ago: 27, until: "permitted" },
  { title: "Serum panel for assay comparison", facts: { ...serum, ...szHk }, home: "szbl", host: "polyu", ago: 3, until: "submitted", requester: "postdoc" },
  { title: "Bamboo rhizome fragments", facts: { ...orchid, ...szHk, "sample.cites": "none" }, home: "siat", host: "cityu", ago: 6, until: "in-review", decided: 1 },
  { title: "Follow-up serum, visit 3", facts: { ...serum, ...gzHk }, home: "smu", host: "cuhk", ago: 2, until: "submitted", requester: "postdoc" },
  { title: "Hydroponic lettuce roots", facts: { ...seeds, ...hkGz, "sample.germplasm": false }, home: "hkbu", host: "jnu", ago: 33, until: "withdrawn" },
  { title: "Airborne dust filters", facts: { ...water, ...moGz }, home: "mpu", host: "scut", ago: 80, until: "expired" },
  { title: "Battery electrolyte biofilm", facts: { ...plasmid, ...hkGz, "sample.gmo": "none", "sample.un": "none" }, home: "cityu", host: "ssl", ago: 21, until: "permitted" },
  { title: "Zebrafish tissue for imaging", facts: { ...cells, ...hkSz, "sample.class": "animal" }, home: "cuhk", host: "cuhk-sz", ago: 10, until: "in-review", decided: 2 },
  { title: "Harbour sediment, three stations", facts: { ...water, ...hkSz }, home: "polyu", host: "szu", ago: 100, until: "rejected" },
  { title: "血清随访样本，第二批", facts: { ...serum, ...szHk }, home: "szu", host: "hkust", ago: 0, until: "draft" },
  { title: "Tumour organoids, pilot", facts: { ...tumour, ...moHengqin }, home: "um", host: "jnu", ago: 0, until: "draft" },
  { title: "Green algae cultures", facts: { ...plasmid, ...hkGz, "sample.gmo": "none", "sample.un": "none" }, home: "hku", host: "sysu", ago: 0, until: "draft" },
];

/** Everything that the demonstration shows, played oldest first. */
export const stories: readonly Story[] = [...ofSamples.map((story): Story => ({ kind: "sample", ...story })), ...personStories, ...reagentStories, ...dataStories, ...fundsStories];
