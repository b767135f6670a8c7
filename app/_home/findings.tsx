import Link from "next/link";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { findingsAsked } from "@/db/queries/audit-findings";
import type { PersonActor } from "@/lib/access/actor";
import { reader } from "@/lib/server/language";

/** What auditors ask a desk of the reader’s, or an organisation that they administer, until it has replied; what has to be answered first on top. */
export async function FindingsAsked({ actor }: { actor: PersonActor }) {
  const [{ t, format, language }, all] = await Promise.all([reader(), findingsAsked(actor)]);
  const asked = all.filter(({ status }) => status === "asked");
  if (asked.length === 0) return null;
  return (
    <Panel title={t("papers.home")} lit>
      <RowList
        items={asked.map(({ paperId, finding, number, askedNames, desk, organisation, replyBy }) => ({
          id: `${paperId} ${finding}`,
          title: <Link href={`/findings/${paperId}/${finding}`}>{t("papers.finding.title", { finding: String(finding), number })}</Link>,
          detail: format.within(askedNames.name?.[language] ?? desk ?? organisation, askedNames.within?.[language]),
          end: t("papers.replyBy", { day: format.date(replyBy) }),
        }))}
      />
    </Panel>
  );
}
