import { permitByNumber } from "@/db/queries/permit-check";
import { clientAddress } from "@/lib/server/client-address";
import { moment, realClock } from "@/lib/server/clock";
import { countAttempt } from "@/lib/server/rate-limit";
import { problem } from "../../_edge/problem";
import { json, open } from "../../_edge/route";

/** Whether a permit holds, for whoever has its number. No personal data. */
export const GET = open(async (request, { number = "" }) => {
  const allowance = await countAttempt([{ name: "permit check", of: clientAddress(request.headers), most: 120, minutes: 1 }], new Date());
  if (!allowance.allowed) return problem(429, { retryAfter: Math.max(1, Math.ceil((Date.parse(allowance.retryAt) - Date.now()) / 1000)) });
  const permit = await permitByNumber(number, moment(realClock).today);
  return permit ? json(permit) : problem(404);
});
