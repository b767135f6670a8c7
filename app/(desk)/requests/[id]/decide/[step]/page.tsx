import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Button, ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DecisionBar } from "@/app/_ui/decision-bar";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { AmendmentPanel } from "@/app/_request/amendment-panel";
import { Answers } from "@/app/_request/answers";
import { caseDetail } from "@/app/_request/case-detail";
import { caseTitle } from "@/app/_request/case-title";
import { Changes } from "@/app/_request/changes";
import { Corridor } from "@/app/_request/corridor";
import { decidedBy } from "@/app/_request/decided-by";
import { decisive, mayDecide } from "@/app/_request/decisive";
import { StepForms } from "@/app/_request/later-forms";
import { ExtendForm } from "@/app/_request/extend-form";
import { HandsPanel } from "@/app/_request/hands-panel";
import { Findings } from "@/app/_request/findings";
import { Frame } from "@/app/_request/frame";
import { LateObligations } from "@/app/_request/late-obligations";
import { SinceBegun } from "@/app/_request/since-begun";
import { Papers } from "@/app/_request/papers";
import { StepClock } from "@/app/_request/step-clock";
import { StepTag } from "@/app/_request/step-tag";
import { refusalSentence } from "@/app/_request/outcome";
import { requirementName } from "@/lib/server/requirement-name";
import { QuotaPanel } from "@/app/_request/quota-panel";
import { Talk } from "@/app/_request/talk";
import { VotePanel } from "@/app/_request/vote-panel";
import { candidateFor } from "@/lib/access/candidate";
import type { Refusal } from "@/lib/request/refusal";
import { gateOf, hasExpired, isMet, moverOf } from "@/lib/request/requirement";
import { waitRefusals } from "@/lib/request/waits";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import type { DetailRequirement, DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { requireActor } from "@/lib/server/session";
import { approveForm, Decisions, isOver, labels, worded } from "./decisions";

type Params = { params: Promise<{ id: string; step: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const [{ t }, { id }] = await Promise.all([reader(), params]);
  return caseTitle(id, "title", t("pages.decide.title"));
}

/** A case on one page for whoever decides a step of it: what blocks what, what the rules say, what others decided, and the decision. */
export default async function DecidePage({ params }: Params) {
  const [words, { id, step: stepId }] = await Promise.all([reader(), params]);
  const { language, t, ui, format } = words;
  const detail = await caseDetail(id);
  const step = detail?.steps.find((one) => one.id === stepId);
  if (!detail || !step) notFound();
  const here = `/requests/${id}/decide/${stepId}`;
  const mine = mayDecide(detail, step)?.allowed ?? false;
  return (
    <Frame width="desk" bar={<Bar detail={detail} step={step} />}>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="desk" href="/inbox">{step.deskNames?.[language] ?? t("pages.inbox.title")}</a>, <a key="number" href={`/requests/${id}`} className="font-mono">{detail.number}</a>, ui(`kind.${detail.kind}`)]}
        tag={mine ? <Tag state="yours">{step.dueOn ? ui("yourMoveDue", { due: t("pages.due", { day: format.date(step.dueOn) }) }) : ui("yourMove")}</Tag> : <StepTag step={step} words={words} />}
        lead={<>{step.name[language]}{step.time && <StepClock state={step.time} places={step.clock?.calendars ?? []} words={words} today={moment(realClock).today} />}</>}
      />
      <SinceBegun detail={detail} />
      <LateObligations detail={detail} />
      <div className="grid gap-6">
        <Corridor detail={detail} />
        <AmendmentPanel detail={detail} />
        <Changes detail={detail} />
        <Columns shape="three">
          <Panel title={t("pages.answers")} count={t("pages.version", { version: detail.version })} padded><Answers detail={detail} onlyAnswered /></Panel>
          <Stack>
            <Panel title={t("pages.blocks.title")}><Blocks detail={detail} step={step} /></Panel>
            <QuotaPanel step={step} />
            <Findings detail={detail} />
          </Stack>
          <Stack>
            <Panel title={t("pages.others.title")} count={t("pages.others.count", { done: detail.steps.filter((one) => one.status === "done" && one.outcome !== "returned").length, all: detail.steps.length })} padded><Others detail={detail} current={stepId} /></Panel>
            <Panel title={t("pages.papers.title")} count={String(detail.documents.length)} padded><Papers detail={detail} next={here} /></Panel>
            <Panel title={t("pages.talk.title")} padded><Talk detail={detail} next={here} isOfficer /></Panel>
          </Stack>
        </Columns>
        <HandsPanel detail={detail} step={step} />
        <VotePanel detail={detail} step={step} />
        <Decisions detail={detail} step={step} />
        <StepForms detail={detail} step={step} />
        <ExtendForm detail={detail} step={step} />
      </div>
    </Frame>
  );
}

/** Stays in sight while one reads: as whom one decides, what is in the way, and the decisions. */
async function Bar({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const { language, t } = words;
  const approve = mayDecide(detail, step);
  if (!approve) return null;
  const away = candidateFor(step, actor).actsFor;
  return (
    <DecisionBar label={t("pages.decide.title")} as={away === null ? t("pages.decide.as", { as: step.as[language] }) : t("pages.decide.asInPlaceOf", { as: step.as[language], for: detail.names.people[away] ?? "" })} state={approve.allowed ? t("pages.blocks.nothing") : words.format.sentences(approve.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)))} blocked={!approve.allowed && !isAside(approve.reasons)}>
      {approve.allowed && (
        <>
          {decisive(step) === "decideAppeal" ? <ButtonLink plain href="#decideAppeal" look="first">{t("after.forms.decideAppeal")}</ButtonLink> : step.vote ? <ButtonLink plain href="#vote" look="first">{t(step.standing?.outcome === "tied" ? "pages.vote.giveCasting" : "pages.vote.give")}</ButtonLink> : <Button form={approveForm} look="first">{t("pages.decide.approve", { as: step.as[language] })}</Button>}
          {worded.filter((command) => detail.allowed.some((one) => one.command === command && one.step === step.id && one.allowed)).map((command) => <ButtonLink key={command} plain href={`#${command}`} look={command === "reject" ? "danger" : "plain"}>{t(`pages.decide.${labels[command]}`)}</ButtonLink>)}
        </>
      )}
    </DecisionBar>
  );
}

/** Your decision, the permit, the crossing: for each everything that is in its way, and how that stands. */
async function Blocks({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  // Of a step that is not open nothing is offered, so nothing is refused either.
  const own: readonly Refusal[] = mayDecide(detail, step)?.reasons ?? (step.status === "open" ? [] : [{ code: "stepNotOpen", params: { step: step.id, status: step.status } }]);
  const { today } = moment(realClock);
  const standing = (one: DetailRequirement) => format.aside(requirementName(one.id, language, t), format.joined([ui(`requirementStatus.${hasExpired(one, today) ? "expired" : one.status}`), one.date && format.nearDate(one.date), one.uncertain && ui("needsPerson"), t(`pages.requirements.mover.${moverOf(one, today)}`)]));
  const shut = (gate: "permit" | "crossing") => detail.requirements.filter((one) => !isMet(one, today) && (gateOf(one) === gate || (gate === "permit" && gateOf(one) === "submission"))).map(standing);
  const otherSteps = detail.steps.filter((one) => one.id !== step.id && (one.status === "open" || one.status === "waiting")).map((one) => t("case.stepWaits", { step: one.name[language] }));
  const rows = [
    ...(isOver(step) ? [] : [{ id: "decision", title: t("pages.blocks.decision"), blocks: own.map((reason) => refusalSentence(reason, words, detail.names.steps)), clear: t("case.mayDecide"), state: isAside(own) ? ("rest" as const) : ("stop" as const) }]),
    { id: "permit", title: t("pages.blocks.permit"), blocks: [...otherSteps, ...shut("permit"), ...waitRefusals(detail.waits).map((reason) => refusalSentence(reason, words, detail.names.steps))], clear: t("case.permitFollows"), state: "moving" as const },
    { id: "crossing", title: t("case.crossing"), blocks: shut("crossing"), clear: t("case.crossingClear"), state: "rest" as const },
  ];
  return (
    <ul>
      {rows.map(({ id, title, blocks, clear, state }) => (
        <li key={id} className="grid grid-cols-[minmax(0,1fr)] gap-x-4 gap-y-1 border-t border-line px-4 py-3 text-sm first:border-t-0 sm:grid-cols-[8.5rem_minmax(0,1fr)] sm:px-5">
          <span><Tag state={blocks.length === 0 ? "done" : state}>{id === "decision" && state === "rest" ? t("pages.blocks.notYours") : ui(blocks.length === 0 ? "clear" : "waits")}</Tag></span>
          <div>
            <h3 className="text-md font-semibold">{title}</h3>
            {blocks.length === 0 ? <p className="text-ink-2">{clear}</p> : <ul className="list-disc ps-5 text-ink-2">{blocks.map((words) => <li key={words}>{words}</li>)}</ul>}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Whoever has done their part, stands aside, or leaves the casting vote to the head, is kept from nothing. */
function isAside(against: readonly Refusal[]): boolean {
  return against.length > 0 && against.every(({ code }) => code === "votedAlready" || code === "tieForHead" || code === "decidedAlready" || code === "recused");
}

async function Others({ detail, current }: { detail: RequestDetail; current: string }) {
  const words = await reader();
  const { language, t, ui, format } = words;
  return (
    <ul className="grid gap-3">
      {detail.steps.map((step) => {
        const last = step.decisions.at(-1);
        return (
          <li key={step.id} aria-current={step.id === current ? "step" : undefined}>
            <span className="flex items-start justify-between gap-2"><span className="font-medium">{step.name[language]}</span><StepTag step={step} words={words} /></span>
            <span className="block text-xs text-ink-3">{[ui(`side.${step.side}`), last && decidedBy(last, detail.names, words), last && format.date(last.at), last && step.stands !== null && t("after.stands.note", { day: format.date(last.at), round: step.round })].filter(Boolean).join(" · ")}</span>
            {step.conditions.map((text, at) => <span key={at} className="block text-sm">{format.pair(t("pages.others.condition"), text)}</span>)}
          </li>
        );
      })}
    </ul>
  );
}
