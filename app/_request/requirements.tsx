import { RequirementList } from "@/app/_ui/requirement-list";
import { Tag } from "@/app/_ui/tag";
import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import { dues } from "@/lib/policy/pack";
import { dayOf } from "@/lib/calendar/day";
import { filingOf } from "@/lib/request/agenda";
import { answerDay, answerUnpublished, obligationDay, obligationUnpublished } from "@/lib/request/filing";
import { isDueLate, isMet, programmeConfirmed } from "@/lib/request/requirement";
import { moment, realClock } from "@/lib/server/clock";
import { reader, type Reader } from "@/lib/server/language";
import type { DetailRequirement, RequestDetail } from "@/lib/server/request-detail";
import { RequestForm } from "./request-form";
import { requirementName } from "./outcome";
import { withProvisional } from "./provisional";
import { requirementTag } from "./words";

/** What the rules ask for, by when it is due; where the reader may, with a form that records how it stands. */
export async function Requirements({ detail, next, only }: { detail: RequestDetail; next: string; only?: (requirement: DetailRequirement) => boolean }) {
  const { t, ui } = await reader();
  const may = detail.allowed.some(({ command, allowed }) => command === "recordRequirement" && allowed);
  const groups = dues
    .map((due) => ({ due, items: detail.requirements.filter((one) => one.due === due && (!only || only(one))) }))
    .filter(({ items }) => items.length > 0)
    .map(async ({ due, items }) => ({
      title: ui(`due.${due}`),
      count: t("pages.requirements.inPlace", { met: items.filter(isMet).length, all: items.length }),
      items: await Promise.all(items.map((one) => describe({ one, detail, next, may }))),
    }));
  return <RequirementList groups={await Promise.all(groups)} />;
}

async function describe({ one, detail, next, may }: { one: DetailRequirement; detail: RequestDetail; next: string; may: boolean }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  const { today } = moment(realClock);
  const regime = detail.regimes[one.regime];
  const crossing = String(detail.facts.date ?? "");
  const open = may && !isMet(one) && one.type !== "prohibition" && (!detail.permit || detail.permit.status === "valid" || isDueLate(one));
  const isUnsure = one.uncertain && !isMet(one);
  const state = [
    // The tag says it, unless it has something more urgent to say.
    isUnsure && ui(`requirementStatus.${one.status}`),
    one.reference,
    one.date && format.date(one.date),
    one.validUntil && t("pages.requirements.validUntil", { day: format.date(one.validUntil) }),
    one.status === "open" && regime && regime.time.value > 0 ? t(`pages.time.${regime.time.unit}`, { count: regime.time.value }) : null,
    expected(one, detail, today, words),
  ];
  const { earliest } = mustFile(one, detail) ? filingOf(regime, crossing, today) : { earliest: null };
  return {
    id: one.id,
    tag: isUnsure ? <Tag state="unsure">{ui("needsPerson")}</Tag> : <Tag state={requirementTag[one.status]}>{ui(`requirementStatus.${one.status}`)}</Tag>,
    name: (programmeConfirmed(one.id) === null && regime?.title[language]) || requirementName(one.id, language, t),
    authority: regime && [authorities[regime.authority as AuthorityId]?.[language], regime.citations[0]?.text[language]].filter(Boolean).join(" · "),
    state: state.filter(Boolean).join(" · "),
    late: earliest === null || !regime ? undefined : withProvisional(t("case.late", { crossing: format.nearDate(crossing), earliest: format.nearDate(earliest) }), answerUnpublished(regime, today, earliest), words),
    action: open ? (
      <RequestForm
        request={detail.id}
        command="recordRequirement"
        next={next}
        folded={{ within: true, summary: t("pages.requirements.record") }}
        fields={[
          { is: "hidden", name: "requirement", value: one.id },
          { is: "select", name: "outcome", label: t("pages.requirements.outcome"), options: (["filed", "granted", "refused"] as const).map((value) => ({ value, label: ui(`requirementStatus.${value}`) })), value: "granted" },
          { is: "text", name: "reference", label: t("pages.requirements.reference"), size: "md" },
          { is: "date", name: "date", label: t("pages.requirements.date"), value: today },
          { is: "date", name: "validUntil", label: t("pages.requirements.until"), optional: true },
        ]}
        label={ui("act.save")}
      />
    ) : undefined,
  };
}

/** Still to be filed, so that the answer is there before the crossing. */
function mustFile(one: DetailRequirement, { status, facts }: RequestDetail): boolean {
  const running = status === "draft" || status === "submitted" || status === "in-review" || status === "returned" || status === "approved" || status === "permitted";
  return running && typeof facts.date === "string" && one.status === "open" && one.type !== "prohibition" && one.due !== "at-crossing" && one.due !== "after-crossing";
}

/** The day that matters next: the last one for filing, the one on which an answer usually comes, or the one until which the law gives time. */
function expected(one: DetailRequirement, detail: RequestDetail, today: string, words: Reader): string | null {
  const { t, format } = words;
  const regime = detail.regimes[one.regime];
  if (!regime) return null;
  if (mustFile(one, detail)) {
    const crossing = String(detail.facts.date);
    const { by, earliest } = filingOf(regime, crossing, today);
    return by !== null && earliest === null ? withProvisional(t("case.fileBy", { day: format.nearDate(by) }), answerUnpublished(regime, by, crossing), words) : null;
  }
  if (one.status === "filed" && one.date && !isMet(one)) {
    const answer = answerDay(regime, one.date);
    return answer && withProvisional(t("case.answerBy", { day: format.nearDate(answer) }), answerUnpublished(regime, one.date, answer), words);
  }
  const crossed = detail.movements.find(({ direction }) => direction === "out")?.at;
  const by = one.due === "after-crossing" && !isMet(one) && crossed ? obligationDay(regime, dayOf(crossed)) : null;
  return by && crossed ? withProvisional(t("case.obligationBy", { day: format.nearDate(by) }), obligationUnpublished(regime, dayOf(crossed), by), words) : null;
}
