import { askedWords } from "@/app/_audit/asked-words";
import { DefinitionList } from "@/app/_ui/definition-list";
import { More } from "@/app/_ui/panel";
import { htmlLanguage } from "@/lib/html-language";
import type { PersonActor } from "@/lib/access/actor";
import type { PaperQuestion } from "@/lib/working-paper/question";
import type { Sampling } from "@/lib/working-paper/state";
import { reader } from "@/lib/server/language";
import { questionText } from "@/lib/working-paper/question";
import { stratumWords } from "./stratum-words";

/** All that is needed to draw a sample again: what was asked, from how many with which digest, by which seed; and what each stratum gave. */
export async function SampleFacts({ actor, sampling, question, period }: { actor: PersonActor; sampling: Sampling; question: PaperQuestion; period?: { from: string; to: string } | null }) {
  const words = await reader();
  const { t, format, language } = words;
  const { seed, size, by, atLeastOne, population, strata } = sampling;
  const named = await stratumWords(actor, { by, strata: strata.map(({ stratum }) => stratum) }, words);
  const again = new URLSearchParams([...new URLSearchParams(questionText(question)), ["size", String(size)], ["seed", seed], ...by.map((one) => ["by", one]), ...(atLeastOne ? [["atLeastOne", "true"]] : [])]);
  return (
    <>
      <DefinitionList
        answers={[
          { term: t("papers.sample.question"), value: format.series(askedWords(question, words)) || t("papers.sample.everything") },
          ...(period ? [{ term: t("papers.sample.period"), value: t("rules.fromTo", { from: format.date(period.from), to: format.date(period.to) }) }] : []),
          { term: t("papers.sample.population"), value: t("papers.requests", { count: population.size }), note: <span className="font-mono break-all">{population.digest}</span> },
          { term: t("papers.sample.method"), value: by.length === 0 ? t("papers.sample.simple", { count: size }) : t("papers.sample.stratified", { count: size, by: format.list(by.map((one) => t(`papers.by.${one}`).toLocaleLowerCase(htmlLanguage[language]))) }), ...(atLeastOne && { note: t("papers.ask.atLeastOne") }) },
          { term: t("papers.ask.seed"), value: <span className="font-mono break-all">{seed}</span>, note: <a data-screen href={`/audit/papers/new?${again}`}>{t("papers.sample.again")}</a> },
        ]}
      />
      {strata.length > 0 && (
        <More within summary={t("papers.sample.strata", { count: strata.length })}>
          <DefinitionList shape="counts" answers={strata.map(({ stratum, size: of, drawn }) => ({ term: named(stratum), value: t("papers.of", { tested: drawn, cases: of }) }))} />
        </More>
      )}
    </>
  );
}
