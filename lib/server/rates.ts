import { cache } from "react";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { importedRates } from "../../db/queries/catalogue.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import type { Kind } from "../policy/pack.ts";

/** The imported rates for the first of these that is a day; no kind without money costs a question. */
export function ratesFor(tx: ScopedTx, kind: Kind, days: readonly unknown[]): Promise<Rate[]> | Rate[] {
  if (!hasMoney(kind)) return [];
  return importedRates(tx, days.find((day): day is string => typeof day === "string") ?? null);
}

/** The same for anybody, asked once a page. Rates are nobody's data. */
export const ratesOn = cache(async (kind: Kind, day: unknown): Promise<Rate[]> => (hasMoney(kind) ? asReader({ kind: "public" }, async (tx) => ratesFor(tx, kind, [day])) : []));

function hasMoney(kind: Kind): boolean {
  return kind === "funds" || kind === "reagent";
}
