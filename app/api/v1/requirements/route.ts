import { requirementsFor } from "@/lib/server/requirements";
import { readJson } from "../_edge/body";
import { json, open } from "../_edge/route";
import { RequirementsAsked } from "../_edge/schemas";

/** What applies to these facts; no key needed. */
export const POST = open(async (request) => {
  const body = await readJson(request, RequirementsAsked);
  return body instanceof Response ? body : json(requirementsFor(body.data));
});
