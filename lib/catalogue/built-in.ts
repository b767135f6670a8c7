import { builtInRates } from "../kind/funds/currencies.ts";
import { languages, type Language } from "../language.ts";
import { controlPointName, controlPoints } from "../place/control-points.ts";
import type { CatalogueKind, Entry } from "./entry.ts";
import { chemicals, goods, pathogens, species } from "./frequent.ts";

/** What can be looked up before anything was imported. Imported rows of the same code come first. */
export function builtIn(kind: CatalogueKind): readonly Entry[] {
  return (made[kind] ??= makers[kind]?.() ?? []);
}

const made: Partial<Record<CatalogueKind, readonly Entry[]>> = {};
const makers: Partial<Record<CatalogueKind, () => readonly Entry[]>> = {
  "control-points": () => controlPoints.map((point) => ({ code: point.id, names: controlPointName(point), also: [], attributes: { ways: [...point.ways], cargo: point.cargo } })),
  currencies: () => Intl.supportedValuesOf("currency").map((code) => named(code, "currency")),
  countries,
  "un-numbers": () => frequent,
  cas: () => chemicals,
  pathogens: () => pathogens,
  "cites-species": () => species,
  "hs-codes": () => goods,
  rates: () => builtInRates.map(({ currency, day, perUsd }) => ({ code: `${currency} ${day}`, names: { en: `${currency} ${day}` }, also: [], attributes: { currency, day, perUsd } })),
};

/** The regions of ISO 3166 that the platform's locale data name. */
function countries(): Entry[] {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const known = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  return codes.filter((code) => known.of(code) !== undefined && !notCountries.includes(code)).map((code) => named(code, "region"));
}

/** Codes that locale data name although they stand for no country: unions, outlying oceans, test values, former states. */
const notCountries = ["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "AC", "CP", "CQ", "DG", "EA", "IC", "TA", "AN", "BU", "CS", "CT", "DD", "DY", "FQ", "FX", "HV", "JT", "MI", "NH", "NQ", "NT", "PC", "PU", "PZ", "RH", "SU", "TP", "UK", "VD", "WK", "YD", "YU", "ZR"];

function named(code: string, type: "currency" | "region"): Entry {
  const names = Object.fromEntries(languages.map((language) => [language, new Intl.DisplayNames(locale(language), { type }).of(code) ?? code])) as Record<Language, string>;
  return { code, names, also: [], attributes: {} };
}

function locale(language: Language): string {
  return language === "zh-Hant" ? "zh-Hant-HK" : language === "pt" ? "pt-PT" : language;
}

/** The numbers that research shipments carry most (UN Model Regulations). */
const frequent: readonly Entry[] = [
  un("UN2814", "Infectious substance, affecting humans", "6.2", []),
  un("UN2900", "Infectious substance, affecting animals only", "6.2", []),
  un("UN3373", "Biological substance, category B", "6.2", []),
  un("UN3245", "Genetically modified microorganisms or organisms", "9", []),
  un("UN3549", "Medical waste, category A", "6.2", []),
  un("UN1845", "Carbon dioxide, solid (dry ice)", "9", []),
  un("UN1977", "Nitrogen, refrigerated liquid", "2", []),
  un("UN1170", "Ethanol, or ethanol solution", "3", ["II", "III"]),
  un("UN1219", "Isopropanol", "3", ["II"]),
  un("UN1230", "Methanol", "3", ["II"]),
  un("UN1198", "Formaldehyde solution, flammable", "3", ["III"]),
  un("UN2209", "Formaldehyde solution", "8", ["III"]),
];

function un(code: string, name: string, transportClass: string, packingGroups: readonly string[]): Entry {
  return { code, names: { en: name }, also: [code.slice(2), `UN ${code.slice(2)}`], attributes: { class: transportClass, ...(packingGroups.length > 0 && { packingGroups }) } };
}
