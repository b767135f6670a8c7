import { tableFormatNames } from "@/lib/audit/export/formats";
import { reader } from "@/lib/server/language";
import { meaningOf } from "@/lib/server/search-meaning";
import { leadTo } from "@/lib/server/plain-answer";
import { currentActor } from "@/lib/server/session";
import { requestsTaken } from "@/lib/server/take-away/requests";
import { downloadOf, framesOf } from "@/lib/server/take-away/response";
import { listAddress, listSearch } from "../../search";

/** The list of requests as it was filtered, as a file: what its reader sees in the list, and nothing besides. */
export async function GET(request: Request): Promise<Response> {
  const [actor, { t, language, format: written }] = await Promise.all([currentActor(), reader()]);
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const { cursor: _, ...view } = listSearch(asked);
  const page = listAddress(view).replace(/^\/requests/, "/requests/take-away");
  if (actor.kind !== "person") return leadTo(`/sign-in?next=${encodeURIComponent(page)}`);
  const format = tableFormatNames.find((one) => one === asked.format);
  if (!format) return leadTo(`${page}${page.includes("?") ? "&" : "?"}wrong=format`);
  const { q, ...filters } = view;
  const now = new Date();
  const about = [
    [t("takeaway.asked"), Object.values(view).join(" · ")],
    [t("takeaway.by"), actor.name],
    [t("takeaway.at"), written.dateTime(now)],
  ] as const;
  const taken = requestsTaken(actor, { filters: { ...filters, search: q === undefined ? undefined : { q, meant: meaningOf(q) } }, format, bom: asked.bom === "1", language, about, name: `causeway-requests-${now.toISOString().slice(0, 10)}`, asked: listAddress(view).split("?")[1] ?? "" });
  return asked.framed === "1" ? framesOf(taken) : downloadOf(taken);
}
