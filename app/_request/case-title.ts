import type { Metadata } from "next";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { currentActor } from "@/lib/server/session";
import { caseDetail } from "./case-detail";

/**
 * The title of a page about one request. What the reader may not see is called what the page then says: not found.
 * It sends nobody to sign in: the page does, unless it keeps what was sent after a session had ended. `page` is what is done here,
 * where a request has several pages.
 */
export async function caseTitle(id: string, by: "title" | "number" = "title", page?: string, read: (id: string) => Promise<RequestDetail | null> = caseDetail): Promise<Metadata> {
  const [{ t }, actor] = await Promise.all([reader(), currentActor()]);
  if (actor.kind !== "person") return {};
  const detail = await read(id);
  return { title: detail ? [page, detail[by] || detail.number].filter(Boolean).join(" · ") : t("errors.notFound.title") };
}
