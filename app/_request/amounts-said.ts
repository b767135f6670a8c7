import { readNumber } from "@/lib/kind/number-text";
import type { Language } from "@/lib/language";

type Said = { readonly [name: string]: unknown };

/**
 * Amounts as people type them in a language, read: `1,500.5` or, in Portuguese, `1500,5`. What is no number, or can be read as
 * two, becomes no amount at all and is refused beside its field; and where there is only the unit, which forms send unseen, no amount was said.
 */
export function amountsRead(said: Said, language: Language): Said {
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, part]): [string, unknown][] => {
      if (typeof part !== "object" || part === null || Array.isArray(part)) return [[name, part]];
      const group = part as Said;
      if (Object.keys(group).join() === "unit") return [];
      return [[name, typeof group.value === "string" ? { ...group, value: plain(group.value, language) } : group]];
    }),
  );
}

function plain(typed: string, language: Language): string {
  const read = readNumber(typed, language);
  return read.ok ? read.text : "";
}
