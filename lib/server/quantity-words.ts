import type { Reader } from "./language.ts";

/** An amount of a quota in words; a unit that has none of ours stands as it is. */
export function quantityWords({ value, unit }: { readonly value: string; readonly unit: string }, { t, format }: Pick<Reader, "t" | "format">): string {
  return t.has(`facts.units.${unit}.amount`) && isSaidWhole(value) ? t(`facts.units.${unit}.amount`, { count: Number(value) }) : t("case.quota.amount", { value: format.number(value), unit: t.has(`facts.units.${unit}.name`) ? t(`facts.units.${unit}.name`) : unit });
}

/** Sentences round to thousandths, and their numbers are doubles. */
function isSaidWhole(value: string): boolean {
  return /^\d{1,12}(\.\d{1,3}0*)?$/.test(value);
}
