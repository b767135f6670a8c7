import { isCatalogueKind } from "@/lib/catalogue/entry";
import { lookUp } from "@/lib/server/catalogue";
import { problem } from "../../_edge/problem";
import { besides, json, open } from "../../_edge/route";

/** Looks something up in a catalogue, in any of the languages; no key needed. */
export const GET = open(async ({ request, language, parameters }) => {
  const kind = parameters.kind ?? "";
  if (!isCatalogueKind(kind)) return problem(404, language);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const items = await lookUp({ kind: "public" }, kind, q.slice(0, 100));
  return json({ items: items.map(({ code, names, attributes, named, from }) => ({ code, names, attributes, named, from })) });
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET");
