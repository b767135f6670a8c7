import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { openObligations } from "@/lib/request/obligations";
import { moment, realClock } from "@/lib/server/clock";
import { reader, type Reader } from "@/lib/server/language";
import { requirementName } from "@/lib/server/requirement-name";
import type { DetailObligation, RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { RequestForm } from "./request-form";

/** What must still be done after approval, by when and why, with how to say that it is done, or to let it go, for whoever may. */
export async function RequestObligations({ detail, officer }: { detail: RequestDetail; /** The desks of whoever reads. */ officer: readonly string[] }) {
  const words = await reader();
  const { t, language } = words;
  const { obligations } = detail;
  if (obligations.length === 0) return null;
  const may = (command: string) => detail.allowed.some((one) => one.command === command && one.allowed);
  const open = openObligations(obligations);
  const mine = (one: DetailObligation) => detail.steps.some(({ id, desk }) => id === one.step && officer.includes(desk));
  return (
    <Panel id="obligations" title={t("obligation.title")} count={t("obligation.count", { count: open.length })} lit={may("fulfilObligation") && open.some(({ late }) => late)} padded>
      <ul className="grid gap-3 text-sm">
        {obligations.map((one) => (
          <li key={one.id}>
            <span className="flex flex-wrap items-start gap-x-3">
              <b className="font-semibold">{one.requirement === null ? t(`obligation.kind.${one.kind}`) : <a href="#requirements">{requirementName(one.requirement, language, t)}</a>}</b>
              <Tag state={one.late ? "stop" : one.status === "open" ? "moving" : "done"}>{t(`obligation.status.${one.late ? "late" : one.status}`)}</Tag>
            </span>
            {one.text !== null && <span className="block break-words text-ink-2">{one.text}</span>}
            <span className="block text-ink-2">{whenSaid(one, detail, words)}</span>
            {one.status === "open" && one.requirement === null && (
              <div data-screen>
                {may("fulfilObligation") && <RequestForm request={detail.id} command="fulfilObligation" folded={{ within: true, summary: t("obligation.form.fulfil") }} fields={fulfilFields(one, detail, words)} label={t("obligation.form.fulfil")} look="first" />}
                {may("waiveObligation") && mine(one) && <RequestForm request={detail.id} command="waiveObligation" folded={{ within: true, summary: t("obligation.form.waive") }} fields={[{ is: "hidden", name: "obligation", value: one.id }, { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 }]} label={t("obligation.form.waive")} />}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What stays open when a request is closed, as a sentence; undefined where nothing does. */
export function staysOpen({ obligations }: Pick<RequestDetail, "obligations">, { t, language, format }: Reader): string | undefined {
  const open = openObligations(obligations);
  if (open.length === 0) return undefined;
  return t("obligation.staysOpen", { what: format.series(open.map((one) => format.joined([one.requirement === null ? t(`obligation.kind.${one.kind}`) : requirementName(one.requirement, language, t), one.due && t("obligation.by", { day: format.shortDate(one.due) })]))) });
}

function fulfilFields({ id, proof }: DetailObligation, { documents }: RequestDetail, { t }: Reader): FormField[] {
  const { today } = moment(realClock);
  return [
    { is: "hidden", name: "obligation", value: id },
    { is: "date", name: "date", label: t("obligation.form.date"), value: today },
    { is: "select", name: "document", label: t("obligation.form.document"), hint: t(proof ? "obligation.form.proof" : "obligation.form.evidence"), options: documents.map((one) => ({ value: one.id, label: one.name })), empty: t("obligation.form.none"), optional: !proof },
    { is: "text", name: "reference", label: t("obligation.form.reference"), size: "md", optional: true },
  ];
}

function whenSaid({ due, late, kind, status, settled }: DetailObligation, { documents, names }: RequestDetail, { t, format }: Reader): string {
  if (settled !== null) {
    const who = settled.person === null ? t("pages.story.system") : (names.people[settled.person] ?? t("pages.story.somebody"));
    const paper = documents.find(({ id }) => id === settled.document)?.name;
    return settled.as === "waived" ? t("obligation.waived", { who, day: format.date(settled.at), reason: settled.reason ?? "" }) : t("obligation.fulfilled", { who, day: format.date(settled.date ?? settled.at), evidence: format.joined([paper, settled.reference]) });
  }
  if (due === null) return t(status === "open" ? "obligation.dayOpen" : "obligation.noDay");
  return t(kind === "keepPapers" ? "obligation.until" : late ? "obligation.was" : "obligation.by", { day: format.date(due) });
}
