import { More } from "@/app/_ui/panel";
import { RequirementList } from "@/app/_ui/requirement-list";
import { Tag } from "@/app/_ui/tag";
import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import { dues } from "@/lib/policy/pack";
import { isDueLate, isMet } from "@/lib/request/requirement";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import type { DetailRequirement, RequestDetail } from "@/lib/server/request-detail";
import { sendCommand } from "./actions";
import { CommandForm } from "./command-form";
import { hiddenFields } from "./hidden";
import { requirementName } from "./outcome";
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
  const { language, t, ui, format } = await reader();
  const { today } = moment(realClock);
  const regime = detail.regimes[one.regime];
  const open = may && !isMet(one) && one.type !== "prohibition" && (!detail.permit || detail.permit.status === "valid" || isDueLate(one));
  const state = [
    ui(`requirementStatus.${one.status}`),
    one.reference,
    one.date && format.date(one.date),
    one.validUntil && t("pages.requirements.validUntil", { day: format.date(one.validUntil) }),
    one.status === "open" && regime && regime.time.value > 0 ? t(`pages.time.${regime.time.unit}`, { count: regime.time.value }) : null,
  ];
  return {
    id: one.id,
    tag: one.uncertain && !isMet(one) ? <Tag state="unsure">{ui("needsPerson")}</Tag> : <Tag state={requirementTag[one.status]}>{ui(`requirementStatus.${one.status}`)}</Tag>,
    name: regime?.title[language] ?? requirementName(one.id, language, t),
    authority: regime && [authorities[regime.authority as AuthorityId]?.[language], regime.citations[0]?.text[language]].filter(Boolean).join(" · "),
    state: state.filter(Boolean).join(" · "),
    action: open ? (
      <More summary={t("pages.requirements.record")}>
        <CommandForm
          compact
          action={sendCommand}
          words={{ error: ui("error"), optional: ui("optional") }}
          fields={[
            ...hiddenFields("recordRequirement", detail.id, next),
            { is: "hidden", name: "requirement", value: one.id },
            { is: "select", name: "outcome", label: t("pages.requirements.outcome"), options: (["filed", "granted", "refused"] as const).map((value) => ({ value, label: ui(`requirementStatus.${value}`) })), value: "granted" },
            { is: "text", name: "reference", label: t("pages.requirements.reference"), size: "md" },
            { is: "date", name: "date", label: t("pages.requirements.date"), value: today },
            { is: "date", name: "validUntil", label: t("pages.requirements.until"), optional: true },
          ]}
          submits={[{ label: ui("act.save") }]}
        />
      </More>
    ) : undefined,
  };
}
