import Link from "next/link";
import { RegimeCard } from "@/app/_rules/regime-card";
import { clockOf, titlesOf } from "@/app/_rules/regime-words";
import { yearsInWords } from "@/app/_request/provisional";
import { Blank } from "@/app/_ui/blank";
import { EmptyState } from "@/app/_ui/empty-state";
import { More, Panel } from "@/app/_ui/panel";
import { Tag } from "@/app/_ui/tag";
import { addressOf, type Answers } from "@/lib/finder/answers";
import type { Outcome } from "@/lib/finder/outcome";
import { isCalendar } from "@/lib/calendar/calendar-year";
import { unpublishedBetween } from "@/lib/calendar/working-days";
import { readDay } from "@/lib/kind/day-text";
import { leafWords } from "@/lib/kind/leaf-words";
import type { Facts } from "@/lib/policy/condition";
import type { Finding } from "@/lib/policy/evaluate";
import { regimeFound } from "@/lib/policy/rulebook";
import type { RulesReader } from "@/lib/server/rules-in-force";
import { because } from "./because";

type Props = { outcome: Outcome; answers: Answers; words: RulesReader };

/** What binds, before, at and after the crossing. */
export function Needs({ outcome, answers, words }: Props) {
  const { t } = words;
  const { needs, waived } = outcome;
  const nothing = needs.before.length + needs.at.length + needs.after.length === 0;
  if (nothing) return <Panel title={t("finder.needs.before")} padded live><EmptyState>{t("finder.needs.none")}</EmptyState></Panel>;
  return (
    <>
      {(["before", "at", "after"] as const).filter((moment) => needs[moment].length > 0).map((moment, at) => (
        <Panel key={moment} title={t(`finder.needs.${moment}`)} count={t("finder.count.rules", { count: needs[moment].length })} live={moment === "before"}>
          {at === 0 && <Unpublished facts={outcome.facts} words={words} />}
          {needs[moment].map((finding) => <Card key={finding.id} finding={finding} facts={outcome.facts} answers={answers} words={words} />)}
          {moment === "before" && waived.length > 0 && (
            <More summary={t("finder.needs.waived", { count: waived.length })}>
              {waived.map((finding) => <Card key={finding.id} finding={finding} facts={outcome.facts} answers={answers} words={words} />)}
            </More>
          )}
        </Panel>
      ))}
      {outcome.notes.length > 0 && (
        <Panel title={t("finder.needs.notes")}>{outcome.notes.map((finding) => <Card key={finding.id} finding={finding} facts={outcome.facts} answers={answers} words={words} />)}</Panel>
      )}
    </>
  );
}

/** Said where the crossing is in a year whose days off are not published: working days counted towards it are provisional. */
function Unpublished({ facts, words }: { facts: Facts; words: RulesReader }) {
  const day = readDay(String(facts.date ?? ""));
  const { "from.jur": from, "to.jur": to } = facts;
  const places = [from, to].map(String).filter(isCalendar);
  const years = day && places.length > 0 ? unpublishedBetween(day, day, places) : [];
  return years.length > 0 ? <p className="border-b border-line px-4 py-3 text-sm text-ink-2 sm:px-5">{words.t("pages.clock.notYet", { years: yearsInWords(years, words) })}</p> : null;
}

/** Programmes that fit, which one may choose to use; and those that nearly fit, with what is missing. */
export function Programmes({ outcome, answers, words }: Props) {
  const { t, language, format } = words;
  const { programmes, near } = outcome;
  if (programmes.length + near.length === 0) return null;
  return (
    <Panel title={t("finder.programmes.title")} count={t("finder.count.fit", { count: programmes.length })}>
      {programmes.map((finding) => <Card key={finding.id} finding={finding} facts={outcome.facts} answers={answers} words={words} />)}
      {near.length > 0 && (
        <More summary={t("finder.programmes.near", { count: near.length })}>
          {near.map(({ regime, wants }) => (
            <RegimeCard key={regime.id} regime={regime} because={[]} words={words}>
              <p className="text-ink-2"><b className="font-medium text-ink">{t("finder.programmes.missing")}</b><Blank />{format.series(wants.map(({ leaf, should }) => leafWords(leaf, should, language, t)))}</p>
            </RegimeCard>
          ))}
        </More>
      )}
    </Panel>
  );
}

/** What could have applied here, and the answers that ruled it out. */
export function RuledOut({ outcome, words }: Omit<Props, "answers">) {
  const { t, language } = words;
  const { facts } = outcome;
  if (outcome.ruledOut.length === 0) return null;
  return (
    <Panel title={t("finder.ruledOut.title")} count={t("finder.count.rules", { count: outcome.ruledOut.length })}>
      <More summary={t("finder.ruledOut.show")}>
        <ul className="grid text-sm">
          {outcome.ruledOut.map(({ regime, because: facts_ }) => (
            <li key={regime.id} className="grid gap-1 border-t border-line px-4 py-3 first:border-t-0 sm:px-5">
              <Link href={`/rules/${regime.id}`} className="font-medium">{regime.title[language]}</Link>
              <span className="flex flex-wrap gap-1.5 text-ink-2">{because(facts_, facts, words).map((reason, at) => <span key={at} className="rounded-tag bg-sunken px-1.5">{reason}</span>)}</span>
            </li>
          ))}
        </ul>
      </More>
    </Panel>
  );
}

function Card({ finding, facts, answers, words }: { finding: Finding; facts: Facts; answers: Answers; words: RulesReader }) {
  const { t } = words;
  const regime = regimeFound(words.rules, finding);
  if (!regime) return null;
  const clock = clockOf(regime, words);
  const claimed = answers.claims.includes(regime.id);
  const claims = claimed ? answers.claims.filter((id) => id !== regime.id) : [...answers.claims, regime.id];
  const offered = regime.type === "facilitation" || regime.substitutes.length > 0;
  return (
    <RegimeCard regime={regime} because={because(finding.because, facts, words)} words={words}>
      {clock && <p className="text-ink-2">{clock}</p>}
      {finding.waivedBy && <p><Tag state="done">{t("finder.needs.waivedBy", { programme: titlesOf([finding.waivedBy], words)[0]?.title ?? finding.waivedBy })}</Tag></p>}
      {offered && (
        <p className="flex flex-wrap items-center gap-3">
          {claimed && <Tag state="moving">{t("finder.programmes.used")}</Tag>}
          <Link href={`/finder?${addressOf({ ...answers, claims })}`}>{t(claimed ? "finder.programmes.drop" : "finder.programmes.use")}</Link>
        </p>
      )}
    </RegimeCard>
  );
}
