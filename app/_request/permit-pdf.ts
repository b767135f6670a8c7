import { permitByNumber } from "@/db/queries/permit-check";
import type { Actor } from "@/lib/access/actor";
import type { Language } from "@/lib/language";
import { moment, realClock } from "@/lib/server/clock";
import { drawPermit } from "@/lib/server/pdf/draw-permit";
import { claimsIn, requestCredential } from "@/lib/server/permit-credential";
import { settings } from "@/lib/server/settings";
import { witnessRead } from "@/lib/server/witness-read";
import { permitPaper } from "./permit-paper";

/** A request's permit as a file to print, for whoever may see the request; null for everybody else. That they took it is recorded. Made anew each time, because it says how the permit stands. */
export async function permitPdf(actor: Actor, request: string, language: Language): Promise<Response | null> {
  const signed = await requestCredential(actor, request);
  if (!signed) return null;
  const { number, token } = signed;
  if (!(await witnessRead(actor, request, [null]))) return null;
  const { now, today } = moment(realClock);
  const checked = await permitByNumber(number, today);
  if (!checked) return null;
  const file = await drawPermit(permitPaper({ claims: claimsIn(token), token, status: checked.status, language, site: settings().PUBLIC_URL, at: now }));
  return new Response(new Uint8Array(file), { headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename="${number}.pdf"`, "content-language": "en, zh-Hant, zh-Hans, pt", "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}
