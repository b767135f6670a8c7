import { all, any, is, isOneOf, not } from "../policy/packs/conditions.ts";
import { mainlandResident, notResidentOfHongKong, onForeignPassport, onForeignPassportWithoutCard, paidByHost, residentOfMacao } from "../policy/packs/persons.ts";
import { common } from "./common.ts";
import { type FieldType, fields, type KindDefinition } from "./field.ts";
import { travellers } from "./person/travellers.ts";

const yesno: FieldType = { is: "yesno" };

/*
 * As for samples, a question is hidden only under a condition that every rule reading its answer demands anyway. Rules on
 * endorsements ask about Mainland residents on the way to Hong Kong or Macao, rules on visas about the holders of foreign passports.
 */
const toMainland = is("to.jur", "CN");
const toHongKong = is("to.jur", "HK");
const toMacao = is("to.jur", "MO");
const needsEndorsement = all(mainlandResident, isOneOf("to.jur", "HK", "MO"));
const leavesAsMainlandResident = all(is("from.jur", "CN"), mainlandResident);
const betweenMainlandAndHongKong = any(all(is("from.jur", "CN"), toHongKong), all(is("from.jur", "HK"), toMainland));
const entersAsForeigner = all(toMainland, onForeignPassportWithoutCard);
const takesUpWorkInHongKong = all(toHongKong, is("person.purpose", "employment"));

/** The facts of a person: the rule sheet, part C1. */
export const personFacts = fields({
  "person.nationality_class": {
    type: choice("cn_mainland", "hk_pr_cn", "hk_pr_noncn", "hk_nonperm_cn", "hk_nonperm_foreign", "mo_pr_cn", "mo_pr_noncn", "mo_nonperm_foreign", "tw", "foreign"),
    required: true,
    notForAdvisers: true,
  },
  "person.purpose": {
    type: choice(
      "academic_exchange", "conference", "lecture", "research_visit", "joint_experiment", "training", "study",
      "employment", "business", "equipment_service", "clinical_observation", "tourism",
    ),
    required: true,
  },
  "person.stay_days": { type: { is: "whole", min: 1, max: 3660 }, required: true },
  "person.trips_per_year": { type: { is: "whole", min: 1, max: 366 }, required: false },
  "person.remunerated_by_host": { type: yesno, required: true, notForAdvisers: true },
  "person.host_stas_authorised": { type: yesno, required: true, when: any(all(toHongKong, notResidentOfHongKong), all(toMacao, mainlandResident, paidByHost)) },
  "person.work_region": { type: choice("gba", "beijing", "shanghai", "yangtze_delta", "bth", "pilot_ftz", "other"), required: true, when: needsEndorsement },
  "person.talent_class": { type: choice("outstanding", "research", "culture_education", "health", "legal", "other", "none"), required: true, when: needsEndorsement },
  "person.employer_in_hetao_sz": { type: yesno, required: true, when: any(needsEndorsement, betweenMainlandAndHongKong) },
  "person.official_mission": { type: yesno, required: true, when: needsEndorsement },
  "person.state_functionary": { type: yesno, required: false, notForAdvisers: true, when: leavesAsMainlandResident },
  "person.household": { type: choice("shenzhen", "zhuhai", "hengqin", "other_gba", "other"), required: false, notForAdvisers: true, when: all(leavesAsMainlandResident, is("person.purpose", "tourism")) },
  "person.visa_free": {
    type: yesno,
    required: true,
    notForAdvisers: true,
    when: any(all(toMainland, onForeignPassport), all(toHongKong, isOneOf("person.nationality_class", "foreign", "mo_pr_noncn", "mo_nonperm_foreign", "tw"))),
  },
  "person.highly_skilled_r": { type: yesno, required: false, notForAdvisers: true, when: entersAsForeigner },
  "person.k_eligible": { type: yesno, required: false, notForAdvisers: true, when: entersAsForeigner },
  "person.ttps_eligible": { type: yesno, required: false, notForAdvisers: true, when: takesUpWorkInHongKong },
  "person.hk_graduate": { type: yesno, required: false, notForAdvisers: true, when: takesUpWorkInHongKong },
  "person.hk_nationality_pass_years": { type: { is: "whole", min: 0, max: 240 }, required: false, notForAdvisers: true },
  "person.hengqin_commuter": { type: yesno, required: false, notForAdvisers: true, when: any(is("from.zone", "hengqin"), is("to.zone", "hengqin")) },
  "person.mo_work_days_6m": { type: { is: "whole", min: 0, max: 184 }, required: true, notForAdvisers: true, when: all(toMacao, not(residentOfMacao)) },
});

/** People: the order of the questions follows part C6 of the rule sheet. */
export const person = {
  kind: "person",
  icon: "user-round",
  facts: personFacts,
  sections: [
    { id: "corridor", fields: [common["from.city"], common["from.zone"], common["to.city"], common["to.zone"], common.checkpoint, common.date] },
    {
      id: "traveller",
      fields: pick("person.nationality_class", "person.purpose", "person.stay_days", "person.remunerated_by_host", "person.host_stas_authorised"),
    },
    {
      id: "parties",
      fields: [common["org.from.type"], common["org.from.hetao_whitelist"], common["org.to.type"], common["org.to.hetao_whitelist"]],
    },
    {
      id: "endorsement",
      fields: pick(
        "person.official_mission",
        "person.state_functionary",
        "person.work_region",
        "person.talent_class",
        "person.employer_in_hetao_sz",
        "person.household",
        "person.visa_free",
        "person.highly_skilled_r",
        "person.k_eligible",
        "person.ttps_eligible",
        "person.hk_graduate",
        "person.hengqin_commuter",
        "person.mo_work_days_6m",
      ),
    },
    { id: "trips", lines: true, fields: pick("person.trips_per_year", "person.hk_nationality_pass_years") },
  ],
  units: ["trip"],
  limitFrom(facts) {
    const trips = facts["person.trips_per_year"];
    return typeof trips === "number" ? { value: String(trips), unit: "trip" } : undefined;
  },
  lines: travellers,
  // People cross in person, whichever way they come; the control point says by land, sea or air.
  derived: { mode: { from: [], value: () => "in_person" } },
} as const satisfies KindDefinition;

function choice(...options: string[]): FieldType {
  return { is: "choice", options };
}

function pick(...names: (keyof typeof personFacts)[]) {
  return names.map((name) => personFacts[name]);
}
