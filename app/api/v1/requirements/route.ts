import { requirementsFor } from "@/lib/server/requirements";
import { rulesInForce } from "@/lib/server/rules-in-force";
import { workflowsNow } from "@/lib/server/workflows-in-force";
import { readJson } from "../_edge/body";
import { besides, json, open } from "../_edge/route";
import { RequirementsAsked } from "../_edge/schemas";

/** What applies to these facts; no key needed. */
export const POST = open(async ({ request, language }) => {
  const body = await readJson(request, RequirementsAsked, language);
  if (body instanceof Response) return body;
  const [rules, workflows] = await Promise.all([rulesInForce(), workflowsNow()]);
  return json(requirementsFor(rules, body.data, workflows));
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
