import { nobody, persons, sent } from "./stories-data.ts";
import { outward, paid, payment } from "./stories-funds.ts";
import { foreigner, mainlander, oneTraveller } from "./stories-person.ts";
import { plain as reagent, solvents, source } from "./stories-reagent.ts";
import { controls, seeds, serum, tumour } from "./stories-sample.ts";
import type { Story } from "./stories.ts";
import { route } from "./story-routes.ts";

const gzHk = route("guangzhou", "hongkong", "courier", "hkia");
const hkSz = route("hongkong", "shenzhen", "courier", "sz-bay");
const moHengqin = route("macao", "zhuhai", "road", "hengqin", { to: "hengqin" });
const people = route("shenzhen", "hongkong", "in_person", "futian-lmcsl");

/** The months before: each worked example of the rule sheet once more, in another shape and long decided. */
export const yearStories: readonly Story[] = [
  { kind: "sample", title: "HBV serum, baseline visit", facts: { ...serum, ...gzHk, "sample.quantity": 60 }, home: "smu", host: "hku", ago: 352, until: "closed", slow: 9 },
  { kind: "sample", title: "水稻種質，首批", facts: { ...seeds, ...gzHk }, home: "scut", host: "hkust", ago: 338, until: "closed", returnedOnce: true },
  { kind: "sample", title: "Tecido tumoral fresco, fase piloto", facts: { ...tumour, ...moHengqin }, home: "um", host: "sysu", ago: 321, until: "expired" },
  { kind: "sample", title: "IVD controls, validation lot", facts: { ...controls, ...hkSz }, home: "hku", host: "szu", ago: 305, until: "closed" },
  { kind: "person", title: "Doctoral year in Sha Tin", facts: { ...mainlander, ...people, "person.purpose": "study", "person.stay_days": 180 }, lines: oneTraveller("student", "eep", "stay", 4), home: "sustech", host: "cuhk", ago: 297, until: "closed" },
  { kind: "person", title: "Foreign doctor of science to Qianhai", facts: { ...foreigner, ...route("overseas", "shenzhen", "in_person", "szx", { to: "qianhai" }), "person.purpose": "academic_exchange", "person.stay_days": 45, "person.k_eligible": true }, lines: oneTraveller("postdoc", "passport", "visa", 1), home: "hku", host: "szu", ago: 284, until: "closed", slow: 8 },
  { kind: "person", title: "Technician for the clean room, paid by the host", facts: { ...mainlander, ...people, "person.purpose": "joint_experiment", "person.stay_days": 21, "person.remunerated_by_host": true, "person.host_stas_authorised": false }, lines: oneTraveller("technician", "eep", "applying", 1), home: "ssl", host: "hkust", ago: 268, until: "rejected", refused: "The host pays for work and is not in the short-term scheme: an employment visa is needed, and none was asked for." },
  { kind: "reagent", title: "Fentanyl standard, 2 mg", facts: { ...reagent, ...route("guangzhou", "hongkong", "air", "hkia"), "reagent.narcotic": "narcotic", "reagent.un_class": "6.1" }, lines: [{ item: "Fentanyl citrate, reference standard", cas: "990-73-8", quantity: "2", unit: "mg", value: "1300" }], home: "smu", host: "hku", ago: 254, until: "withdrawn" },
  { kind: "reagent", title: "Sealed source for a first calibration", facts: { ...source, ...route("hongkong", "shenzhen", "road", "huanggang-lmc") }, lines: [{ item: "Cs-137 sealed source, 185 kBq", un: "UN2910", quantity: "1", unit: "piece", value: "6400" }], home: "hku", host: "sustech", ago: 243, until: "closed", slow: 10 },
  { kind: "reagent", title: "Solventes, primeira remessa", facts: { ...solvents, ...route("zhuhai", "macao", "road", "hengqin") }, lines: [{ item: "Acetone, HPLC grade", cas: "67-64-1", un: "UN1090", hs: "291411", quantity: "2", unit: "L", value: "260" }], home: "sysu", host: "um", ago: 229, until: "closed", leftOut: { step: "sign-off", reason: "年度采购授权（第118号）已涵盖本批溶剂，学院已签字，不再重复签批。" } },
  { kind: "data", title: "Survey contacts, pilot", facts: { ...persons, ...sent("guangzhou", "hongkong") }, lines: [{ set: "Pilot, contacts", fields: "contact", recipient: "HKUST", when: "now", records: 9_000, persons: 9_000 }], claims: ["cn-data-exempt-volume"], home: "sysu", host: "hkust", ago: 214, until: "closed" },
  { kind: "data", title: "Berth statistics, three ports", facts: { ...nobody, ...sent("guangzhou", "hongkong"), "data.important": true }, lines: [{ set: "Berths, quarter 1", fields: "measurement", when: "now", records: 1_100 }], home: "sysu", host: "polyu", ago: 203, until: "rejected", refused: "Notified as important data; no security assessment was passed, and a contract does not stand in for one." },
  { kind: "data", title: "Follow-up of 900 patients, sponsor abroad", facts: { ...persons, ...sent("guangzhou", "hongkong"), "org.from.type": "hospital", "data.health": true, "data.onward_outside_gba": true }, lines: [{ set: "Visit 1", fields: "health", recipient: "HKU", when: "now", records: 900, persons: 0, sensitive: 900 }], home: "smu", host: "hku", ago: 171, until: "closed" },
  { kind: "funds", title: "Testing, first instalment", facts: { ...outward, "from.city": "shenzhen", "to.city": "hongkong", "funds.source": "cn_own", "funds.purpose": "subcontract_service" }, lines: paid("Testing laboratory", "USD", "12000"), home: "szu", host: "hku", ago: 158, until: "closed", slow: 8 },
  { kind: "funds", title: "FDCT e Guangdong: primeira prestação", facts: { ...payment, "from.city": "macao", "to.city": "guangzhou", "funds.ngo_activity": false, "funds.source": "mo_fdct", "funds.purpose": "joint_project_own_side", "funds.scheme": "fdct_gdst" }, lines: paid("Sun Yat-sen University", "MOP", "500000"), home: "um", host: "sysu", ago: 144, until: "closed" },
  { kind: "funds", title: "Guest lecture fee", facts: { ...payment, "from.city": "shenzhen", "to.city": "hongkong", "funds.source": "cn_own", "funds.purpose": "salary_fee", "funds.recipient_class": "individual" }, lines: paid("Visiting lecturer", "USD", "2500"), home: "sustech", host: "cuhk", ago: 131, until: "closed", requester: "pi" },
];
