import { permitPdf } from "@/app/_request/permit-pdf";
import { problem } from "../../../_edge/problem";
import { besides, keyed } from "../../../_edge/route";

/** A request's permit to print, for whoever may see the request. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => (await permitPdf(actor, id, language)) ?? problem(404, language));

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
