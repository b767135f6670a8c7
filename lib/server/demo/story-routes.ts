import type { FactValue } from "../../policy/condition.ts";

export type Facts = Record<string, FactValue>;

/** The route of a story, with the zones of both ends. */
export function route(from: string, to: string, mode: string, checkpoint: string, zones: { from?: string; to?: string } = {}): Facts {
  return { "from.city": from, "to.city": to, mode, checkpoint, "from.zone": zones.from ?? "none", "to.zone": zones.to ?? "none" };
}
