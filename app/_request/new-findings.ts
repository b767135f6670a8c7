import type { ShownEvent } from "@/db/queries/request-events";

/** The findings that came with the last resubmission: those that the submission before it did not have. */
export function newFindings(events: readonly ShownEvent[]): ReadonlySet<string> {
  const asked = events.flatMap((event) => ("type" in event && (event.type === "request.submitted" || event.type === "request.resubmitted") ? [idsOf(event.data)] : []));
  const [before, now] = asked.slice(-2);
  return new Set(before && now ? now.filter((id) => !before.includes(id)) : []);
}

function idsOf(data: unknown): string[] {
  const { findings } = data as { findings?: readonly { id: string }[] };
  return (findings ?? []).map(({ id }) => id);
}
