import { kindDefinitions } from "@/lib/kind/registry";
import type { Reader } from "@/lib/server/language";
import type { KnownOption } from "./form-input";

/** The units that requests count in, with what each is called: others may be typed, as workflows name their own. */
export function knownUnits({ t }: Pick<Reader, "t">): KnownOption[] {
  return [...new Set(kindDefinitions.flatMap(({ units }) => units))].map((value) => ({ value, label: t(`facts.units.${value}.name`) }));
}

/** A unit by itself or by what it is called; what is none of ours stays as it was typed. */
export function unitSaid(typed: string, words: Pick<Reader, "t">): string {
  const text = typed.trim();
  return knownUnits(words).find(({ value, label }) => value === text || label.toLowerCase() === text.toLowerCase())?.value ?? text;
}
