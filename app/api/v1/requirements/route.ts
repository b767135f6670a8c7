import { requirementsFor } from "@/lib/server/requirements";
import { readJson } from "../_edge/body";
import { besides, json, open } from "../_edge/route";
import { RequirementsAsked } from "../_edge/schemas";

/** What applies to these facts; no key needed. */
export const POST = open(async ({ request, language }) => {
  const body = await readJson(request, RequirementsAsked, language);
  return body instanceof Response ? body : json(requirementsFor(body.data));
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
