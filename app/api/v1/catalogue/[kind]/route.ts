import { z } from "zod";
import { isCatalogueKind } from "@/lib/catalogue/entry";
import { lookUp } from "@/lib/server/catalogue";
import { readQuery } from "../../_edge/malformed";
import { problem } from "../../_edge/problem";
import { besides, json, open } from "../../_edge/route";

const Asked = z.strictObject({ q: z.string().default("") });

/** Looks something up in a catalogue, in any of the languages; no key needed. */
export const GET = open(async ({ request, language, parameters }) => {
  const kind = parameters.kind ?? "";
  if (!isCatalogueKind(kind)) return problem(404, language);
  const query = readQuery(request, Asked, language);
  if (query instanceof Response) return query;
  const items = await lookUp({ kind: "public" }, kind, query.data.q.slice(0, 100));
  return json({ items: items.map(({ code, names, attributes, named, from }) => ({ code, names, attributes, named, from })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET");
