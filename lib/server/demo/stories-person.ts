import type { Story } from "./stories.ts";
import { type Facts, route } from "./story-routes.ts";

export const visitor: Facts = {
  "org.from.type": "university",
  "org.to.type": "university",
  "person.purpose": "research_visit",
  "person.stay_days": 10,
  "person.remunerated_by_host": false,
  "person.host_stas_authorised": true,
};
export const mainlander: Facts = { ...visitor, "person.nationality_class": "cn_mainland", "person.work_region": "gba", "person.talent_class": "none", "person.employer_in_hetao_sz": false, "person.official_mission": false, "person.state_functionary": false };
export const professor: Facts = { ...mainlander, "person.talent_class": "research" };
export const hongKonger: Facts = { ...visitor, "person.nationality_class": "hk_pr_cn", "person.employer_in_hetao_sz": false };
export const foreigner: Facts = { ...visitor, "person.nationality_class": "foreign", "person.visa_free": false };

const szHk = route("shenzhen", "hongkong", "in_person", "futian-lmcsl");
const gzHk = route("guangzhou", "hongkong", "in_person", "huanggang-lmc");
const hkSz = route("hongkong", "shenzhen", "in_person", "futian-lmcsl");
const hetaoHk = route("shenzhen", "hongkong", "in_person", "hetao-no1", { from: "hetao_sz" });
const gzMo = route("guangzhou", "macao", "in_person", "hengqin");
const moHengqin = route("macao", "zhuhai", "in_person", "hengqin", { to: "hengqin" });
const abroadSz = route("overseas", "shenzhen", "in_person", "szx");

export function oneTraveller(role: string, document: string, endorsement: string, trips: number): Story["lines"] {
  return [{ traveller: "A", role, document, endorsement, trips }];
}

/** Travellers of the demonstration. */
export const personStories: readonly Story[] = [
  { kind: "person", title: "Cryo-microscopy sessions in Pok Fu Lam", facts: { ...professor, ...szHk, "person.purpose": "joint_experiment" }, lines: oneTraveller("pi", "eep", "talent", 12), home: "sustech", host: "hku", claims: ["cn-endorsement-talent"], ago: 29, until: "permitted" },
  { kind: "person", title: "博士生聯合培養（六個月）", example: "WC-P03", facts: { ...mainlander, ...szHk, "person.purpose": "study", "person.stay_days": 180 }, lines: oneTraveller("student", "eep", "applying", 4), home: "szu", host: "cuhk", ago: 18, until: "in-review", decided: 1 },
  { kind: "person", title: "Two clinicians observe transplant rounds", facts: { ...mainlander, ...gzHk, "person.purpose": "clinical_observation", "person.state_functionary": true }, lines: [{ traveller: "A", role: "clinician", document: "eep", endorsement: "applying", trips: 2 }, { traveller: "B", role: "clinician", document: "eep", endorsement: "applying", trips: 2 }], home: "smu", host: "hku", ago: 12, until: "in-review", decided: 2 },
  { kind: "person", title: "Through Channel No. 1 to the joint laboratory", facts: { ...professor, ...hetaoHk, "person.employer_in_hetao_sz": true, "org.from.hetao_whitelist": true }, lines: oneTraveller("researcher", "eep", "talent", 40), claims: ["hetao-no1-channel"], home: "siat", host: "hkust", ago: 41, until: "permitted" },
  { kind: "person", title: "Visiting lecturer from Hong Kong, spring term", facts: { ...hongKonger, ...hkSz, "person.purpose": "lecture", "person.remunerated_by_host": true }, lines: oneTraveller("pi", "mtp", "none", 6), home: "hkbu", host: "szu", ago: 75, until: "closed" },
  { kind: "person", title: "Doutorada estrangeira para intercâmbio em Shenzhen", example: "WC-P08", facts: { ...foreigner, ...abroadSz, "person.purpose": "academic_exchange", "person.stay_days": 60, "person.k_eligible": true }, lines: oneTraveller("postdoc", "passport", "applying", 1), claims: ["cn-visa-k"], home: "um", host: "sustech", ago: 8, until: "returned" },
  { kind: "person", title: "Colheita conjunta nas Nove Ilhas", facts: { ...mainlander, ...gzMo, "person.mo_work_days_6m": 12 }, lines: oneTraveller("researcher", "eep", "otherendorsement", 3), home: "sysu", host: "um", ago: 22, until: "approved" },
  { kind: "person", title: "Commuting to the Hengqin campus", facts: { ...visitor, ...moHengqin, "person.nationality_class": "mo_pr_cn", "person.hengqin_commuter": true }, lines: oneTraveller("researcher", "mtp", "none", 80), claims: ["hengqin-frequent-traveller"], home: "um", host: "sysu", ago: 15, until: "in-review", decided: 2 },
  { kind: "person", title: "Technician paid for thirty days at the wafer line", example: "WC-P13", facts: { ...mainlander, ...szHk, "person.purpose": "joint_experiment", "person.stay_days": 30, "person.remunerated_by_host": true, "person.host_stas_authorised": false }, lines: oneTraveller("technician", "eep", "applying", 1), home: "ssl", host: "cityu", ago: 36, until: "rejected" },
  { kind: "person", title: "Autumn school in Sha Tin", facts: { ...mainlander, ...szHk, "person.purpose": "conference", "person.stay_days": 5 }, lines: oneTraveller("student", "eep", "otherendorsement", 1), home: "sustech", host: "cuhk", ago: 4, until: "submitted" },
  { kind: "person", title: "研讨会发言（未完成）", facts: { ...professor, ...szHk, "person.purpose": "lecture" }, lines: oneTraveller("pi", "eep", "talent", 1), home: "szu", host: "polyu", ago: 0, until: "draft" },
];
