import type { Language } from "../language.ts";
import type { Obligation } from "../request/obligations.ts";
import { hostLetter, programmeConfirmed } from "../request/requirement.ts";
import { regimeNamed } from "./policy.ts";

type Translate = (key: string, values?: Record<string, string>) => string;

/** What a requirement is called: by its regime, by the programme whose confirmation it is, or as the host's letter. */
export function requirementName(id: string, language: Language, t: Translate): string {
  const programme = programmeConfirmed(id);
  if (programme !== null) return t("pages.confirmation", { programme: regimeNamed(programme)?.title[language] ?? programme });
  return regimeNamed(id)?.title[language] ?? (id === hostLetter ? t("pages.hostLetter") : id);
}

/** What an obligation is called: as the requirement that it is, or by its kind where a desk asked for it. */
export function obligationName({ requirement, kind }: Pick<Obligation, "requirement" | "kind">, { t, language }: { readonly t: Translate; readonly language: Language }): string {
  return requirement === null ? t(`obligation.kind.${kind}`) : requirementName(requirement, language, t);
}
