import { all, any, atMost, crossingFrom, is, isOneOf, moreThan, not } from "./conditions.ts";

/*
 * Who travels and what for, as the rules on people see it. Facts that a negation reads are required on the form.
 */

/** Into Hong Kong or Macao from the Mainland, or from one of the two to the other: each needs an endorsement of the place entered. */
export const towardsHongKongOrMacao = any(
  all(is("from.jur", "CN"), isOneOf("to.jur", "HK", "MO")),
  all(is("from.jur", "HK"), is("to.jur", "MO")),
  all(is("from.jur", "MO"), is("to.jur", "HK")),
);

export const mainlandResident = is("person.nationality_class", "cn_mainland");

/** Official missions travel on their own papers. Read by negation: who does not say so travels privately. */
export const privateTrip = not(is("person.official_mission", true));

export const holdsTalentClass = isOneOf("person.talent_class", "outstanding", "research", "culture_education", "health", "legal", "other");

/** Where talent endorsements can be had, and since when: first the Greater Bay Area, then two cities, then three regions. */
export const talentRegionOpen = any(
  all(is("person.work_region", "gba"), crossingFrom("2023-02-20")),
  all(isOneOf("person.work_region", "beijing", "shanghai"), crossingFrom("2024-05-06")),
  all(isOneOf("person.work_region", "yangtze_delta", "bth", "pilot_ftz"), crossingFrom("2025-11-05")),
);

/** Those with a talent endorsement within reach; the lesser classes of endorsement are for the others. */
export const mayHoldTalentEndorsement = any(all(holdsTalentClass, talentRegionOpen), all(is("person.employer_in_hetao_sz", true), crossingFrom("2025-11-05")));

/** Work at the host's bench or bedside, which counts as work when it is paid or long. */
export const benchWork = isOneOf("person.purpose", "joint_experiment", "research_visit", "clinical_observation");

/** An unpaid research stay that is longer than any visitor's endorsement of this person allows. */
export const staysBeyondVisitorEndorsement = all(
  mainlandResident,
  privateTrip,
  benchWork,
  any(moreThan("person.stay_days", 30), all(moreThan("person.stay_days", 14), not(mayHoldTalentEndorsement))),
);

export const paidByHost = is("person.remunerated_by_host", true);

export const paidBenchWork = all(paidByHost, benchWork);

/** More than 90 days of technical or research work is ordinary work, paid or not. */
export const longTechnicalStay = all(
  moreThan("person.stay_days", 90),
  isOneOf("person.purpose", "joint_experiment", "research_visit", "clinical_observation", "equipment_service"),
);

export const onForeignPassport = isOneOf("person.nationality_class", "foreign", "hk_nonperm_foreign", "mo_nonperm_foreign", "hk_pr_noncn", "mo_pr_noncn");

/** Foreign nationals who are not permanent residents of Hong Kong or Macao. */
export const onForeignPassportWithoutCard = isOneOf("person.nationality_class", "foreign", "hk_nonperm_foreign", "mo_nonperm_foreign");

export const visaFreeShortStay = all(is("person.visa_free", true), atMost("person.stay_days", 30));

export const notResidentOfHongKong = isOneOf("person.nationality_class", "cn_mainland", "foreign", "mo_pr_cn", "mo_pr_noncn", "mo_nonperm_foreign", "tw");

export const residentOfMacao = isOneOf("person.nationality_class", "mo_pr_cn", "mo_pr_noncn", "mo_nonperm_foreign");

/** Pay for more than the 45 days in six months that Macao leaves free. */
export const paidBeyond45DaysInMacao = all(paidByHost, any(moreThan("person.stay_days", 45), moreThan("person.mo_work_days_6m", 45)));

/** What Hong Kong's short-term scheme and Macao's exception cover. */
export const professionalVisit = isOneOf("person.purpose", "academic_exchange", "conference", "lecture", "research_visit", "joint_experiment", "clinical_observation", "equipment_service");
