import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Frame } from "@/app/_request/frame";
import { headline } from "@/app/_request/headline";
import { PageHead } from "@/app/_ui/page-head";
import { ButtonLink } from "@/app/_ui/button";
import { addressOf, type Query, readAnswers } from "@/lib/finder/answers";
import { outcomeOf } from "@/lib/finder/outcome";
import { requestFacts } from "@/lib/kind/derive";
import { openQuestions } from "@/lib/kind/open-questions";
import { ratesOn } from "@/lib/server/rates";
import { rulesReader } from "@/lib/server/rules-in-force";
import { AnswersSoFar } from "./answers-so-far";
import { Ask } from "./ask";
import { Begin } from "./begin";
import { Compare } from "./compare";
import { Overview } from "./overview";
import { Programmes, RuledOut, Needs } from "./results";
import { Together } from "./together";
import { CopyLink, PrintPage } from "./tools";

type Props = { searchParams: Promise<Query> };

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [words, query] = await Promise.all([rulesReader(), searchParams]);
  const { answers } = readAnswers(query, words.language);
  if (answers.kind === null || answers.facts["from.city"] === undefined || answers.facts["to.city"] === undefined) return { title: words.t("finder.start") };
  const weighed = requestFacts(answers.facts, answers.kind, await ratesOn(answers.kind, answers.facts.date));
  const left = openQuestions(words.rules.packs, answers.kind, weighed, answers.declined).length;
  return { title: `${headline(answers.kind, answers.facts, words)} · ${words.t("finder.left", { count: left })}` };
}

/** What a movement needs, for anybody, without signing in. Everything that was answered stands in the address; nothing is kept. */
export default async function Finder({ searchParams }: Props) {
  const [words, query] = await Promise.all([rulesReader(), searchParams]);
  const { t } = words;
  const { answers, untaken, untakenVariant, typed, change } = readAnswers(query, words.language);
  const { kind, facts, declined, claims } = answers;
  const routeKnown = facts["from.city"] !== undefined && facts["to.city"] !== undefined;
  if (kind === null || !routeKnown) {
    return (
      <Frame>
        <PageHead title={t("finder.start")} lead={t("finder.lead")} />
        <div className="max-w-read">
          <Begin words={words} query={query} answers={answers} untaken={untaken} tried={typed || untaken.length > 0 || (kind === null && query.kind !== undefined)} />
          <p className="mt-6 text-sm text-ink-2">{t("finder.notAdvice")}</p>
        </div>
      </Frame>
    );
  }
  const address = addressOf(answers);
  // What was typed becomes an address that every language reads alike, so that the link can be shared.
  if (typed && untaken.length === 0) redirect(`/finder?${address}`);
  const rates = await ratesOn(kind, facts.date);
  const open = openQuestions(words.rules.packs, kind, requestFacts(facts, kind, rates), declined);
  const outcome = outcomeOf(words.rules.packs, kind, facts, claims, rates);
  const title = headline(kind, facts, words);
  return (
    <Frame>
      <PageHead
        crumbs={[t("finder.name"), t("finder.nothingKept")]}
        title={title}
        actions={
          <>
            <CopyLink label={t("finder.copy")} done={t("finder.copied")} />
            <PrintPage label={t("finder.print")} />
            <ButtonLink href={`/finder/pdf?${address}`} plain>{t("finder.pdf.download")}</ButtonLink>
            <ButtonLink href={`/requests/new?${address}`} look="first">{t("finder.startRequest")}</ButtonLink>
          </>
        }
      />
      <Overview outcome={outcome} words={words} />
      <div className="mt-5 grid grid-cols-[minmax(0,1fr)] items-start gap-5 lg:grid-cols-[22rem_minmax(0,1fr)] lg:grid-rows-[auto_1fr]">
        <div data-screen className="lg:col-start-1"><Ask open={open} answers={answers} untaken={untaken} change={change} words={words} /></div>
        {/* On phones what applies comes before the answers that made it so. */}
        <div className="grid gap-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Needs outcome={outcome} answers={answers} words={words} />
          <Together answers={answers} words={words} />
          <Programmes outcome={outcome} answers={answers} words={words} />
          <RuledOut outcome={outcome} words={words} />
          <Compare answers={answers} untaken={untakenVariant} outcome={outcome} words={words} />
          <p className="max-w-read text-sm text-ink-2">{t("finder.notAdvice")}</p>
        </div>
        <div className="lg:col-start-1"><AnswersSoFar answers={answers} words={words} /></div>
      </div>
    </Frame>
  );
}
