import { v5 } from "uuid";
import { z } from "zod";

/** The name of a quota within its organisation. */
export const QuotaName = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/);
export const QuotaYear = z.number().int().min(2000).max(2199);
const Unit = z.string().min(1).max(20);

/** What a definition says of a step that takes from a quota of its desk's organisation: how much is an answer of the request; without one each request counts as one. */
export const Reserves = z.strictObject({ quota: QuotaName, unit: Unit, fact: z.string().min(1).max(80).optional() });
export type Reserves = z.infer<typeof Reserves>;

/** A year's quota of an organisation: it is an account with a chain of its own. */
export type AccountKey = { readonly organisation: string; readonly quota: string; readonly year: number };

/** What one step of a case takes from which account, as it was planned. */
export const PlannedReserve = z.strictObject({ organisation: z.string(), quota: QuotaName, year: QuotaYear, amount: z.strictObject({ value: z.string(), unit: Unit }) });
export type PlannedReserve = z.infer<typeof PlannedReserve>;

export function accountStream({ organisation, quota, year }: AccountKey): string {
  return `account:${organisation}:${quota}:${year}`;
}

/** The id under which an account's rows are kept: it follows from its name, so that two who set the same quota at once mean the same account. */
export function accountId(key: AccountKey): string {
  return v5(accountStream(key), accounts);
}

const accounts = "5b7a2f0e-61d4-4b0c-9f3a-0a6f4c1d7e52";
