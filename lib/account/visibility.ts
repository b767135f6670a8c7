import type { AccountDataOf, AccountEventType } from "./events.ts";

/**
 * Who may see what an account's entry says. `keepers`: the desks of its organisation, and auditors. Whoever makes a request learns
 * what is left when too little is, and nothing of other requests. A type or field without a class does not compile.
 */
export type AccountVisibility = "keepers";

type Classes = { readonly [T in AccountEventType]: { readonly event: AccountVisibility; readonly fields: { readonly [F in keyof AccountDataOf<T>]-?: AccountVisibility } } };

const entry = { event: "keepers", fields: { request: "keepers", number: "keepers", amount: "keepers", because: "keepers" } } as const;

export const accountVisibility: Classes = {
  "quota.set": { event: "keepers", fields: { organisation: "keepers", quota: "keepers", year: "keepers", desk: "keepers", limit: "keepers", reason: "keepers", grant: "keepers" } },
  "grant.expiring": { event: "keepers", fields: { validUntil: "keepers", days: "keepers" } },
  "quota.reserved": entry,
  "quota.used": entry,
  "quota.released": entry,
};
