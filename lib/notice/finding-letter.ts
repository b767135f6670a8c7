import { letter, type Letter } from "./letter.ts";
import type { Reader } from "./notice-letter.ts";

/** What somebody is told of a finding: they are asked, it was replied to, something is to be done by a day; and that a reply or what is to be done is due today, or late. */
export const findingNews = ["asked", "replied", "followUp", "replyDue", "replyLate", "followUpDue", "followUpLate"] as const;
export type FindingNews = (typeof findingNews)[number];
export type FindingTold = { readonly news: FindingNews; readonly request: string; readonly paper: string; readonly finding: number; readonly day: string; readonly link: string; readonly asked: "desk" | "organisation" };

/** The mail about a finding: which it is, by when, and where it stands; what was found is read there. */
export function findingLetter({ news, request, paper, finding, day, link, asked }: FindingTold, { name, language, t, format }: Reader): Letter {
  const values = { request, paper, finding: String(finding), day: format.date(day), asked };
  const rows = [[t("mail.finding.about"), request], [t("mail.finding.paper"), `${paper} / ${finding}`], ...(news === "replied" ? [] : [[t(`mail.finding.by.${news.startsWith("followUp") ? "followUp" : "asked"}`), format.date(day)]])] as const;
  return letter(language, t(`mail.finding.subject.${news}`, values), [
    t("mail.greeting", { name }),
    t(`mail.finding.lead.${news}`, values),
    { rows: rows.map(([label = "", value = ""]) => [label, value] as const) },
    { words: t("mail.finding.open"), link },
    t(`mail.finding.because.${news === "replied" ? "auditor" : asked}`),
  ]);
}
