import type { Sealed } from "../request/events.ts";

/** Advice that was asked for on a step: still open, given, replaced by a newer question to the same person, or no longer wanted. */
export const referralStatuses = ["open", "answered", "replaced", "dropped"] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export const recommendations = ["yes", "no", "neither"] as const;
export type Recommendation = (typeof recommendations)[number];

export type Referral = {
  readonly id: string;
  readonly person: string;
  readonly by: string;
  readonly at: string;
  readonly due: string | null;
  readonly question: Sealed;
  readonly status: ReferralStatus;
  readonly recommends: Recommendation | null;
  readonly text: Sealed | null;
};

/** The list with one more; what the same person was asked before and has not answered is replaced. */
export function referred(referrals: readonly Referral[], asked: Omit<Referral, "status" | "recommends" | "text">): Referral[] {
  return [...referrals.map((one) => (one.person === asked.person && one.status === "open" ? { ...one, status: "replaced" as const } : one)), { ...asked, status: "open", recommends: null, text: null }];
}

/** The list with one of them answered. */
export function advised(referrals: readonly Referral[], id: string, advice: Pick<Referral, "recommends" | "text">): Referral[] {
  return referrals.map((one) => (one.id === id ? { ...one, ...advice, status: "answered" } : one));
}

/** What this person was asked is settled by their decision: where a step is reserved to whoever was asked, they answer by deciding. */
export function settledBy(referrals: readonly Referral[], person: string): Referral[] {
  return referrals.map((one) => (one.person === person && one.status === "open" ? { ...one, status: "answered" } : one));
}

/** The list with nothing open in it: the work was begun by somebody who no longer has it. */
export function dropped(referrals: readonly Referral[]): Referral[] {
  return referrals.map((one) => (one.status === "open" ? { ...one, status: "dropped" } : one));
}
