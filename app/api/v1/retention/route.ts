import { holdsAnywhere } from "@/lib/access/can";
import { duePage, organisationsFor } from "@/lib/server/retention";
import { readQuery } from "../_edge/malformed";
import { problem } from "../_edge/problem";
import { DueAsked } from "../_edge/retention-shapes";
import { besides, json, keyed } from "../_edge/route";

/** What is due for erasure at the institutions whose record the key's person keeps, or may hold; no word of any request. */
export const GET = keyed("read", async (actor, { request, language }) => {
  const mayErase = holdsAnywhere(actor, "record.erase");
  if (!mayErase && !holdsAnywhere(actor, "record.hold")) return problem(404, language);
  const query = readQuery(request, DueAsked, language);
  if (query instanceof Response) return query;
  const { cursor, limit = 50 } = query.data;
  const { items, next } = await duePage(await organisationsFor(actor, mayErase ? "record.erase" : "record.hold"), { after: cursor, limit });
  return json({
    items: items.map(({ id, number, kind, status, home, endedOn, until, kept, ground, papers, stoppedBy, automatic }) => ({ id, number, kind, status, organisation: home, endedOn, keptUntil: until, keptBy: kept.id, certainty: kept.certainty, rule: ground.id, law: ground.law[language], papers, stoppedBy, automatic })),
    next: next && `${next.endedOn}_${next.id}`,
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
