import { RowList } from "@/app/_ui/row-list";
import { Tag, type TagState } from "@/app/_ui/tag";
import type { PaperPart } from "@/db/queries/paper-part";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import type { FindingStatus } from "@/lib/working-paper/state";
import { askedName } from "./asked-name";

export const findingTag = { asked: "moving", replied: "yours", closed: "done" } as const satisfies Record<FindingStatus, TagState>;

/** The findings on this page of a paper, each with how it stands; from one the way leads back to `place`. */
export async function FindingRows({ part: { paper, numbers }, place }: { part: PaperPart; place: string }) {
  const [actor, { t, format, language }] = await Promise.all([requireActor(), reader()]);
  const asked = await askedName(actor, paper.findings, language);
  return (
    <RowList
      items={paper.findings.map(({ finding, request, text, severity, status, desk, organisation, replyBy }) => ({
        id: String(finding),
        title: <a href={`/findings/${paper.id}/${finding}${place}`}>{`${finding}. ${text === null ? t("papers.erased") : text.length > 160 ? `${text.slice(0, 160)}…` : text}`}</a>,
        detail: <><span className="font-mono">{numbers[request]}</span> · {t(`papers.severity.${severity}`)} · {asked({ desk, organisation })}{status === "asked" && <> · {t("papers.replyBy", { day: format.date(replyBy) })}</>}</>,
        end: <Tag state={findingTag[status]}>{t(`papers.findingStatus.${status}`)}</Tag>,
      }))}
    />
  );
}
