import { RequirementList } from "@/app/_ui/requirement-list";
import { Tag } from "@/app/_ui/tag";
import { authorities, type AuthorityId } from "@/lib/policy/authorities";
import { dues } from "@/lib/policy/pack";
import { grantsOffered, type ShownAccount } from "@/db/queries/accounts";
import { isUnlimited } from "@/lib/account/standing-grant";
import { requireActor } from "@/lib/server/session";
import { quantityWords } from "@/lib/server/quantity-words";
import { hasForm, kindDefinition } from "@/lib/kind/registry";
import { dayOf } from "@/lib/calendar/day";
import { filingOf } from "@/lib/request/agenda";
import { answerDay, answerUnpublished, obligationDay, obligationUnpublished } from "@/lib/request/filing";
import { hasExpired, isDueLate, isMet, moverOf, programmeConfirmed } from "@/lib/request/requirement";
import { moment, realClock } from "@/lib/server/clock";
import { reader, type Reader } from "@/lib/server/language";
import type { DetailRequirement, RequestDetail } from "@/lib/server/request-detail";
import { RequestForm } from "./request-form";
import { requirementName } from "@/lib/server/requirement-name";
import { withProvisional } from "./provisional";
import { requirementTag } from "./words";

/** What the rules ask for, by when it is due; where the reader may, with a form that records how it stands. */
export async function Requirements({ detail, next, only }: { detail: RequestDetail; next: string; only?: (requirement: DetailRequirement) => boolean }) {
  const { t, ui } = await reader();
  const { today } = moment(realClock);
  const may = detail.allowed.some(({ command, allowed }) => command === "recordRequirement" && allowed);
  const links = detail.allowed.some(({ command, allowed }) => command === "linkGrant" && allowed);
  const grants = links ? await grantsOffered(await requireActor(), detail.home, detail.requirements.map(({ regime }) => regime)) : [];
  const groups = dues
    .map((due) => ({ due, items: detail.requirements.filter((one) => one.due === due && (!only || only(one))) }))
    .filter(({ items }) => items.length > 0)
    .map(async ({ due, items }) => ({
      title: ui(`due.${due}`),
      count: t("pages.requirements.inPlace", { met: items.filter((one) => isMet(one, today)).length, all: items.length }),
      items: await Promise.all(items.map((one) => describe({ one, detail, next, may, grants }))),
    }));
  return <RequirementList groups={await Promise.all(groups)} />;
}

async function describe({ one, detail, next, may, grants }: { one: DetailRequirement; detail: RequestDetail; next: string; may: boolean; grants: readonly ShownAccount[] }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  const { today } = moment(realClock);
  const regime = detail.regimes[one.regime];
  const units = hasForm(detail.kind) ? kindDefinition(detail.kind).units : [];
  const crossing = String(detail.facts.date ?? "");
  const isHere = isMet(one, today);
  const isExpired = hasExpired(one, today);
  const open = may && one.status !== "waived" && one.type !== "prohibition" && (!detail.permit || detail.permit.status === "valid" || isDueLate(one));
  const isUnsure = one.uncertain && !isHere;
  const state = [
    // The tag says it, unless it has something more urgent to say.
    isUnsure && ui(`requirementStatus.${one.status}`),
    one.reference,
    one.date && format.date(one.date),
    isExpired && one.validUntil ? t("pages.requirements.expiredOn", { day: format.date(one.validUntil) }) : validity(one, words),
    one.limit && t("pages.requirements.isFor", { amount: quantityWords(one.limit, words) }),
    one.paper && detail.documents.find(({ id }) => id === one.paper)?.name,
    one.waivedBy && t("pages.requirements.replacedBy", { programme: detail.regimes[one.waivedBy]?.title[language] ?? requirementName(one.waivedBy, language, t) }),
    !isHere && one.type !== "prohibition" && t(`pages.requirements.mover.${moverOf(one, today)}`),
    one.status === "open" && regime && regime.time.value > 0 ? t(`pages.time.${regime.time.unit}`, { count: regime.time.value }) : null,
    expected(one, detail, today, words),
  ];
  const { earliest } = mustFile(one, detail) ? filingOf(regime, crossing, today) : { earliest: null };
  return {
    id: one.id,
    tag: isUnsure ? <Tag state="unsure">{ui("needsPerson")}</Tag> : isExpired ? <Tag state="stop">{ui("requirementStatus.expired")}</Tag> : <Tag state={requirementTag[one.status]}>{ui(`requirementStatus.${one.status}`)}</Tag>,
    name: (programmeConfirmed(one.id) === null && regime?.title[language]) || requirementName(one.id, language, t),
    authority: regime && [authorities[regime.authority as AuthorityId]?.[language], regime.citations[0]?.text[language]].filter(Boolean).join(" · "),
    state: (
      <>
        {state.filter(Boolean).join(" · ")}
        {one.question && <span className="block whitespace-pre-line">{t("pages.requirements.asks", { question: one.question })}</span>}
        {one.reason && <span className="block whitespace-pre-line">{t("pages.requirements.because", { reason: one.reason })}</span>}
        {(one.earlier ?? []).toReversed().map((grant) => <span key={grant.entry ?? grant.date} className="block text-xs text-ink-3">{t("pages.requirements.before", { grant: format.joined([grant.reference, grant.date && format.date(grant.date), validity(grant, words)]) })}</span>)}
      </>
    ),
    late: earliest === null || !regime ? undefined : withProvisional(t("case.late", { crossing: format.nearDate(crossing), earliest: format.nearDate(earliest) }), answerUnpublished(regime, today, earliest), words),
    action: open ? (
      <>
      {grants.filter(({ grant }) => grant?.regime === one.regime && !(grant.validUntil && grant.validUntil < today)).map((offered) => <GrantForm key={`${offered.quota} ${offered.year}`} offered={offered} one={one} detail={detail} next={next} />)}
      <RequestForm
        request={detail.id}
        command="recordRequirement"
        next={next}
        folded={{ within: true, summary: t(isHere && one.status === "granted" ? "pages.requirements.again" : "pages.requirements.record") }}
        fields={[
          { is: "hidden", name: "requirement", value: one.id },
          { is: "select", name: "outcome", label: t("pages.requirements.outcome"), options: outcomes(one, today).map((value) => ({ value, label: ui(`requirementStatus.${value}`) })), value: "granted" },
          { is: "area", name: "question", label: t("pages.requirements.question"), at: ["queried"] },
          { is: "area", name: "reason", label: t("pages.requirements.reason"), optional: true, at: ["refused"] },
          { is: "text", name: "reference", label: t("pages.requirements.reference"), size: "md" },
          { is: "date", name: "date", label: t("pages.requirements.date"), value: today },
          { is: "date", name: "validFrom", label: t("pages.requirements.from"), optional: true, at: ["granted"] },
          { is: "date", name: "validUntil", label: t("pages.requirements.until"), optional: true, at: ["filed", "granted"] },
          { is: "amount", name: "limit.value", label: t("pages.requirements.amount"), optional: true, at: ["granted"], unit: { name: "limit.unit", label: t("pages.requirements.unit"), chosen: "", options: [{ value: "", label: t("pages.requirements.noUnit") }, ...units.map((value) => ({ value, label: t(`facts.units.${value}.name`) }))] } },
          ...(detail.documents.length === 0 ? [] : [{ is: "select", name: "paper", label: t("pages.requirements.paper"), optional: true, empty: t("pages.requirements.noPaper"), options: detail.documents.map(({ id, name }) => ({ value: id, label: name })) } as const]),
        ]}
        label={ui("act.save")}
      />
      </>
    ) : undefined,
  };
}

/** Rests the requirement on a standing grant, unless it does already. */
async function GrantForm({ offered, one, detail, next }: { offered: ShownAccount; one: DetailRequirement; detail: RequestDetail; next: string }) {
  const { t, format } = await reader();
  const { organisation, quota, year, grant } = offered;
  if (!grant || (one.grant?.quota === quota && one.grant.year === year && one.validUntil === (grant.validUntil ?? null))) return null;
  const left = isUnlimited(offered) ? t("grants.noLimit") : quantityWords({ value: offered.left, unit: offered.unit }, { t, format });
  return (
    <div className="mb-2">
      <p className="mb-1"><a href="/grants">{grant.validUntil ? t("grants.offered", { number: grant.number, left, day: format.date(grant.validUntil) }) : t("grants.offeredOpen", { number: grant.number, left })}</a></p>
      <RequestForm
        request={detail.id}
        command="linkGrant"
        next={next}
        fields={[{ is: "hidden", name: "requirement", value: one.id }, { is: "hidden", name: "organisation", value: organisation }, { is: "hidden", name: "quota", value: quota }, { is: "hidden", name: "year", value: String(year) }]}
        label={t("grants.restOn", { number: grant.number })}
      />
    </div>
  );
}

/** What can be recorded: a query of what is with the authority; of what holds, only that it was granted anew or taken back. */
function outcomes(one: DetailRequirement, today: string): ("filed" | "queried" | "granted" | "refused")[] {
  if (one.status === "granted" && !hasExpired(one, today)) return ["granted", "refused"];
  return ["filed", ...((one.status === "filed" || one.status === "queried") && !hasExpired(one, today) ? (["queried"] as const) : []), "granted", "refused"];
}

function validity({ validFrom, validUntil }: Pick<DetailRequirement, "validFrom" | "validUntil">, { t, format }: Reader): string | null {
  if (validUntil === null) return null;
  return validFrom === undefined ? t("pages.requirements.validUntil", { day: format.date(validUntil) }) : t("pages.requirements.validity", { from: format.date(validFrom), to: format.date(validUntil) });
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
  if (one.status === "filed" && one.date && !isMet(one, today)) {
    const answer = answerDay(regime, one.date);
    return answer && withProvisional(t("case.answerBy", { day: format.nearDate(answer) }), answerUnpublished(regime, one.date, answer), words);
  }
  const crossed = detail.movements.find(({ direction }) => direction === "out")?.at;
  const by = one.due === "after-crossing" && !isMet(one, today) && crossed ? obligationDay(regime, dayOf(crossed)) : null;
  return by && crossed ? withProvisional(t("case.obligationBy", { day: format.nearDate(by) }), obligationUnpublished(regime, dayOf(crossed), by), words) : null;
}
