/** Advice that was asked for on a step: still open, given, replaced by a newer question to the same person, or no longer wanted. */
export const referralStatuses = ["open", "answered", "replaced", "dropped"] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

export const recommendations = ["yes", "no", "neither"] as const;
export type Recommendation = (typeof recommendations)[number];
