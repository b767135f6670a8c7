import type { Dependency } from "./state.ts";

type Edge = Pick<Dependency, "waiting" | "awaits">;

/** The requests that would wait for each other in a circle if one more dependency were added, in order; null when there is none. */
export function circleWith(edges: readonly Edge[], { waiting, awaits }: Edge): string[] | null {
  const way = wayTo(waiting, awaits, edges, new Set());
  return way && [waiting, ...way];
}

/** A way along what waits for what. */
function wayTo(end: string, from: string, edges: readonly Edge[], seen: Set<string>): string[] | null {
  if (from === end) return [end];
  if (seen.has(from)) return null;
  seen.add(from);
  for (const { waiting, awaits } of edges) {
    const way = waiting === from ? wayTo(end, awaits, edges, seen) : null;
    if (way) return [from, ...way];
  }
  return null;
}
