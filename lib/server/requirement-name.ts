import type { Language } from "../language.ts";
import { hostLetter, programmeConfirmed } from "../request/requirement.ts";
import { regimeNamed } from "./policy.ts";

/** What a requirement is called: by its regime, by the programme whose confirmation it is, or as the host's letter. */
export function requirementName(id: string, language: Language, t: (key: string, values?: Record<string, string>) => string): string {
  const programme = programmeConfirmed(id);
  if (programme !== null) return t("pages.confirmation", { programme: regimeNamed(programme)?.title[language] ?? programme });
  return regimeNamed(id)?.title[language] ?? (id === hostLetter ? t("pages.hostLetter") : id);
}
