import { holdsAnywhere } from "@/lib/access/can";
import { dueCursor } from "@/lib/retention/due-cursor";
import { dueCount, duePage, organisationsFor } from "@/lib/server/retention";
import { readQuery } from "../_edge/malformed";
import { problem } from "../_edge/problem";
import { DueAsked } from "../_edge/retention-shapes";
import { besides, json, keyed } from "../_edge/route";

/** What is due for erasure at the institutions whose record the key's person keeps, or may hold; no word of any request; with `counts=1` how much there is. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const mayErase = holdsAnywhere(actor, "record.erase");
  if (!mayErase && !holdsAnywhere(actor, "record.hold")) return problem(404, language);
  const query = readQuery(request, DueAsked, language);
  if (query instanceof Response) return query;
  const { cursor, limit = 50, counts } = query.data;
  const homes = await organisationsFor(actor, mayErase ? "record.erase" : "record.hold");
  const [{ items, next }, counted] = await Promise.all([duePage(homes, { after: cursor, limit }), counts === "1" ? dueCount(homes) : null]);
  return json({
    items: items.map(({ id, number, kind, status, home, endedOn, until, kept, ground, papers, stoppedBy, automatic }) => ({ id, number, kind, status, organisation: home, endedOn, keptUntil: until, keptBy: kept.id, certainty: kept.certainty, rule: ground.id, law: ground.law[language], papers, stoppedBy, automatic })),
    next: next && dueCursor(next),
    ...(counted && { counts: { all: counted.count, more: counted.more } }),
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
