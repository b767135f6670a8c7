import { describe, expect, it } from "vitest";
import { catalogue, factNames, fieldOf } from "../../../lib/kind/catalogue.ts";
import { common } from "../../../lib/kind/common.ts";
import type { Field } from "../../../lib/kind/field.ts";
import { fieldsOf, readBy } from "../../../lib/kind/questions.ts";
import { type FormKind, formKinds, kindDefinition, kindDefinitions } from "../../../lib/kind/registry.ts";
import type { Condition } from "../../../lib/policy/condition.ts";
import { packs } from "../../../lib/policy/registry.ts";

/** The rule sheet, part C0; an asterisk marks the facts it requires. */
const commonSheet = `kind* from.jur* from.city* from.zone to.jur* to.city* to.zone transit.jurs mode* checkpoint date* org.from.type org.to.type
  org.from.hetao_whitelist org.to.hetao_whitelist org.foreign_party* org.hgr_pilot_branch project.purpose project.ethics_approved`.split(/\s+/);

/** The rule sheet, part C2. */
const sampleSheet = `class* hgr_material* human_origin_cn hgr_clinical_trial_no_export* hgr_collection_over_3000 pathogen_cat_cn* infectious_suspected
  animal_pathogen ag_agent un refrigerant special_goods_cn special_goods_high_risk_first regulated_drug_device* animal_derived live_animal*
  lab_rodent_health_report dog_cat_or_mammal_carcass plant_material soil mo_blood_organ biomaterial_level* cites live_wild_origin*
  cn_protected_wildlife germplasm gmo quantity volume_ml accompanying_data`
  .split(/\s+/)
  .map((name) => `sample.${name}`);

/** The rule sheet, part C3. */
const reagentSheet = `type* value_cny qty hazchem highly_toxic_or_explosive un_class above_hk_eq precursor_cn cap145_schedule mo_precursor narcotic cwc
  toxic_list_cn hk_hazchem595 new_chemical_cn dual_use_cn strategic_hk tech_export_cn radioactive drug_catalogue_cn preclinical_only pharma_hk
  mo_table_b1 mo_table_b2 mo_table_h ccc_listed used_mech_electrical temporary return_months ata_scope* tax_relief_entity hetao_list_item
  radio_equipment permit_held_by_registered_unit`
  .split(/\s+/)
  .map((name) => `reagent.${name}`);

/** The rule sheet, part C4. */
const dataSheet = `personal* pi_count* sensitive_count* ciio* important* core_or_secret* exempt_scenario* collected_abroad* ftz_processor* ftz_list_status*
  exporter_gba_registered recipient_gba_registered onward_outside_gba* health hgr_info hgr_exome_genome_count hgr_key_pedigree_or_region
  hgr_coop_already_approved* state_funded_scientific geo_surveying dual_use_technical tech_export_cn subject_jur mo_sensitive consent*
  remote_access_only`
  .split(/\s+/)
  .map((name) => `data.${name}`);

/** The rule sheet, part C1. */
const personSheet = `nationality_class* purpose* stay_days* trips_per_year remunerated_by_host* work_region* talent_class* employer_in_hetao_sz*
  state_functionary official_mission* household host_stas_authorised* visa_free* highly_skilled_r k_eligible ttps_eligible hk_graduate
  hk_nationality_pass_years hengqin_commuter mo_work_days_6m*`
  .split(/\s+/)
  .map((name) => `person.${name}`);

/** The rule sheet, part C5. */
const fundsSheet = `amount* currency* amount_usd source* purpose* recipient_class budget_nontrade* same_contract_filed* scheme cash_hkd_equiv
  cash_mop_equiv cash_cny cash_foreign_usd ngo_activity screening_hit individual_quota_used_usd`
  .split(/\s+/)
  .map((name) => `funds.${name}`);

/** Kind by kind; a kind that joins the registry has its sheet here. */
const sheets: Readonly<Record<FormKind, readonly string[]>> = { person: personSheet, sample: sampleSheet, reagent: reagentSheet, data: dataSheet, funds: fundsSheet };

const named = (rows: readonly string[]) => rows.map((row) => row.replace("*", "")).toSorted();
const starred = (rows: readonly string[]) => named(rows.filter((row) => row.endsWith("*")));

describe("the catalogue", () => {
  it("has every common fact of the rule sheet and no other", () => {
    expect(Object.keys(common).toSorted()).toEqual(named(commonSheet));
  });

  it.each(formKinds)("has every fact of the rule sheet about kind %s and no other", (kind) => {
    expect(Object.keys(kindDefinition(kind).facts).toSorted()).toEqual(named(sheets[kind]));
  });

  it("requires the facts that the rule sheet requires", () => {
    const required = factNames.filter((name) => catalogue[name].required);
    expect(required.toSorted()).toEqual(starred([...commonSheet, ...Object.values(sheets).flat()]));
  });

  it.each(formKinds)("requires every fact that a rule on kind %s reads by a negation", (kind) => {
    const regimes = packs.flatMap((pack) => pack.regimes).filter((regime) => regime.kinds.includes(kind));
    const denied = new Set(regimes.flatMap((regime) => readUnderNot(regime.trigger)));
    const optional = [...denied].filter((name) => fieldOf(name)?.required === false);
    expect(denied.size).toBeGreaterThan(1);
    expect(optional).toEqual([]);
  });

  it("knows no fact by the name of an object's own furniture", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", ""]) expect(fieldOf(name)).toBeUndefined();
  });
});

describe.each(formKinds)("the form of kind %s", (kind) => {
  const definition = kindDefinition(kind);
  const asked = fieldsOf(kind).map((field) => field.fact);

  it("asks each of its facts once", () => {
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked).toEqual(expect.arrayContaining(Object.values<Field>(definition.facts).flatMap(({ fact, derived }) => (derived ? [] : [fact]))));
  });

  it("asks only for facts of the catalogue, and for none that follows from others", () => {
    for (const fact of asked) expect(fieldOf(fact)).toMatchObject({ fact });
    expect(fieldsOf(kind).filter((field) => field.derived)).toEqual([]);
  });

  it("asks a question under conditions that read known facts and never run in a circle", () => {
    const readers = new Map(fieldsOf(kind).map((field) => [field.fact, field.when ? readBy(field.when) : []]));
    for (const fact of asked) {
      expect(reachable(fact, readers), fact).not.toContain(fact);
      for (const read of readers.get(fact) ?? []) expect(fieldOf(read), `${fact} reads ${read}`).toBeDefined();
    }
  });
});

it("a kind stands in the registry under its own name", () => {
  expect(kindDefinitions.map((definition) => definition.kind)).toEqual(formKinds);
});

function readUnderNot(condition: Condition, denied = false): string[] {
  if ("attr" in condition) return denied ? [condition.attr] : [];
  if ("not" in condition) return readUnderNot(condition.not, !denied);
  return ("all" in condition ? condition.all : condition.any).flatMap((part) => readUnderNot(part, denied));
}

function reachable(from: string, readers: ReadonlyMap<string, string[]>, seen = new Set<string>()): string[] {
  for (const next of readers.get(from) ?? []) {
    if (seen.has(next)) continue;
    seen.add(next);
    reachable(next, readers, seen);
  }
  return [...seen];
}
