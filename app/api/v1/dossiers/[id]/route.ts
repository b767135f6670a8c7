import { isId } from "@/lib/id";
import { dossierDetail } from "@/lib/server/dossier-detail";
import { problem } from "../../_edge/problem";
import { besides, json, keyed } from "../../_edge/route";

/** One dossier: what it says of its requests, and what the key's person sees of each. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const found = isId(id) ? await dossierDetail(actor, id) : null;
  if (!found) return problem(404, language);
  const { number, title, status, version, openedAt, changedAt, requests, dependencies, allowed } = found;
  return json({
    id,
    number,
    title,
    status,
    version,
    openedAt,
    changedAt,
    requests: requests.map((one) => {
      const said = { id: one.request, number: one.number, role: one.role };
      return one.seen ? { ...said, kind: one.seen.kind, title: one.seen.title, status: one.seen.status, from: one.seen.fromCity, to: one.seen.toCity, crossing: one.seen.crossing } : { ...said, withheld: true };
    }),
    dependencies: dependencies.map(({ waiting, awaits, until, step, reason, standing }) => ({ waiting, awaits, until, ...(step !== null && { step }), reason, standing })),
    allowed,
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
