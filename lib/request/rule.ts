import type { z } from "zod";
import type { AccountEntry } from "../account/ledger.ts";
import type { Context, Target } from "./context.ts";
import type { NewHappening, Said } from "./events.ts";
import type { Draft, Warning } from "./draft.ts";
import type { Refusal } from "./refusal.ts";
import type { LiveState } from "./state.ts";

/** What a decision comes to: events for the log, a changed draft, a deleted one, or every reason why not. */
export type Outcome =
  | { readonly events: readonly NewHappening[]; /** What has to be written to accounts with it. */ readonly entries?: readonly AccountEntry[] }
  | { readonly draft: Draft; readonly warnings: readonly Warning[] }
  | { readonly deleted: true }
  | { readonly refusals: readonly Refusal[] };

/**
 * One command, whole. `permitted` asks for permission and scope, before any rule runs. `may` says whether the command
 * could be accepted now, whatever it contained: screens show it as a button or as the reason there is none.
 */
export type CommandRule<S extends z.ZodType> = {
  readonly schema: S;
  readonly permitted: (target: Target, context: Context, step?: string) => boolean;
  readonly may: (target: Target, context: Context, step?: string) => Refusal[];
  /** Whether it is given as the head of a desk and not as one of its officers: the record then names the head in whose place it was. */
  readonly byHead?: (command: z.infer<S>, target: Target, context: Context) => boolean;
  readonly decide: (command: z.infer<S>, target: Target, context: Context) => Outcome;
};

/** Words for the log. `readers` null: everybody who sees the request. */
export function said(text: string, readers: readonly string[] | null = null): Said {
  return { say: text, readers: readers === null ? null : [...readers] };
}

export function refused(...refusals: readonly Refusal[]): { readonly refusals: readonly Refusal[] } {
  return { refusals };
}

/** The state of a submitted request, or the refusal that it is still a draft. */
export function live(target: Target): LiveState | null {
  return target.at === "live" ? target.state : null;
}
