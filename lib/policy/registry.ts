import type { Kind, Pack, Regime } from "./pack.ts";
import { cnHgrExit } from "./packs/cn-hgr-exit.ts";
import { cnHgrResearch } from "./packs/cn-hgr-research.ts";
import { cnSpecialGoods } from "./packs/cn-special-goods.ts";
import { cnAnimalsPlants } from "./packs/cn-animals-plants.ts";
import { cnSpecies } from "./packs/cn-species.ts";
import { cnGoods } from "./packs/cn-goods.ts";
import { cnHetao } from "./packs/cn-hetao.ts";
import { hkBiological } from "./packs/hk-biological.ts";
import { hkAnimalsPlants } from "./packs/hk-animals-plants.ts";
import { hkGoods } from "./packs/hk-goods.ts";
import { moSamples } from "./packs/mo-samples.ts";
import { moGoods } from "./packs/mo-goods.ts";
import { internationalTransport } from "./packs/international-transport.ts";
import { internationalExchange } from "./packs/international-exchange.ts";
import { cnChemicals } from "./packs/cn-chemicals.ts";
import { cnControlledSubstances } from "./packs/cn-controlled-substances.ts";
import { cnTechnology } from "./packs/cn-technology.ts";
import { cnEquipment } from "./packs/cn-equipment.ts";
import { cnResearchImports } from "./packs/cn-research-imports.ts";
import { internationalGoods } from "./packs/international-goods.ts";
import { hkChemicals } from "./packs/hk-chemicals.ts";
import { hkLicensedGoods } from "./packs/hk-licensed-goods.ts";
import { moReagents } from "./packs/mo-reagents.ts";
import { cnDataExport } from "./packs/cn-data-export.ts";
import { cnPersonalInformation } from "./packs/cn-personal-information.ts";
import { cnDataRelief } from "./packs/cn-data-relief.ts";
import { cnDataSpecial } from "./packs/cn-data-special.ts";
import { cnDataHgr } from "./packs/cn-data-hgr.ts";
import { gbaData } from "./packs/gba-data.ts";
import { hkData } from "./packs/hk-data.ts";
import { moData } from "./packs/mo-data.ts";
import { cnPersonExit } from "./packs/cn-person-exit.ts";
import { cnPersonMultiEntry } from "./packs/cn-person-multi-entry.ts";
import { cnPersonOfficial } from "./packs/cn-person-official.ts";
import { cnPersonEntry } from "./packs/cn-person-entry.ts";
import { cnPersonVisas } from "./packs/cn-person-visas.ts";
import { cnPersonWork } from "./packs/cn-person-work.ts";
import { cnPersonCrossing } from "./packs/cn-person-crossing.ts";
import { hkPersonVisit } from "./packs/hk-person-visit.ts";
import { hkPersonWork } from "./packs/hk-person-work.ts";
import { hkPersonStudy } from "./packs/hk-person-study.ts";
import { moPerson } from "./packs/mo-person.ts";
import { cnFundsGrants } from "./packs/cn-funds-grants.ts";
import { cnFundsPayments } from "./packs/cn-funds-payments.ts";
import { cnFundsCapital } from "./packs/cn-funds-capital.ts";
import { cnFundsGiftsAndCash } from "./packs/cn-funds-gifts-and-cash.ts";
import { hkFunds } from "./packs/hk-funds.ts";
import { moFunds } from "./packs/mo-funds.ts";
import { internationalFunds } from "./packs/international-funds.ts";

/** The rule packs that come with the project, in the order in which their regimes are listed. */
export const packs: readonly Pack[] = [
  cnHgrExit,
  cnHgrResearch,
  cnSpecialGoods,
  cnAnimalsPlants,
  cnSpecies,
  cnGoods,
  cnHetao,
  hkBiological,
  hkAnimalsPlants,
  hkGoods,
  moSamples,
  moGoods,
  internationalTransport,
  internationalExchange,
  cnChemicals,
  cnControlledSubstances,
  cnTechnology,
  cnEquipment,
  cnResearchImports,
  internationalGoods,
  hkChemicals,
  hkLicensedGoods,
  moReagents,
  cnDataExport,
  cnPersonalInformation,
  cnDataRelief,
  cnDataSpecial,
  cnDataHgr,
  gbaData,
  hkData,
  moData,
  cnPersonExit,
  cnPersonMultiEntry,
  cnPersonOfficial,
  cnPersonEntry,
  cnPersonVisas,
  cnPersonWork,
  cnPersonCrossing,
  hkPersonVisit,
  hkPersonWork,
  hkPersonStudy,
  moPerson,
  cnFundsGrants,
  cnFundsPayments,
  cnFundsCapital,
  cnFundsGiftsAndCash,
  hkFunds,
  moFunds,
  internationalFunds,
];

/** The packs in force on a planned crossing date (`YYYY-MM-DD`) that say anything about this kind. */
export function packsFor(kind: Kind, date: string): readonly Pack[] {
  return packs.filter((pack) => inForceOn(pack, date) && pack.regimes.some((regime) => regime.kinds.includes(kind)));
}

/** A regime of any pack by its id. */
export function regimeById(id: string): Regime | undefined {
  return byId.get(id);
}

const byId = new Map(packs.flatMap((pack) => pack.regimes).map((regime) => [regime.id, regime]));

function inForceOn({ from, to }: Pack, date: string): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}
