import type { Classified } from "../access/visibility-class.ts";
import type { AccountDataOf, AccountEventType } from "./events.ts";

/**
 * Who may see what an account's entry says: the desks of its organisation, and auditors. Whoever makes a request learns
 * what is left when too little is, and nothing of other requests.
 */
export type AccountVisibility = { readonly [T in AccountEventType]: Classified<AccountDataOf<T>> };

const entry = { event: "desk", fields: { request: "desk", number: "desk", amount: "desk", because: "desk" } } as const;

export const accountVisibility: AccountVisibility = {
  "quota.set": { event: "desk", fields: { organisation: "desk", quota: "desk", year: "desk", desk: "desk", limit: "desk", reason: "desk", grant: "desk" } },
  "grant.expiring": { event: "desk", fields: { validUntil: "desk", days: "desk" } },
  "quota.reserved": entry,
  "quota.used": entry,
  "quota.released": entry,
};
