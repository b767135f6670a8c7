import type { GrantLink } from "../account/standing-grant.ts";
import type { FactValue } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import type { Began } from "./began.ts";
import type { Quantity } from "./events.ts";
import type { RequirementStatus } from "./state.ts";

/** A title is a line that colleagues read in a list. */
export const goodTitle = 200;

/** The host as the requester names it: one of our organisations, or a ROR that has not joined. */
export type NamedHost = { readonly organisation: string } | { readonly ror: string };

/** What was already recorded about a requirement before submission. */
export type DraftRecord = {
  readonly requirement: string;
  readonly outcome: Exclude<RequirementStatus, "open" | "waived">;
  readonly reference: string;
  readonly date: string;
  readonly validUntil: string | null;
  readonly question?: string;
  readonly reason?: string;
  readonly validFrom?: string;
  readonly limit?: Quantity;
  readonly paper?: string;
  /** The standing grant that it will rest on. */
  readonly grant?: GrantLink;
};

/** A request before submission: in its own table, changed in place, gone when deleted. */
export type Draft = {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly version: number;
  readonly requester: string;
  readonly team: readonly string[];
  readonly title: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly lines: readonly unknown[];
  readonly claims: readonly string[];
  readonly home: string;
  readonly host: NamedHost | null;
  /** As typed; who it is gets looked up when it matters. */
  readonly endorser: string | null;
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly limit: Quantity | null;
  readonly terms: readonly { readonly id: string; readonly version: number; readonly person: string; readonly at: string }[];
  readonly recorded: readonly DraftRecord[];
  /** Null for drafts from before this was kept. */
  readonly began: Began | null;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What may be looked at again before submitting; it never stops a save. */
export type Warning = { readonly code: string; readonly path: string; readonly params?: Readonly<Record<string, string | number>> };
