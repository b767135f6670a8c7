import { accountFor } from "@/db/queries/accounts";
import { SetQuota } from "@/lib/account/set-quota";
import { publishQuota } from "@/lib/server/publish-quota";
import { accountKey } from "@/lib/account/account-key";
import { readJson } from "../../../../_edge/body";
import { problem, statusOf } from "../../../../_edge/problem";
import { besides, json, keyed } from "../../../../_edge/route";

/** A year's quota: how much there is, how much is set aside for requests, how much is used and what is left. */
export const GET = keyed("read", async (actor, { language, parameters }) => {
  const key = accountKey(parameters);
  const found = key && (await accountFor(actor, key));
  return found ? json(found) : problem(404, language);
});

/** Sets or changes it. The same `commandId` again has one effect and gives the same answer. */
export const POST = keyed("write", async (actor, { request, language, parameters }) => {
  const key = accountKey(parameters);
  if (!key) return problem(404, language);
  const body = await readJson(request, SetQuota, language);
  if (body instanceof Response) return body;
  const answer = await publishQuota(actor, key, body.data);
  return "refusals" in answer ? problem(statusOf(answer.refusals), language, answer) : json(answer);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");
