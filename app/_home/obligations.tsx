import { EmptyState } from "@/app/_ui/empty-state";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { obligationName } from "@/lib/server/requirement-name";
import type { Owed } from "@/lib/request/agenda";
import { rulesReader } from "@/lib/server/rules-in-force";

/** What is still owed under permits and after them, late ones first. */
export async function Obligations({ obligations }: { obligations: readonly Owed[] }) {
  const { language, t, ui, format, rules } = await rulesReader();
  return (
    <Panel title={t("home.obligations.title")} count={obligations.some(({ late }) => late) ? t("home.obligations.lateFirst") : undefined} padded={obligations.length === 0}>
      {obligations.length === 0 ? <EmptyState>{t("home.obligations.none")}</EmptyState> : (
        <RowList
          items={obligations.map(({ request, id, kind, requirement, at, by, late }) => ({
            id: `${request.id} ${id}`,
            title: obligationName({ requirement, kind }, { t, language }),
            detail: <><a href={`/requests/${request.id}#${at === "afterwards" ? "obligations" : "requirements"}`}>{request.title || t("pages.untitled")}</a><span className="block">{[by ? t(late ? "home.obligations.was" : kind === "keepPapers" ? "obligation.until" : "home.obligations.by", { day: format.date(by) }) : t(at === "afterwards" ? "home.obligations.open" : "home.obligations.atCrossing"), requirement !== null && rules.regimes.get(requirement)?.citations[0]?.text[language]].filter(Boolean).join(" · ")}</span></>,
            end: late ? <Tag state="stop" drawing="clock-alert">{ui("overdue")}</Tag> : <Tag state="rest">{ui("later")}</Tag>,
          }))}
        />
      )}
    </Panel>
  );
}
