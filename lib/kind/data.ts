import { all, any, is, isOneOf } from "../policy/packs/conditions.ts";
import { common, modeOfData } from "./common.ts";
import { dataLines } from "./data/lines.ts";
import { asked, type FieldType, fields, type KindDefinition } from "./field.ts";

const yesno: FieldType = { is: "yesno" };
const count: FieldType = { is: "whole", min: 0, max: 8_000_000_000 };

/*
 * A question is hidden only under a condition that every rule reading its answer demands anyway; each condition below is
 * what the rules of that group have in common.
 */
const fromMainland = is("from.jur", "CN");
const atMainland = any(fromMainland, is("to.jur", "CN"));
const personal = is("data.personal", true);
const intoTheMainland = all(is("to.jur", "CN"), isOneOf("from.jur", "HK", "MO"));
/** Between the Mainland and Hong Kong or Macao: what the contracts of the Greater Bay Area are for. */
const withinTheArea = any(all(fromMainland, isOneOf("to.jur", "HK", "MO")), intoTheMainland);
const exportOfPersonal = all(fromMainland, personal);
/** Rules on exports read it, and those contracts in either direction. */
const ordinaryOrNot = any(fromMainland, all(personal, intoTheMainland));
const exportOfGenetic = all(fromMainland, is("data.hgr_info", true));

/** The facts of data: the rule sheet, part C4. */
export const dataFacts = fields({
  "data.personal": { type: yesno, required: true },
  "data.pi_count": { type: count, required: true, when: exportOfPersonal },
  "data.sensitive_count": { type: count, required: true, when: exportOfPersonal },
  "data.ciio": { type: yesno, required: true, when: exportOfPersonal },
  "data.important": { type: yesno, required: true, when: ordinaryOrNot },
  "data.core_or_secret": { type: choice("none", "core", "state_secret", "work_secret"), required: true, when: ordinaryOrNot },
  "data.exempt_scenario": { type: choice("none", "contract", "hr", "emergency"), required: true, when: fromMainland },
  "data.collected_abroad": { type: yesno, required: true, when: fromMainland },
  "data.ftz_processor": { type: yesno, required: true, when: fromMainland },
  "data.ftz_list_status": { type: choice("na", "outside_list", "inside_list"), required: true, when: all(fromMainland, is("data.ftz_processor", true)) },
  "data.exporter_gba_registered": { type: yesno, required: false, when: all(personal, withinTheArea) },
  "data.recipient_gba_registered": { type: yesno, required: false, when: all(personal, withinTheArea) },
  "data.onward_outside_gba": {
    type: yesno,
    required: true,
    when: all(personal, withinTheArea, is("data.exporter_gba_registered", true), is("data.recipient_gba_registered", true)),
  },
  "data.health": { type: yesno, required: false, when: atMainland },
  "data.hgr_info": { type: yesno, required: false, when: atMainland },
  "data.hgr_exome_genome_count": { type: count, required: false, when: exportOfGenetic },
  "data.hgr_key_pedigree_or_region": { type: yesno, required: false, when: exportOfGenetic },
  "data.hgr_coop_already_approved": { type: yesno, required: true, when: exportOfGenetic },
  "data.state_funded_scientific": { type: yesno, required: false, when: fromMainland },
  "data.geo_surveying": { type: yesno, required: false, when: fromMainland },
  "data.dual_use_technical": { type: yesno, required: false, when: fromMainland },
  "data.tech_export_cn": { type: choice("none", "free", "restricted", "prohibited"), required: false, when: fromMainland },
  "data.subject_jur": { type: { is: "places", of: "jurisdiction" }, required: false, when: personal },
  "data.mo_sensitive": { type: yesno, required: false, when: all(personal, any(is("from.jur", "MO"), is("to.jur", "MO"))) },
  "data.consent": { type: choice("separate_consent", "consent", "other_basis", "none"), required: true, when: personal },
  "data.remote_access_only": { type: yesno, required: false },
});

/** Data: persons and their number first, then what guards the data, then where it goes on (rule sheet, part C6). */
export const data = {
  kind: "data",
  icon: "database",
  facts: dataFacts,
  sections: [
    { id: "corridor", fields: [common["from.city"], common["from.zone"], common["to.city"], common["to.zone"], modeOfData, common.checkpoint, common.date] },
    { id: "parties", fields: [common["org.from.type"], common["org.to.type"], common["project.purpose"]] },
    { id: "dataset", lines: true, fields: pick("data.personal", "data.subject_jur", "data.remote_access_only") },
    { id: "persons", fields: pick("data.sensitive_count", "data.pi_count", "data.ciio", "data.consent", "data.mo_sensitive", "data.collected_abroad") },
    { id: "guarded", fields: pick("data.important", "data.core_or_secret", "data.health") },
    {
      id: "genetic",
      fields: [
        ...pick("data.hgr_info", "data.hgr_exome_genome_count", "data.hgr_key_pedigree_or_region", "data.hgr_coop_already_approved"),
        asked(common["org.foreign_party"], exportOfGenetic),
        asked(common["project.ethics_approved"], all(atMainland, any(is("data.health", true), is("data.hgr_info", true)))),
      ],
    },
    { id: "recipient", fields: pick("data.exporter_gba_registered", "data.recipient_gba_registered", "data.onward_outside_gba") },
    { id: "basis", fields: pick("data.exempt_scenario", "data.ftz_processor", "data.ftz_list_status") },
    { id: "science", fields: pick("data.state_funded_scientific", "data.geo_surveying", "data.dual_use_technical", "data.tech_export_cn") },
  ],
  units: ["record", "person", "file", "set", "MB", "GB", "TB"],
  // Counts of persons are those of the year, not of this transfer: only lines can propose a limit.
  limitFrom: () => undefined,
  lines: dataLines,
} as const satisfies KindDefinition;

function choice(...options: string[]): FieldType {
  return { is: "choice", options };
}

function pick(...names: (keyof typeof dataFacts)[]) {
  return names.map((name) => dataFacts[name]);
}
