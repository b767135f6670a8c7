import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import { cityName } from "./words";

/** What moves from where to where, as a sentence: the finder's title, and a first title for a request begun from it. */
export function headline(kind: string, facts: Facts, { t, language }: Reader): string {
  const place = (name: string) => cityName(typeof facts[name] === "string" ? facts[name] : null, language);
  return t(`finder.moving.${kind}`, { from: place("from.city"), to: place("to.city") });
}
