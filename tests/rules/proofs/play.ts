import { accountsNamed } from "../../../lib/account/holdings.ts";
import { type AccountStanding, afterEntry } from "../../../lib/account/ledger.ts";
import { perRequest } from "../../../lib/account/standing-grant.ts";
import { type AccountKey, accountStream } from "../../../lib/account/quota.ts";
import { sealWords } from "../../../lib/audit/seal-words.ts";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { type Command, type CommandType, ruleFor } from "../../../lib/request/command.ts";
import type { Answers } from "../../../lib/request/answers.ts";
import type { Context, Target } from "../../../lib/request/context.ts";
import { decide } from "../../../lib/request/decide.ts";
import { eventActor } from "../../../lib/request/event-actor.ts";
import { erasableEntries } from "../../../lib/request/erasable.ts";
import { evolve } from "../../../lib/request/evolve.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import type { Refusal } from "../../../lib/request/refusal.ts";
import type { HandOverCode } from "../../../lib/permit/hand-over-code.ts";
import type { LiveState, RequestState } from "../../../lib/request/state.ts";
import { dayOf } from "../../../lib/calendar/day.ts";
import type { WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import type { Officer } from "../../../lib/workflow/allot.ts";
import { aContext, aDraft, requestId } from "../request/builders.ts";
import { checkpoint, desks, underProgramme, whoIs, type Who, world } from "./world.ts";

/** A case as it is played: what was decided, kept as an installation keeps it, and the words beside the log. */
export type Play = {
  target: Target;
  readonly events: RequestEvent[];
  readonly words: Map<string, string>;
  readonly versions: readonly WorkflowDefinition[];
  /** Milliseconds since 1970. */
  now: number;
  /** Until when it waits for another request of its dossier. */
  readonly waitsUntil: number;
  /** What every quota has in all, and how each stands that was taken from. */
  quota: string;
  readonly accounts: Map<string, AccountStanding>;
  /** What was given, as it is told when something breaks. */
  readonly story: string[];
};

export type Act = { readonly type: CommandType; readonly step?: string } & Readonly<Record<string, unknown>>;
export type Given = { readonly command: Command; readonly context: Context; readonly before: Target; readonly refusals: readonly Refusal[]; readonly events: readonly RequestEvent[] };

const commandId = "01900000-0000-7000-8000-0000000000cc";
const begin = Date.parse("2026-11-24T02:00:00.000Z");

/** What a play begins with: lines, how many days its permit waits for another request, whether a programme is claimed, and how much every quota has. */
export type Beginning = { readonly lines?: readonly unknown[]; readonly waits?: number; readonly claims?: boolean; readonly quota?: string };

export function aPlay(versions: readonly WorkflowDefinition[], { lines = [], waits = 0, claims = false, quota = "1000" }: Beginning = {}): Play {
  return { target: { at: "draft", draft: aDraft({ lines, ...(claims && underProgramme) }) }, quota, accounts: new Map(), events: [], words: new Map(), versions, now: begin, waitsUntil: begin + waits * 86_400_000, story: [] };
}

/** Gives a command as the door would hand it on: read by its schema, decided in a context of what it needs, appended, evolved. */
export function give(play: Play, who: Who, act: Act, change: Partial<Context> = {}): Given {
  const command = ruleFor(act.type).schema.parse({ commandId, ...act });
  const context = contextOf(play, who, command, change);
  const before = play.target;
  const outcome = decide(command, before, context);
  if ("refusals" in outcome) return { command, context, before, refusals: outcome.refusals, events: [] };
  play.story.push(`${context.now} ${who.id}: ${JSON.stringify(act)}`);
  if ("draft" in outcome) play.target = { at: "draft", draft: outcome.draft };
  // A deleted draft is gone; the next is begun.
  if ("deleted" in outcome) play.target = { at: "draft", draft: aDraft() };
  if ("events" in outcome) for (const { key, happening } of outcome.entries ?? []) play.accounts.set(accountStream(key), afterEntry(standing(play, key), happening));
  if (!("events" in outcome)) return { command, context, before, refusals: [], events: [] };
  const actor = eventActor(command, before, context);
  const events = outcome.events.map((happening, at): RequestEvent => {
    const { happening: sealed, words } = sealWords(happening, () => "00");
    for (const { digest, body } of words) play.words.set(digest, body);
    return { ...sealed, request: requestId, seq: play.events.length + at + 1, at: context.now, actor };
  });
  play.events.push(...events);
  const state = events.reduce<RequestState>(evolve, before.at === "live" ? before.state : { status: "none" });
  if (state.status !== "none") play.target = { at: "live", state };
  return { command, context, before, refusals: [], events };
}

const awaited: Context["waits"][number] = { dossier: "01900000-0000-7000-8000-0000000000ee", request: "01900000-0000-7000-8000-0000000000ef", number: "CW-1", until: "permit", step: null, standing: "open" };
const bare = aContext({ kind: "public" });
const weighing: readonly CommandType[] = ["resubmit", "amend", "renew", "appeal", "move"];

/** What a decision is given to look at: no more than the door gathers for it. */
export function contextOf(play: Play, who: Who, command: Pick<Command, "type"> & Partial<Record<"to" | "step" | "version" | "what" | "quota", unknown>>, change: Partial<Context> = {}): Context {
  const now = new Date(play.now).toISOString();
  const state = play.target.at === "live" ? play.target.state : null;
  const all: Context = { ...bare, actor: who.actor, now, today: dayOf(now), desks, fresh: { permitNumber: `CWP-${play.events.length}`, id: `01900000-0000-7000-8000-${String(play.events.length).padStart(12, "0")}` } };
  if (state === null) return { ...all, workflow: published(play, play.versions[0]?.version ?? 1), ...change };
  const weighs = weighing.includes(command.type);
  const version = command.type === "move" ? Number(command.version) : state.workflow.version;
  return {
    ...all,
    endorser: state.endorser,
    desks: weighs ? desks : [],
    workflow: weighs ? published(play, version) : null,
    packs: weighs ? all.packs : [],
    answers: weighs ? { title: play.words.get(state.title.digest) ?? "", ...(JSON.parse(play.words.get(state.answers.digest) ?? "") as Answers) } : { title: "", facts: {}, lines: [] },
    accounts: [...accountsNamed(state), ...granted(state, command)].map((key) => standing(play, key)),
    named: named(command.type === "takeOver" ? state.requester : command.to),
    checkpoints: [{ desk: checkpoint, controlPoints: [checkpoint.slice(3)] }],
    waits: play.now < play.waitsUntil ? [awaited] : [],
    desk: command.type === "allot" ? deskNow(state, command.step) : null,
    entry: entryAt(play.events, command.what),
    // A logger that was read just now, and once was too warm.
    trace: command.type === "recordTrace" ? { readings: [{ at: play.now - 3_600_000, celsius: 4 }, { at: play.now - 60_000, celsius: 9 }, { at: play.now, celsius: 5 }] } : null,
    handOver: command.type === "takeOver" ? shown(play, state) : null,
    ...(command.type === "erase" && { retention: { ...all.retention, entries: erasableEntries(play.events, state) } }),
    ...change,
  };
}

/** A code that the requester shows of what left last. */
function shown({ now }: Play, { id: request, number, requester, ledger, custody }: LiveState): HandOverCode | null {
  const movement = ledger.findLast(({ stage }) => stage === "departed")?.consignment;
  if (movement === undefined) return null;
  const after = custody.findLast((one) => one.movement === movement)?.id ?? null;
  return { request, movement, from: requester, after, issuedAt: new Date(now - 60_000).toISOString(), number, quantity: { value: "1", unit: "container" } };
}

/** The year of the standing grants here, each named by what it grants and for a number of requests. */
export const grantYear = 2001;

/** The grant that a command would rest a requirement on, unless the case rests on it already. */
function granted(state: LiveState, command: { readonly type: string; readonly quota?: unknown }): AccountKey[] {
  if (command.type !== "linkGrant" || accountsNamed(state).some(({ quota, year }) => quota === command.quota && year === grantYear)) return [];
  return [{ organisation: "smu", quota: String(command.quota), year: grantYear }];
}

/** Nobody else takes from a quota here; how two do at once is the database's to say. */
function standing({ accounts, quota }: Play, key: AccountKey): AccountStanding {
  const unlike = key.year === grantYear ? { grant: { regime: key.quota, number: "G/1", issued: "2026-01-01" }, limit: { value: quota, unit: perRequest } } : { limit: { value: quota, unit: "mL" } };
  return accounts.get(accountStream(key)) ?? { ...key, ...unlike, desk: "hetao.programme", reserved: "0", used: "0", own: { reserved: "0", used: "0" } };
}

/** Gives every quota enough for whatever is asked here; what was taken stays taken. */
export function raiseQuotas(play: Play): void {
  play.quota = "1000";
  for (const [name, account] of play.accounts) play.accounts.set(name, { ...account, limit: { ...account.limit, value: play.quota } });
}

function published({ versions }: Play, version: number): Context["workflow"] {
  const definition = versions.find((one) => one.version === version);
  return definition ? { definition, digest: "0".repeat(64) } : null;
}

function named(to: unknown): PersonActor | null {
  const found = typeof to === "string" ? whoIs(to)?.actor : undefined;
  return found?.kind === "person" ? found : null;
}

function deskNow({ steps }: LiveState, id: unknown): Context["desk"] {
  const desk = steps.find((step) => step.id === id)?.desk;
  const staff = world.flatMap(({ actor, staffs, standsInFor }) => (actor.kind === "person" && desk !== undefined && staffs.includes(desk) && standsInFor === null ? [{ person: actor, isAway: false, ...nobodysTurn }] : []));
  return { rule: null, staff, handledLast: null };
}

const nobodysTurn: Omit<Officer, "id"> = { speaks: [], skills: [], load: 0, lastTurn: null };

function entryAt(events: readonly RequestEvent[], what: unknown): Context["entry"] {
  const entry = typeof what === "number" ? events[what - 1] : undefined;
  return entry ? { type: entry.type, person: "person" in entry.actor ? entry.actor.person : null } : null;
}
