import { readRor } from "../kind/identifiers.ts";
import { type Language, languages } from "../language.ts";

/** An organisation that has joined, as far as naming it goes. */
export type KnownOrganisation = { readonly id: string; readonly names: Readonly<Record<Language, string>>; readonly ror: string | null };

export type NamedOrganisation =
  | { readonly is: "here"; readonly organisation: KnownOrganisation }
  /** A well-formed ROR of nobody here: its letter becomes a requirement. */
  | { readonly is: "away"; readonly ror: string }
  | { readonly is: "wrongCheckDigits" }
  | { readonly is: "unknown" };

/** Whom somebody means who typed a short name, a name in any of our languages, or a ROR in any usual spelling. */
export function organisationNamed(typed: string, known: readonly KnownOrganisation[]): NamedOrganisation {
  const wanted = plain(typed);
  const here = known.find(({ id, names }) => plain(id) === wanted || languages.some((language) => plain(names[language]) === wanted));
  if (here) return { is: "here", organisation: here };
  const ror = readRor(typed);
  if (!ror.ok) return { is: ror.code === "rorCheckDigits" ? "wrongCheckDigits" : "unknown" };
  const joined = known.find((organisation) => organisation.ror === ror.id);
  return joined ? { is: "here", organisation: joined } : { is: "away", ror: ror.id };
}

function plain(name: string): string {
  return name.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
}
