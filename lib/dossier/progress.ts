import type { RequestState } from "../request/state.ts";
import { type Awaited, type Progress, type Standing, standingOf } from "./until.ts";

/** How a dependency stood when the request that it awaits stood so. */
export function standingAt({ until, step }: Awaited, awaited: RequestState): Standing {
  return standingOf({ until }, progressOf(awaited, step));
}

/** As much of a request as a dependency looks at, from its own history; before its first event it is a draft. */
export function progressOf(state: RequestState, step: string | null): Progress {
  if (state.status === "none") return { status: "draft", moved: false };
  const asked = state.steps.find(({ id }) => id === step);
  const isDone = asked?.status === "done" && (asked.outcome === "approved" || asked.outcome === "approved-with-conditions");
  return { status: state.status, moved: state.movements.some(({ direction }) => direction === "out"), ...(asked && { step: isDone ? "done" as const : "notYet" as const }) };
}
