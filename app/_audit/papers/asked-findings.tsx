import Link from "next/link";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { Unbroken } from "@/app/_ui/unbroken";
import type { AskedFinding } from "@/db/queries/audit-findings";
import { reader } from "@/lib/server/language";

/** Findings as those who are asked see them: which, who of them is asked, and until when or how it stands. */
export async function AskedFindings({ items }: { items: readonly AskedFinding[] }) {
  const { t, format, language } = await reader();
  return (
    <RowList
      items={items.map(({ paperId, finding, number, askedNames, desk, organisation, status, replyBy }) => ({
        id: `${paperId} ${finding}`,
        title: <Link href={`/findings/${paperId}/${finding}`}><Unbroken text={t("papers.finding.title", { finding: String(finding), number })} number={number} /></Link>,
        detail: format.within(askedNames.name?.[language] ?? desk ?? organisation, askedNames.within?.[language]),
        end: status === "asked" ? t("papers.replyBy", { day: format.date(replyBy) }) : <Tag state="moving">{t(`papers.findingStatus.${status}`)}</Tag>,
      }))}
    />
  );
}
