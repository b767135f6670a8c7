import type { FormKind } from "../../kind/registry.ts";
import type { FactValue } from "../../policy/condition.ts";
import type { RequestStatus } from "../../request/state.ts";
import { dataStories } from "./stories-data.ts";
import { fundsStories } from "./stories-funds.ts";
import { personStories } from "./stories-person.ts";
import { reagentStories } from "./stories-reagent.ts";
import { sampleStories } from "./stories-sample.ts";
import { appealStories } from "./stories-appeals.ts";
import { waitingStories } from "./stories-waiting.ts";
import { yearStories } from "./stories-year.ts";

/** One request of the demonstration: what is asked, by whom, how long ago, and how far it has come. */
export type Story = {
  readonly kind: FormKind;
  readonly title: string;
  /** The worked example of the rule sheet that it is, where it is one. */
  readonly example?: string;
  readonly facts: Readonly<Record<string, FactValue>>;
  readonly lines?: readonly Readonly<Record<string, string | number>>[];
  readonly home: string;
  /** One of ours, or the ROR of one that has not joined. */
  readonly host: string;
  readonly claims?: readonly string[];
  /** Days before today on which it was submitted. */
  readonly ago: number;
  readonly until: RequestStatus;
  /** With `in-review` and `submitted`: how many steps have been decided. */
  readonly decided?: number;
  /** Sent back once on the way and answered. */
  readonly returnedOnce?: true;
  /** Where the PI asks, the researcher endorses. */
  readonly requester?: "researcher" | "postdoc" | "pi";
  /** Working days that each desk takes, where that is more than usual. */
  readonly slow?: number;
  /** The step that the head of its desk left out, and why. */
  readonly leftOut?: { readonly step: string; readonly reason: string };
  /** Why it was refused, in words of its own. */
  readonly refused?: string;
  /** Its first review was decided seconds after it opened. */
  readonly hasty?: true;
  /** The other control point at which what is left crossed, which a desk then had explained. */
  readonly elsewhere?: string;
  /** Made after another was refused, with what the requester says against the refusal and what the desk answers. */
  readonly appeals?: { readonly against: string; readonly says: string; readonly answer: string };
};

/** Everything that the demonstration shows, played oldest first. */
export const stories: readonly Story[] = [...sampleStories, ...personStories, ...reagentStories, ...dataStories, ...fundsStories, ...waitingStories, ...appealStories, ...yearStories];
