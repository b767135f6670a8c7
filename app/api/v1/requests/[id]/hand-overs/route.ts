import { isId } from "@/lib/id";
import { codeFor } from "@/lib/server/hand-over";
import { settings } from "@/lib/server/settings";
import { readJson } from "../../../_edge/body";
import { problem, statusOf } from "../../../_edge/problem";
import { besides, json, keyed } from "../../../_edge/route";
import { OfferHandOver } from "../../../_edge/ledger-schemas";

/** The code by which whoever has a movement hands it over. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, OfferHandOver, language);
  if (body instanceof Response) return body;
  const shown = await codeFor(actor, id, body.data.movement);
  if ("notFound" in shown) return problem(404, language);
  if ("refusals" in shown) return problem(statusOf(shown.refusals), language, shown);
  return json({ code: shown.code, link: `${settings().PUBLIC_URL}/hand-over/${shown.code}`, until: shown.until }, 201);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
