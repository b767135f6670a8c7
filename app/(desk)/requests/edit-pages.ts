import { visibleSections } from "@/lib/kind/questions";
import type { Facts } from "@/lib/policy/condition";
import type { Kind } from "@/lib/policy/pack";

/** The pages of a draft's form, in order: the kind's sections, who takes part, the papers. Checking comes last, by itself. */
export function editPages(kind: Kind, facts: Facts): string[] {
  return [...visibleSections(kind, facts).map(({ id }) => id), "people", "papers"];
}
