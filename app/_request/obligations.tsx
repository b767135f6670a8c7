import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { openObligations } from "@/lib/request/obligations";
import { moment, realClock } from "@/lib/server/clock";
import { reader, type Reader } from "@/lib/server/language";
import { obligationName, requirementName } from "@/lib/server/requirement-name";
import type { DetailObligation, RequestDetail } from "@/lib/server/request-detail";
import type { FormField } from "./form-input";
import { fulfilWithPaper } from "./fulfil-action";
import { may } from "./may";
import { RequestForm } from "./request-form";

/** What must still be done after approval, by when and why, with how to say that it is done, or to let it go, for whoever may. */
export async function RequestObligations({ detail, officer }: { detail: RequestDetail; /** The desks of whoever reads. */ officer: readonly string[] }) {
  const { t, language } = await reader();
  const { obligations } = detail;
  if (obligations.length === 0) return null;
  const open = openObligations(obligations);
  return (
    <Panel id="obligations" title={t("obligation.title")} count={t("obligation.count", { count: open.length })} lit={may(detail, "fulfilObligation") && open.some(({ late }) => late)} padded>
      <ul className="grid gap-5 text-sm">
        {byYears(obligations).map((all) => {
          const [one] = all;
          if (one.year === null) return <li key={one.id}><Owed detail={detail} one={one} officer={officer} title={one.requirement === null ? t(`obligation.kind.${one.kind}`) : <a href="#requirements">{requirementName(one.requirement, language, t)}</a>} /></li>;
          return (
            <li key={one.id}>
              <b className="font-semibold">{t("obligation.yearly", { count: one.year.of })}</b>
              {one.text !== null && <span className="block break-words text-ink-2">{one.text}</span>}
              <ol className="mt-2 grid gap-3 border-s border-line ps-4">
                {all.map((each) => <li key={each.id}><Owed detail={detail} one={{ ...each, text: null }} officer={officer} title={t("obligation.year", { nth: each.year?.nth ?? 1, of: each.year?.of ?? 1 })} /></li>)}
              </ol>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}

/** One thing to be done, how it stands, and the forms about it. */
async function Owed({ detail, one, officer, title }: { detail: RequestDetail; one: DetailObligation; officer: readonly string[]; title: React.ReactNode }) {
  const words = await reader();
  const { t } = words;
  const isDesks = detail.steps.some(({ id, desk }) => id === one.step && officer.includes(desk));
  const isOpen = one.status === "open" && one.requirement === null;
  return (
    <>
      <span className="flex flex-wrap items-start gap-x-3">
        <b className="font-semibold">{title}</b>
        <Tag state={one.late ? "stop" : one.status === "open" ? "moving" : "done"}>{t(`obligation.status.${one.late ? "late" : one.status}`)}</Tag>
      </span>
      {one.text !== null && <span className="block break-words text-ink-2">{one.text}</span>}
      <span className="block text-ink-2">{whenSaid(one, detail, words)}</span>
      {isOpen && (
        <div data-screen>
          {may(detail, "fulfilObligation") && hasBegun(one) && <RequestForm request={detail.id} command="fulfilObligation" action={fulfilWithPaper} folded={{ within: true, summary: t("obligation.form.fulfil") }} fields={fulfilFields(one, detail, words)} label={t("obligation.form.fulfil")} look="first" />}
          {may(detail, "waiveObligation") && isDesks && <RequestForm request={detail.id} command="waiveObligation" folded={{ within: true, summary: t("obligation.form.waive") }} fields={[{ is: "hidden", name: "obligation", value: one.id }, { is: "area", name: "reason", label: t("pages.end.reason"), rows: 2 }]} label={t("obligation.form.waive")} />}
        </div>
      )}
    </>
  );
}

/** What stays open when a request is closed, as a sentence; undefined where nothing does. */
export function staysOpen({ obligations, movements }: Pick<RequestDetail, "obligations" | "movements">, { t, language, format }: Reader): string | undefined {
  // What was to follow a crossing goes with the permit where nothing crossed.
  const open = openObligations(obligations).filter(({ due }) => due !== null || movements.some(({ direction }) => direction === "out"));
  if (open.length === 0) return undefined;
  return t("obligation.staysOpen", { what: format.series(open.map((one) => format.joined([obligationName(one, { t, language }), one.due && t("obligation.by", { day: format.shortDate(one.due) })]))) });
}

/** The years of one attestation stand together, every other obligation by itself. */
function byYears(obligations: readonly DetailObligation[]): [DetailObligation, ...DetailObligation[]][] {
  const groups: [DetailObligation, ...DetailObligation[]][] = [];
  for (const one of obligations) {
    if (one.year !== null && one.year.nth > 1) groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

function hasBegun({ year }: DetailObligation): boolean {
  return year === null || (year.begins !== null && year.begins <= moment(realClock).today);
}

function fulfilFields({ id, proof }: DetailObligation, { documents }: RequestDetail, { t }: Reader): FormField[] {
  const { today } = moment(realClock);
  return [
    { is: "hidden", name: "obligation", value: id },
    { is: "date", name: "date", label: t("obligation.form.date"), value: today },
    ...(documents.length > 0 ? [{ is: "select", name: "document", label: t("obligation.form.document"), hint: t(proof ? "obligation.form.proof" : "obligation.form.evidence"), options: documents.map((one) => ({ value: one.id, label: one.name })), empty: t("obligation.form.none"), optional: true } as const] : []),
    { is: "file", name: "file", label: t("obligation.form.file"), hint: t("pages.papers.hint"), optional: !proof || documents.length > 0 },
    { is: "text", name: "reference", label: t("obligation.form.reference"), size: "md", optional: true },
  ];
}

function whenSaid(one: DetailObligation, { documents, names }: RequestDetail, { t, format }: Reader): string {
  const { due, late, kind, status, settled, year } = one;
  if (settled !== null) {
    const who = settled.person === null ? t("pages.story.system") : (names.people[settled.person] ?? t("pages.story.somebody"));
    const paper = documents.find(({ id }) => id === settled.document)?.name;
    return settled.as === "waived" ? t("obligation.waived", { who, day: format.date(settled.at), reason: settled.reason ?? "" }) : t("obligation.fulfilled", { who, day: format.date(settled.date ?? settled.at), evidence: format.joined([paper, settled.reference]) });
  }
  if (due === null) return t(status === "open" ? "obligation.dayOpen" : "obligation.noDay");
  const by = t(kind === "keepPapers" ? "obligation.until" : late ? "obligation.was" : "obligation.by", { day: format.date(due) });
  if (hasBegun(one) || year === null) return by;
  return format.joined([by, year.begins === null ? t("obligation.yearLater") : t("obligation.yearFrom", { day: format.date(year.begins) })]);
}
