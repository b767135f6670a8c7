import type { Context } from "./context.ts";
import { type EventActor, Happening, type NewHappening, type RequestEvent } from "./events.ts";
import { evolve } from "./evolve.ts";
import type { RequestState } from "./state.ts";

/** The state as it will be: words are not sealed yet, and nothing that evolves reads them. */
export function imagine(state: RequestState, happening: NewHappening, { now }: Pick<Context, "now">, actor: EventActor): RequestState {
  const seq = state.status === "none" ? 1 : state.seq + 1;
  const event: RequestEvent = { ...Happening.parse(unspoken(happening)), request: "", seq, at: now, actor };
  return evolve(state, event);
}

function unspoken(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unspoken);
  if (typeof value !== "object" || value === null) return value;
  if ("say" in value) return { digest: "0".repeat(64) };
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, unspoken(part)]));
}
