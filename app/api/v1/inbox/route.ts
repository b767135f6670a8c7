import { z } from "zod";
import { inbox, isInboxCursor } from "@/db/queries/inbox";
import { inboxViews } from "@/lib/access/queue-settings";
import { textOf } from "@/lib/text-of";
import { slug } from "../_edge/id";
import { readQuery } from "../_edge/malformed";
import { besides, json, keyed } from "../_edge/route";

const Filters = z.strictObject({ desk: textOf(slug, "slug").optional(), view: z.enum(inboxViews).optional(), cursor: z.string().refine(isInboxCursor).optional() });

/** What waits for the key's person: open steps of their desks, what is due first on top. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const query = readQuery(request, Filters, language);
  if (query instanceof Response) return query;
  const { items, next } = await inbox(actor, query.data);
  const shown = items.map(({ request: { id, number, kind, title }, step, since, dueOn }) => ({
    request: { id, number, kind, title },
    step: { id: step.id, name: step.names[language], desk: step.desk, ...(step.holder !== null && { holder: { id: step.holder, name: step.holderName ?? "" } }), ...(step.tied && { tied: true }) },
    since,
    ...(dueOn !== null && { due: dueOn }),
  }));
  return json({ items: shown, next });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
