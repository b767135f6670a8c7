import { visibleSections } from "@/lib/kind/questions";
import type { Facts } from "@/lib/policy/condition";
import type { Kind } from "@/lib/policy/pack";

/** The page of the form on which a refused answer is given; nothing for what is not answered there. */
export function pageOf(path: string | undefined, kind: Kind, facts: Facts): string | undefined {
  if (path === undefined || path === "terms") return undefined;
  if (path.startsWith("facts.")) return visibleSections(kind, facts).find(({ fields }) => fields.some(({ fact }) => `facts.${fact}` === path))?.id;
  if (path.startsWith("lines")) return visibleSections(kind, facts).find(({ lines }) => lines)?.id;
  return /^(parties|host|endorser|window|limit|claims|title)/.test(path) ? "people" : undefined;
}

/** The pages of a draft's form, in order: the kind's sections, who takes part, the papers. Checking comes last, by itself. */
export function editPages(kind: Kind, facts: Facts): string[] {
  return [...visibleSections(kind, facts).map(({ id }) => id), "people", "papers"];
}
