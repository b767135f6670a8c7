import type { EventType } from "../request/events.ts";
import type { Warning } from "../request/draft.ts";
import type { Refusal } from "../request/refusal.ts";
import type { RequestStatus } from "../request/state.ts";
import type { StepNames } from "../workflow/definition.ts";

/** What an accepted command answers, the first time and every time it is sent again. */
export type Accepted = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: RequestStatus | "deleted";
  readonly events: readonly { readonly seq: number; readonly type: EventType }[];
  readonly warnings: readonly Warning[];
  readonly repeated: boolean;
};

/** Accepted; refused with every reason; or not there for this actor, which looks the same as not there at all. */
export type Answer = Accepted | Refused | { readonly notFound: true };

/** `steps` are the names of the steps that the refusals speak of, from the definition that the request pinned. */
export type Refused = { readonly refusals: readonly Refusal[]; readonly steps?: StepNames };

export function isAccepted(answer: Answer): answer is Accepted {
  return "version" in answer;
}
