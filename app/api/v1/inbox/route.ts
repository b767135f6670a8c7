import { inbox, isInboxCursor } from "@/db/queries/inbox";
import { refusal } from "@/lib/request/refusal";
import { slug } from "../_edge/id";
import { problem } from "../_edge/problem";
import { languageFor } from "../_edge/language";
import { json, keyed } from "../_edge/route";

/** What waits for the key's person: open steps of their desks, what is due first on top. */
export const GET = keyed("read", async (actor, request) => {
  const search = new URL(request.url).searchParams;
  const [desk, cursor] = [search.get("desk") ?? undefined, search.get("cursor") ?? undefined];
  if ((cursor !== undefined && !isInboxCursor(cursor)) || (desk !== undefined && !slug.test(desk))) return problem(400, { refusals: [refusal("malformed", { expected: "desk, cursor" })], language: languageFor(request, actor) });
  const language = languageFor(request, actor);
  const { items, next } = await inbox(actor, { desk, cursor });
  const shown = items.map(({ request: { id, number, kind, title }, step, since, dueOn }) => ({
    request: { id, number, kind, title },
    step: { id: step.id, name: step.names[language], desk: step.desk },
    since,
    ...(dueOn !== null && { due: dueOn }),
  }));
  return json({ items: shown, next });
});
