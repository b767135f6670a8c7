import { isFinderRoute, printedFindings } from "../printed";
import { queryIn, readAnswers } from "@/lib/finder/answers";
import { outcomeOf } from "@/lib/finder/outcome";
import { requestFacts } from "@/lib/kind/derive";
import { openQuestions } from "@/lib/kind/open-questions";
import { clientAddress } from "@/lib/server/client-address";
import { drawPdf } from "@/lib/server/pdf/draw";
import { ratesOn } from "@/lib/server/rates";
import { countAttempt } from "@/lib/server/rate-limit";
import { rulesReader } from "@/lib/server/rules-in-force";
import { settings } from "@/lib/server/settings";

/** What the finder found, as a file to keep: the finder's own address with `/pdf` in it. Anybody may ask, a few times a minute; nothing is kept. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const words = await rulesReader();
  const { answers } = readAnswers(queryIn(searchParams), words.language);
  if (!isFinderRoute(answers)) return new Response(null, { status: 303, headers: { location: `/finder?${searchParams}`, "cache-control": "no-store" } });
  const now = new Date();
  const allowance = await countAttempt([{ name: "finder pdf", of: clientAddress(request.headers), most: 30, minutes: 1 }], now);
  if (!allowance.allowed) {
    const seconds = Math.max(1, Math.ceil((Date.parse(allowance.retryAt) - now.getTime()) / 1000));
    return new Response(words.t("finder.pdf.tooMany"), { status: 429, headers: { "retry-after": String(seconds), "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
  }
  const { kind, facts, declined, claims } = answers;
  const { packs } = words.rules;
  const rates = await ratesOn(kind, facts.date);
  const left = openQuestions(packs, kind, requestFacts(facts, kind, rates), declined).length;
  const printed = printedFindings({ answers, outcome: outcomeOf(packs, kind, facts, claims, rates), left, site: settings().PUBLIC_URL, at: now.toISOString() }, words);
  const name = `causeway-${kind}-${String(facts["from.city"])}-${String(facts["to.city"])}.pdf`;
  return new Response(new Uint8Array(await drawPdf(printed)), { headers: { "content-type": "application/pdf", "content-disposition": `attachment; filename="${name}"`, "content-language": words.language, "cache-control": "no-store", "x-content-type-options": "nosniff" } });
}
