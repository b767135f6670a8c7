import { and, eq, inArray } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { asReader } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { steps } from "../schema/requests.ts";
import { hiddenFrom, readerOf } from "./request-events.ts";

/** What somebody wrote about a request, a name of a paper or a reason, as a reader gets it; `author` is who wrote it. */
export type ReadWords = (request: string, body: string, author: string | null) => string;

/** How an actor reads words that stand beside the history of requests: without the officers of desks that decide without names, where these are not to be read. */
export async function wordsRead(actor: Actor, requestIds: readonly string[]): Promise<ReadWords> {
  const language = actor.kind === "person" ? actor.language : "en";
  const read = await asReader(actor, async (tx) => {
    const ids = [...new Set(requestIds)];
    const hiding = ids.length === 0 ? [] : await tx.selectDistinct({ id: steps.requestId }).from(steps).innerJoin(desks, and(eq(desks.id, steps.desk), eq(desks.hidesOfficers, true))).where(inArray(steps.requestId, ids));
    const found = new Map<string, Awaited<ReturnType<typeof hiddenFrom>>["read"]>();
    for (const { id } of hiding) {
      const reader = await readerOf(tx, actor, id);
      if (reader) found.set(id, (await hiddenFrom(tx, reader, id, language)).read);
    }
    return found;
  });
  return (request, body, author) => (actor.kind === "person" && author === actor.id ? body : (read.get(request)?.({ actor: author === null ? { system: true } : { person: author, desk: null } }, body) ?? body));
}
