import { askedWords } from "@/app/_audit/asked-words";
import { holdsAnywhere } from "@/lib/access/can";
import { eventFormatNames } from "@/lib/audit/export/formats";
import { reader } from "@/lib/server/language";
import { leadTo, nothingHere } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";
import { eventsTaken } from "@/lib/server/take-away/events";
import { readRecordQuestion, recordAddress, recordParams } from "@/lib/server/take-away/question";
import { downloadOf, framesOf } from "@/lib/server/take-away/response";

/** What a question to the record finds, as a file: the whole of it is in the address. Whoever asked wrongly is led back to where they asked. */
export async function GET(request: Request): Promise<Response> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  const { t, language, format: written } = words;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const params = recordParams(asked);
  const page = `/audit/take-away?${recordAddress(params)}`;
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(page)}`);
  if (!holdsAnywhere(actor, "audit.search")) return nothingHere(language);
  const format = eventFormatNames.find((one) => one === asked.format);
  if (!format) return leadTo(`${page}&wrong=format`);
  const read = await readRecordQuestion(actor, params);
  if ("problems" in read) return leadTo(page);
  const now = new Date();
  const about = [
    // In words, and as the address that asks it again.
    [t("takeaway.asked"), written.aside(written.series(askedWords(params, words)) || t("takeaway.everything"), `/audit?${recordAddress(params)}`)],
    [t("takeaway.by"), actor.name],
    [t("takeaway.at"), written.dateTime(now)],
  ] as const;
  const taken = eventsTaken(actor, { question: read.question, format, bom: asked.bom === "1", heads: "words", language, about, name: `causeway-${now.toISOString().slice(0, 10)}`, asked: recordAddress(params) });
  return asked.framed === "1" ? framesOf(taken) : downloadOf(taken);
}
