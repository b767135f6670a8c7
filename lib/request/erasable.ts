import { sealedIn } from "../audit/sealed-in.ts";
import type { ErasableEntry } from "./context.ts";
import type { RequestEvent } from "./events.ts";
import type { LiveState } from "./state.ts";

/** Every entry of a history with the words that are still kept of it. */
export function erasableEntries(events: readonly RequestEvent[], { erased }: Pick<LiveState, "erased">): ErasableEntry[] {
  const gone = new Set(erased.digests);
  return events.map(({ seq, actor, data }) => ({ seq, person: "person" in actor ? actor.person : null, isAnswers: "answers" in data, digests: sealedIn(data).flatMap(({ digest }) => (gone.has(digest) ? [] : [digest])) }));
}
