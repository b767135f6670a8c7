import { permitByNumber } from "@/db/queries/permit-check";
import { clientAddress } from "@/lib/server/client-address";
import { moment, realClock } from "@/lib/server/clock";
import { countAttempt } from "@/lib/server/rate-limit";
import { problem } from "../../_edge/problem";
import { besides, guarded, json } from "../../_edge/route";
import { tooMany } from "../../_edge/too-many";

/** Whether a permit holds, for whoever has its number. No personal data; and far fewer tries than it takes to guess one. */
export const GET = guarded(async ({ request, language, parameters: { number = "" } }) => {
  const wait = await countAttempt([{ name: "permit check", of: clientAddress(request.headers), most: 120, minutes: 1 }], new Date());
  if (!wait.allowed) return tooMany(wait, language);
  const permit = await permitByNumber(number, moment(realClock).today);
  return permit ? json(permit) : problem(404, language);
});

export const { DELETE, OPTIONS, PATCH, POST, PUT } = besides("GET, HEAD");
