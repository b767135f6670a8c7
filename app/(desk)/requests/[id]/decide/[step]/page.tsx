import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ButtonLink } from "@/app/_ui/button";
import { Columns, Stack } from "@/app/_ui/columns";
import { DecisionBar } from "@/app/_ui/decision-bar";
import { PageHead } from "@/app/_ui/page-head";
import { Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { Answers } from "@/app/_request/answers";
import { caseDetail } from "@/app/_request/case-detail";
import { Corridor } from "@/app/_request/corridor";
import { Findings } from "@/app/_request/findings";
import { Frame } from "@/app/_request/frame";
import { SinceBegun } from "@/app/_request/since-begun";
import { Papers } from "@/app/_request/papers";
import { refusalSentence, requirementName } from "@/app/_request/outcome";
import { Talk } from "@/app/_request/talk";
import { gateOf, isMet } from "@/lib/request/requirement";
import { reader } from "@/lib/server/language";
import type { DetailStep, RequestDetail } from "@/lib/server/request-detail";
import { Decisions } from "./decisions";

type Params = { params: Promise<{ id: string; step: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: (await caseDetail((await params).id))?.title };
}

/** A case on one page for whoever decides a step of it: what blocks what, what the rules say, what others decided, and the decision. */
export default async function DecidePage({ params }: Params) {
  const [{ language, t, ui, format }, { id, step: stepId }] = await Promise.all([reader(), params]);
  const detail = await caseDetail(id);
  const step = detail?.steps.find((one) => one.id === stepId);
  if (!detail || !step) notFound();
  const here = `/requests/${id}/decide/${stepId}`;
  const mine = detail.allowed.some((one) => one.command === "approve" && one.step === stepId && one.allowed);
  return (
    <Frame width="desk" bar={<Bar detail={detail} step={step} />}>
      <PageHead
        title={detail.title || t("pages.untitled")}
        crumbs={[<a key="desk" href="/inbox">{step.deskNames?.[language] ?? t("pages.inbox.title")}</a>, <a key="number" href={`/requests/${id}`} className="font-mono">{detail.number}</a>, ui(`kind.${detail.kind}`)]}
        tag={mine ? <Tag state="yours">{step.dueOn ? ui("yourMoveDue", { due: t("pages.due", { day: format.date(step.dueOn) }) }) : ui("yourMove")}</Tag> : <Tag state="rest">{ui(`stepStatus.${step.status}`)}</Tag>}
        lead={step.name[language]}
      />
      <SinceBegun detail={detail} />
      <div className="grid gap-6">
        <Corridor detail={detail} />
        <Columns shape="three">
          <Panel title={t("pages.answers")} count={t("pages.version", { version: detail.version })} padded><Answers detail={detail} onlyAnswered /></Panel>
          <Stack>
            <Panel title={t("pages.blocks.title")} padded><Blocks detail={detail} step={step} /></Panel>
            <Findings detail={detail} />
          </Stack>
          <Stack>
            <Panel title={t("pages.others.title")} count={t("pages.others.count", { done: detail.steps.filter((one) => one.status === "done").length, all: detail.steps.length })} padded><Others detail={detail} current={stepId} /></Panel>
            <Panel title={t("pages.papers.title")} count={String(detail.documents.length)} padded><Papers detail={detail} next={here} /></Panel>
            <Panel title={t("pages.talk.title")} padded><Talk detail={detail} next={here} isOfficer /></Panel>
          </Stack>
        </Columns>
        <Decisions detail={detail} step={step} />
      </div>
    </Frame>
  );
}

/** Stays in sight while one reads: as whom one decides, what is in the way, and the way to the decision. */
async function Bar({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { language, t } = words;
  const approve = detail.allowed.find((one) => one.command === "approve" && one.step === step.id);
  if (!approve) return null;
  return (
    <DecisionBar label={t("pages.decide.title")} as={t("pages.decide.as", { as: step.as[language] })} state={approve.allowed ? t("pages.blocks.nothing") : approve.reasons.map((reason) => refusalSentence(reason, words, detail.names.steps)).join(" ")} blocked={!approve.allowed}>
      {approve.allowed && <ButtonLink href="#decision" look="first" plain>{t("case.toDecision")}</ButtonLink>}
    </DecisionBar>
  );
}

/** Your decision, the permit, the crossing: for each what is in its way. */
async function Blocks({ detail, step }: { detail: RequestDetail; step: DetailStep }) {
  const words = await reader();
  const { language, t, ui } = words;
  const own = detail.allowed.find((one) => one.command === "approve" && one.step === step.id)?.reasons ?? [];
  const waits = detail.blockers.flatMap(({ requirement }) => (requirement ? [requirementName(requirement, language, t)] : []));
  const crossing = detail.requirements.flatMap((one) => (!isMet(one) && gateOf(one) === "crossing" ? [requirementName(one.id, language, t)] : []));
  return (
    <div className="grid gap-4">
      <section>
        <h3 className="flex flex-wrap items-center gap-2 font-medium">{own.length === 0 ? <Tag state="done">{ui("clear")}</Tag> : <Tag state="stop">{ui("waits")}</Tag>} {t("pages.blocks.decision")}</h3>
        {own.length === 0 ? <p className="text-sm text-ink-2">{t("pages.blocks.nothing")}</p> : <ul className="text-sm text-ink-2">{own.map((reason, at) => <li key={at}>{refusalSentence(reason, words, detail.names.steps)}</li>)}</ul>}
      </section>
      <section>
        <h3 className="flex flex-wrap items-center gap-2 font-medium">{waits.length === 0 ? <Tag state="done">{ui("clear")}</Tag> : <Tag state="moving">{ui("waits")}</Tag>} {t("pages.blocks.permit")}</h3>
        {waits.length > 0 && <ul className="list-disc ps-5 text-sm text-ink-2">{waits.map((name) => <li key={name}>{name}</li>)}</ul>}
      </section>
      <section>
        <h3 className="flex flex-wrap items-center gap-2 font-medium">{crossing.length === 0 ? <Tag state="done">{ui("clear")}</Tag> : <Tag state="rest">{ui("waits")}</Tag>} {t("case.crossing")}</h3>
        {crossing.length > 0 && <ul className="list-disc ps-5 text-sm text-ink-2">{crossing.map((name) => <li key={name}>{name}</li>)}</ul>}
      </section>
    </div>
  );
}

async function Others({ detail, current }: { detail: RequestDetail; current: string }) {
  const { language, t, ui, format } = await reader();
  return (
    <ul className="grid gap-3">
      {detail.steps.map((step) => {
        const last = step.decisions.at(-1);
        return (
          <li key={step.id} aria-current={step.id === current ? "step" : undefined}>
            <span className="flex flex-wrap items-center justify-between gap-2"><span className="font-medium">{step.name[language]}</span><Tag state={step.status === "done" ? (step.outcome === "rejected" ? "stop" : "done") : step.status === "open" ? "moving" : "rest"}>{step.outcome ? t(`pages.outcome.${step.outcome}`) : ui(`stepStatus.${step.status}`)}</Tag></span>
            <span className="block text-xs text-ink-3">{[ui(`side.${step.side}`), last && detail.names.people[last.person], last && format.date(last.at)].filter(Boolean).join(" · ")}</span>
            {step.conditions.map((text, at) => <span key={at} className="block text-sm">{t("pages.others.condition")}: {text}</span>)}
          </li>
        );
      })}
    </ul>
  );
}
