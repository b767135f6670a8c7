import { asReader } from "../../db/client.ts";
import { loadReadable, readTexts } from "../../db/log.ts";
import { auditsRequest } from "../../db/queries/visible.ts";
import type { PersonActor } from "../access/actor.ts";
import { holdsAnywhere } from "../access/can.ts";
import { type CaseView, caseView } from "../audit/case-view.ts";
import { dayOf } from "../calendar/day.ts";
import { isId } from "../id.ts";
import type { RequestEvent, Sealed } from "../request/events.ts";
import { evolve } from "../request/evolve.ts";
import type { LiveState, RequestState } from "../request/state.ts";
import { contextFor } from "./context.ts";
import { couldSee, type Decider, readingAs } from "./decider-sight.ts";
import { ofLive } from "./detail/of-live.ts";
import type { RequestDetail } from "./request-detail.ts";

/** A moment of a case: an entry of its history, or a time, which is the last entry before or at it. */
export type Moment = { readonly seq: number } | { readonly time: string };
export type CaseAt = { readonly seq: number; readonly at: string; /** The number of its last entry now. */ readonly last: number; /** The first entry that cannot follow what stands before it: no command wrote it, and nothing from it on is played. */ readonly stops: number | null; readonly state: LiveState; readonly events: readonly RequestEvent[]; /** All of its entries, with those that are not played. */ readonly history: readonly RequestEvent[]; readonly view: CaseView };

/** `1` to the last entry, or a day or an instant; null when it is neither. A day is the end of it at the boundary. */
export function momentOf(text: string): Moment | null {
  if (/^[1-9]\d{0,5}$/.test(text)) return { seq: Number(text) };
  const day = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59.999+08:00` : /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(text) ? `${text}:59.999+08:00` : /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/.test(text) ? text : null;
  const read = day === null ? Number.NaN : Date.parse(day);
  // What JavaScript moves into the next month is no day.
  if (Number.isNaN(read) || day === null || Number.isNaN(Date.parse(`${text.slice(0, 10)}T00:00:00Z`)) || new Date(`${text.slice(0, 10)}T00:00:00Z`).toISOString().slice(0, 10) !== text.slice(0, 10)) return null;
  return { time: new Date(read).toISOString() };
}

/** A case as it stood at a moment, for its auditors; null when they do not see it, or it was not there yet. A number past the last entry is the last. */
export async function caseAt(actor: PersonActor, requestId: string, moment: Moment): Promise<CaseAt | null> {
  const found = await momentsOf(actor, requestId, [moment]);
  return found?.[0] ?? null;
}

/** The same at several moments, each read from one history. */
export async function momentsOf(actor: PersonActor, requestId: string, moments: readonly Moment[]): Promise<readonly CaseAt[] | null> {
  if (!holdsAnywhere(actor, "audit.search") || !isId(requestId)) return null;
  return asReader(actor, async (tx) => {
    if (!(await auditsRequest(tx, actor, requestId))) return null;
    const { events: history, unread } = await loadReadable(tx, requestId);
    const events = playable(history);
    const last = events.at(-1);
    if (!last) return null;
    const stops = history[events.length]?.seq ?? unread;
    const found: CaseAt[] = [];
    for (const moment of moments) {
      const until = upTo(events, moment);
      const state = until.reduce<RequestState>(evolve, { status: "none" });
      const end = until.at(-1);
      if (state.status === "none" || !end) return null;
      const words = await readTexts(tx, requestId, wordsIn(state));
      found.push({ seq: end.seq, at: end.at, last: last.seq, stops, state, events: until, history, view: caseView(state, words) });
    }
    return found;
  });
}

/** A history as far as it can be played. What whoever owns the database planted need not fit, and is to be shown all the same. */
function playable(events: readonly RequestEvent[]): readonly RequestEvent[] {
  let state: RequestState = { status: "none" };
  for (const [place, event] of events.entries()) {
    try {
      state = evolve(state, event);
    } catch {
      return events.slice(0, place);
    }
  }
  return events;
}

/** A history up to a moment, without a gap: of two servers one may be a little slow, and what it wrote later bears an earlier time. */
export function upTo<E extends Pick<RequestEvent, "seq" | "at">>(events: readonly E[], moment: Moment): E[] {
  const end = events.findLast(({ seq, at }) => ("seq" in moment ? seq <= moment.seq : at <= moment.time));
  return end ? events.filter(({ seq }) => seq <= end.seq) : [];
}

/**
 * The same moment as the pages of requests show a case; with `decider` as whoever decided next could read it, as far as its auditor may read it too.
 * What could be done next is not told: nobody can do it any more.
 */
export async function detailAt(actor: PersonActor, { state, events, at }: CaseAt, decider: Decider | null = null): Promise<RequestDetail> {
  const today = dayOf(at);
  const target = { at: "live", state } as const;
  const [reads, read] = decider ? [readingAs(decider, actor), events.filter((event) => couldSee(decider, event))] : [actor, events];
  const detail = await asReader(actor, async (tx) => ofLive(tx, { actor: reads, today, target, events: read, context: contextFor(tx, reads, target, null, { now: at, today }) }));
  return { ...detail, allowed: [] };
}

function wordsIn({ title, answers, requirements, documents, conditions }: LiveState): string[] {
  const sealed: (Sealed | null)[] = [title, answers, ...requirements.map(({ reference }) => reference), ...documents.map(({ name }) => name), ...conditions.map(({ text }) => text)];
  return sealed.flatMap((one) => (one === null ? [] : [one.digest]));
}
