import type { Metadata } from "next";
import { reader } from "@/lib/server/language";
import { caseDetail } from "./case-detail";

/** The title of a page about one request. What the reader may not see is called what the page then says: not found. */
export async function caseTitle(id: string, by: "title" | "number" = "title"): Promise<Metadata> {
  const [{ t }, detail] = await Promise.all([reader(), caseDetail(id)]);
  return { title: detail ? detail[by] || detail.number : t("errors.notFound.title") };
}
