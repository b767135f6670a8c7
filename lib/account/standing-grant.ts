import { z } from "zod";

const Day = z.iso.date();

/**
 * What an outside authority granted an organisation for more than one request: under which rule, its number, and from when to when it
 * holds. How much it is for is the account's limit; one that says no amount counts the requests that rest on it.
 */
export const StandingGrant = z.strictObject({ regime: z.string().min(1).max(80), number: z.string().min(1).max(120), issued: Day, validFrom: Day.optional(), validUntil: Day.optional() });
export type StandingGrant = z.infer<typeof StandingGrant>;

/** The unit of a grant that says no amount, and what stands for its limit. */
export const perRequest = "request";
export const noLimit = "999999999999";

/** A grant that a requirement rests on: its account, and the unit in which that counts. */
export const GrantLink = z.strictObject({ organisation: z.string(), quota: z.string(), year: z.number().int(), unit: z.string() });
export type GrantLink = z.infer<typeof GrantLink>;

export function isUnlimited({ unit, limit }: { readonly unit: string; readonly limit: string }): boolean {
  return unit === perRequest && limit === noLimit;
}
