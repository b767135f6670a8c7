import type { Actor, PersonActor } from "../access/actor.ts";
import type { AccountStanding } from "../account/ledger.ts";
import type { Told } from "../catalogue/entry.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import type { Terms } from "../retention/due.ts";
import type { Facts } from "../policy/condition.ts";
import type { Pack } from "../policy/pack.ts";
import type { Officer } from "../workflow/allot.ts";
import type { Allotment } from "../workflow/step-people.ts";
import type { WorkflowDefinition } from "../workflow/definition.ts";
import type { PlanDesk } from "../workflow/plan.ts";
import type { HandOverCode } from "../permit/hand-over-code.ts";
import type { TraceRead } from "../permit/trace.ts";
import type { Draft } from "./draft.ts";
import type { EventType } from "./events.ts";
import type { LiveState } from "./state.ts";
import type { Wait } from "./waits.ts";

/** Whom a revocation keeps from what, as far as others may know it: the number of its request and its last day. */
export type Bar = { readonly person: string; readonly number: string; readonly until: string };

export type PartyOrganisation = { readonly organisation: string; readonly jurisdiction: string };

/** Who decides at a desk now, and how its work finds them. */
export type DeskNow = {
  readonly rule: Allotment | null;
  readonly staff: readonly (Omit<Officer, "id"> & { readonly person: PersonActor; readonly isAway: boolean })[];
  /** Who handled the requester's last request here. */
  readonly handledLast: string | null;
};

/** An entry of the history with the words that are still kept of it. */
export type ErasableEntry = { readonly seq: number; readonly person: string | null; readonly isAnswers: boolean; readonly digests: readonly string[] };

/** How long the organisation keeps things, whether a hold on all of it stops erasing, and who lifted one. `entries` where something is to be erased. */
export type Retention = { readonly terms: Terms; readonly held: boolean; readonly lifters: readonly string[]; readonly entries: readonly ErasableEntry[] };

/** All that a decision may look at beside the command and the state: plain values, gathered before it is asked. */
export type Context = {
  readonly actor: Actor;
  /** The instant, ISO 8601 in UTC. */
  readonly now: string;
  /** The day it is at the boundary (Asia/Shanghai). */
  readonly today: string;
  readonly home: PartyOrganisation | null;
  readonly host: PartyOrganisation | { readonly ror: string } | null;
  /** The endorser whom the draft names, once found among our people. */
  readonly endorser: string | null;
  /** Whom a command names as `to`, or who showed the code of a hand-over, once found among our people, with what they may do. */
  readonly named: PersonActor | null;
  /** How often, in the year before, the actor approved requests of this requester, and they the actor's; asked where a step limits it. */
  readonly approvals: { readonly ours: number; readonly theirs: number } | null;
  /** The desk of the step that is to be allotted, as it is now. */
  readonly desk: DeskNow | null;
  /** The accounts that steps of the case take from, or that it has something of; under their locks where something is decided. */
  readonly accounts: readonly AccountStanding[];
  /** What the logger's file holds that is to be recorded; null where there is no such file. */
  readonly trace: TraceRead | null;
  /** What the code of a hand-over says that a command names; null where it is none of ours. */
  readonly handOver: HandOverCode | null;
  /** The names of those who have steps in hand. */
  readonly names: Readonly<Record<string, string>>;
  readonly desks: readonly PlanDesk[];
  /** Desks of control-point officers, by the points they serve. */
  readonly checkpoints: readonly { readonly desk: string; readonly controlPoints: readonly string[] }[];
  readonly workflow: { readonly definition: WorkflowDefinition; readonly digest: string } | null;
  readonly packs: readonly { readonly pack: Pack; readonly digest: string }[];
  readonly terms: readonly { readonly id: string; readonly version: number }[];
  /** The answers of the present revision; a decision reads them to find out what applies. */
  readonly answers: { readonly title: string; readonly facts: Facts; readonly lines: readonly unknown[] };
  /** What published tables say of the numbers and names in a draft's lines; asked when a draft is saved. */
  readonly told: readonly Told[];
  /** The imported rates that count on the day of the crossing, one a currency at most; asked where money is weighed. */
  readonly rates: readonly Rate[];
  /** Papers attached to the draft. */
  readonly draftDocuments: readonly { readonly id: string; readonly name: string; readonly paper: string | null; readonly mediaType: string; readonly size: number; readonly sha256: string }[];
  /** The requests of its dossier that this one waits for, as long as it has no permit. */
  readonly waits: readonly Wait[];
  /** Revocations that keep somebody who would be part of it, or who acts, from such requests today. */
  readonly bars: readonly Bar[];
  /** The entry of the history that a command names, and whose it is; null when there is none. */
  readonly entry: { readonly type: EventType; readonly person: string | null } | null;
  readonly retention: Retention;
  /** Identifiers made beforehand, so that deciding stays a pure act. */
  readonly fresh: { readonly permitNumber: string; readonly id: string };
};

/** What a command is about: a draft, or a request that was submitted. */
export type Target = { readonly at: "draft"; readonly draft: Draft } | { readonly at: "live"; readonly state: LiveState };

export function isPerson(actor: Actor): actor is PersonActor {
  return actor.kind === "person";
}

/** The requester and the team; for a draft also nobody else. */
export function isParty(target: Target, { actor }: Pick<Context, "actor">): boolean {
  if (!isPerson(actor)) return false;
  const { requester, team } = target.at === "draft" ? target.draft : target.state;
  return actor.id === requester || team.includes(actor.id);
}
