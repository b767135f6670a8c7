import { findingsAsked, findingAt } from "@/db/queries/audit-findings";
import { besides, json, keyed } from "../../_edge/route";

/** The findings that desks of the key's person, or organisations that they administer, are asked about and that are not closed, with all that is said of each. */
export const GET = keyed("read", async (actor) => {
  const found = [];
  for (const { paperId, finding } of await findingsAsked(actor)) found.push(await findingAt(actor, paperId, finding));
  return json({
    items: found.flatMap((one) => {
      if (!one) return [];
      const { askedNames: _, isCaseSeen: __, paper, ...said } = one;
      return [{ ...said, paper: { id: paper.id, number: paper.number } }];
    }),
  });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
