import type { Story } from "./stories.ts";
import { type Facts, route } from "./story-routes.ts";

export const answered: Facts = {
  "org.from.type": "university",
  "org.to.type": "university",
  "org.foreign_party": true,
  "project.purpose": "basic_research",
  "data.ciio": false,
  "data.important": false,
  "data.core_or_secret": "none",
  "data.exempt_scenario": "none",
  "data.collected_abroad": false,
  "data.ftz_processor": false,
  "data.consent": "separate_consent",
  "data.exporter_gba_registered": true,
  "data.recipient_gba_registered": true,
  "data.onward_outside_gba": false,
  "data.health": false,
  "data.hgr_info": false,
  "data.state_funded_scientific": false,
  "data.geo_surveying": false,
  "data.dual_use_technical": false,
  "data.tech_export_cn": "none",
  "data.mo_sensitive": false,
  "data.remote_access_only": false,
};
export const persons: Facts = { ...answered, "data.personal": true, "data.pi_count": 0, "data.sensitive_count": 0, "data.subject_jur": ["CN"] };
export const nobody: Facts = { ...answered, "data.personal": false };

export function sent(from: string, to: string): Facts {
  const { checkpoint: _none, ...facts } = route(from, to, "electronic", "");
  return facts;
}

const gzHk = sent("guangzhou", "hongkong");
const szHk = sent("shenzhen", "hongkong");
const moZh = sent("macao", "zhuhai");
const gzMo = sent("guangzhou", "macao");
const hkSz = sent("hongkong", "shenzhen");

/** Data of the demonstration. */
export const dataStories: readonly Story[] = [
  { kind: "data", title: "Household survey contacts for a follow-up", example: "WC-D03", facts: { ...persons, ...gzHk }, lines: [{ set: "Household survey, contacts", fields: "contact", recipient: "HKUST", when: "now", records: 90_000, persons: 90_000 }], claims: ["cn-data-exempt-volume"], home: "sysu", host: "hkust", ago: 31, until: "permitted" },
  { kind: "data", title: "Clinical follow-up of 4,000 patients, sponsor abroad", example: "WC-D13", facts: { ...persons, ...gzHk, "org.from.type": "hospital", "data.health": true, "data.onward_outside_gba": true }, lines: [{ set: "Follow-up visits 1 to 6", fields: "health", recipient: "HKU", when: "now", records: 24_000, persons: 0, sensitive: 4_000 }], home: "smu", host: "hku", ago: 17, until: "in-review", decided: 2 },
  { kind: "data", title: "粤港队列：健康问卷（大湾区标准合同）", facts: { ...persons, ...szHk, "data.health": true }, lines: [{ set: "Health questionnaire, wave 2", fields: "health", when: "now", records: 1_200, persons: 0, sensitive: 1_200 }], claims: ["gba-sc-hk"], home: "szu", host: "cuhk", ago: 44, until: "permitted" },
  { kind: "data", title: "Pearl River estuary sensors, 2025", facts: { ...nobody, ...gzMo }, lines: [{ set: "Sensor series", fields: "measurement", when: "now", records: 310_000 }], claims: ["cn-data-free-flow-nonpersonal"], home: "sysu", host: "um", ago: 66, until: "closed" },
  { kind: "data", title: "Port traffic counts notified as important data", example: "WC-D08", facts: { ...nobody, ...gzHk, "data.important": true }, lines: [{ set: "Traffic counts by berth", fields: "measurement", when: "now", records: 800 }], home: "sysu", host: "polyu", ago: 20, until: "rejected" },
  { kind: "data", title: "Whole genomes of 620 participants", facts: { ...persons, ...szHk, "data.hgr_info": true, "data.hgr_exome_genome_count": 620, "data.hgr_coop_already_approved": false, "project.ethics_approved": true }, lines: [{ set: "Whole genomes", fields: "genetic", when: "now", records: 620, persons: 0, sensitive: 620 }], home: "szbl", host: "hku", ago: 10, until: "returned" },
  { kind: "data", title: "Inquérito aos idosos de Macau", facts: { ...persons, ...moZh, "data.subject_jur": ["MO"], "data.health": true, "data.mo_sensitive": true }, lines: [{ set: "Inquérito 2026", fields: "survey", when: "now", records: 2_400, persons: 2_400 }], home: "um", host: "sysu", ago: 13, until: "approved" },
  { kind: "data", title: "香港學童近視調查數據", facts: { ...persons, ...hkSz, "data.subject_jur": ["HK"], "data.health": true }, lines: [{ set: "Myopia survey", fields: "health", when: "now", records: 5_100, sensitive: 5_100 }], home: "hkbu", host: "sustech", ago: 7, until: "in-review", decided: 1 },
  { kind: "data", title: "Results of a provincial grant on perovskites", facts: { ...nobody, ...gzHk, "data.state_funded_scientific": true }, lines: [{ set: "Ageing curves", fields: "measurement", when: "now", records: 9_000 }], home: "scut", host: "cityu", ago: 3, until: "submitted" },
  { kind: "data", title: "Dialect recordings", facts: { ...persons, ...gzMo }, lines: [{ set: "Recordings", fields: "survey", when: "now", records: 300, persons: 300 }], home: "jnu", host: "mpu", ago: 58, until: "withdrawn" },
  { kind: "data", title: "Wearable data, second transfer of the year", facts: { ...persons, ...szHk, "data.health": true }, lines: [{ set: "Wearables, spring", fields: "health", when: "earlier", records: 800_000, sensitive: 700 }, { set: "Wearables, autumn", fields: "health", when: "now", records: 900_000, sensitive: 650 }], home: "sustech", host: "cuhk", ago: 0, until: "draft" },
];
