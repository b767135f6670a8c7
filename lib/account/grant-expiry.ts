import { endingDue, endingTellDay } from "../request/expiry.ts";
import type { AccountState } from "./evolve.ts";

/** The warning of a standing grant's end that is due on a day, or null; whether or not anything rests on it. */
export function grantWarningDue(account: AccountState, today: string): { readonly validUntil: string; readonly days: number } | null {
  const validUntil = account.status === "set" ? (account.grant?.validUntil ?? null) : null;
  const days = account.status === "set" ? endingDue({ validUntil, told: account.told }, today) : null;
  return validUntil === null || days === null ? null : { validUntil, days };
}

/** The day on which there is next something to tell of it; null when there is nothing more. */
export function grantTellDay(account: AccountState): string | null {
  return account.status === "set" ? endingTellDay({ validUntil: account.grant?.validUntil ?? null, told: account.told }) : null;
}
