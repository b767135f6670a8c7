import { EventActor, Happening, type RequestEvent } from "../lib/request/events.ts";
import { sealedIn } from "../lib/audit/sealed-in.ts";
import { subjectsOf } from "../lib/access/subjects.ts";
import { evolve } from "../lib/request/evolve.ts";
import { readersOfWords } from "../lib/request/word-readers.ts";
import type { LiveState, RequestState } from "../lib/request/state.ts";
import { type Rows, rowsOf } from "./rows.ts";
import type { Readers } from "./verify-words.ts";
import type { StoredLink, StoredWords } from "./verify.ts";

/** What a stored stream comes to, as rows of the read tables. */
export type Replayed = {
  readonly requestId: string;
  readonly state: LiveState;
  readonly rows: Rows;
  /** Its events, each with the state after it. */
  readonly steps: readonly { readonly event: RequestEvent; readonly state: LiveState }[];
  /** For whom its words are, as its events have it. */
  readonly readers: Readers;
  /** The last event that changed a row, or one column of it; 0 when none did. */
  readonly lastTouched: (table: keyof Rows, key: string, column: string | null) => number;
};
type Unplayable = { readonly problem: { readonly seq: number; readonly field: string; readonly code: "malformed" | "outOfOrder" } };

/** Replays a stream. The first event that cannot be read or cannot follow the one before is the answer, if there is one. */
export function replayed(requestId: string, links: readonly StoredLink[], words: readonly StoredWords[]): Replayed | Unplayable {
  const steps: { event: RequestEvent; state: LiveState }[] = [];
  const readers = new Map<string, { seq: number; either: (readonly string[] | null)[] }>();
  let state: RequestState = { status: "none" };
  let found: RequestState = { status: "none" };
  for (const [place, link] of links.entries()) {
    const parsed = parse(requestId, link);
    if ("field" in parsed) return { problem: { seq: link.seq, field: parsed.field, code: "malformed" } };
    // A command of several events found the request as it was before the first of them.
    if (link.at !== links[place - 1]?.at) found = state;
    const either = [state, found].map((before) => (before.status === "none" ? null : readersOfWords(parsed, before)));
    for (const { digest } of sealedIn(parsed.data)) readers.set(digest, { seq: link.seq, either });
    const next = after(state, parsed);
    if (next === null) return { problem: { seq: link.seq, field: "type", code: "outOfOrder" } };
    steps.push({ event: parsed, state: (state = next) });
  }
  const spoken = new Map(words.flatMap(({ digest, body }) => (body === null ? [] : [[digest, body] as const])));
  const states = steps.map((step) => step.state);
  const last = states.at(-1);
  if (!last) return { problem: { seq: 1, field: "seq", code: "outOfOrder" } };
  return { requestId, state: last, steps, readers, rows: { ...rowsOf(last, spoken), requestAccess: everAllowed(requestId, states) }, lastTouched };
  function lastTouched(table: keyof Rows, key: string, column: string | null): number {
    return lastChange(
      states.map((one) => ({ seq: one.seq, row: rowIn(rowsOf(one, spoken), table, key) })),
      column,
    );
  }
}

function parse(requestId: string, { seq, type, at, actor, data }: StoredLink): RequestEvent | { readonly field: string } {
  const happening = Happening.safeParse({ type, data });
  const by = EventActor.safeParse(actor);
  if (!happening.success) return { field: happening.error.issues[0]?.path.join(".") || "type" };
  if (!by.success) return { field: "actor" };
  return { ...happening.data, request: requestId, seq, at, actor: by.data };
}

function after(state: RequestState, event: RequestEvent): LiveState | null {
  try {
    const next = evolve(state, event);
    return next.status === "none" ? null : next;
  } catch {
    return null;
  }
}

/** Access, once given, stays: who decided or audited an earlier round can still answer for it. */
function everAllowed(requestId: string, states: readonly LiveState[]): Rows["requestAccess"] {
  return [...new Set(states.flatMap(subjectsOf))].map((subject) => ({ requestId, subject }));
}

type Row = Readonly<Record<string, unknown>>;

function rowIn(rows: Rows, table: keyof Rows, key: string): Row | undefined {
  return (rows[table] as readonly Row[]).find((row) => key === "" || Object.values(row).includes(key));
}

function lastChange(history: readonly { readonly seq: number; readonly row: Row | undefined }[], column: string | null): number {
  let last = 0;
  let before = "undefined";
  for (const { seq, row } of history) {
    const now = JSON.stringify(column === null ? row : row?.[camel(column)]) ?? "undefined";
    if (now !== before) last = seq;
    before = now;
  }
  return last;
}

function camel(column: string): string {
  return column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
