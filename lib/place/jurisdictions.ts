import type { Text } from "../language.ts";
import { four } from "./four.ts";

/** The places that have their own law here; `XX` is everywhere else. Always listed in this order. */
export const jurisdictions = ["CN", "HK", "MO", "XX"] as const;
export type Jurisdiction = (typeof jurisdictions)[number];

export const jurisdictionNames: Readonly<Record<Jurisdiction, Text>> = {
  CN: four("Mainland", "內地", "内地", "Interior da China"),
  HK: four("Hong Kong", "香港", "香港", "Hong Kong"),
  MO: four("Macao", "澳門", "澳门", "Macau"),
  XX: four("Elsewhere", "其他地方", "其他地方", "Outro local"),
};

export function isJurisdiction(value: unknown): value is Jurisdiction {
  return (jurisdictions as readonly unknown[]).includes(value);
}
