import { type AccountKey, QuotaName, QuotaYear } from "./quota.ts";

/** The account that a path names; null when nothing could be called so. */
export function accountKey({ organisation = "", quota = "", year = "" }: Readonly<Record<string, string>>): AccountKey | null {
  const [name, of] = [QuotaName.safeParse(quota), QuotaYear.safeParse(/^\d{4}$/.test(year) ? Number(year) : null)];
  return name.success && of.success && /^[a-z0-9][a-z0-9-]{0,59}$/.test(organisation) ? { organisation, quota: name.data, year: of.data } : null;
}
