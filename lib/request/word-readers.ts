import { readersAtDesk, readersFor } from "../access/subjects.ts";
import type { RequestEvent } from "./events.ts";
import type { LiveState } from "./state.ts";

/** Who may read the words of an event of a request, as its command has it; null is everybody who sees the request. `before` is the request as the command found it. */
export function readersOfWords(event: RequestEvent, before: LiveState): readonly string[] | null {
  const author = "person" in event.actor ? event.actor.person : "";
  switch (event.type) {
    case "comment.added":
      return readersFor(event.data.audience, event.data.side, before, author);
    case "step.reviewerAdded":
    case "step.advised":
    case "step.assigned":
    case "step.delegated":
    case "step.released":
    case "hold.placed":
    case "hold.lifted":
      return readersFor("desks", null, before, author);
    case "step.referred":
      return [...(readersFor("desks", null, before, author) ?? []), `person:${event.data.to}`];
    case "step.voted":
    case "step.recused":
    case "step.substituteNamed":
      return readersAtDesk(event.data.desk, before, author);
    default:
      return null;
  }
}
