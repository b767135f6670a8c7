import Link from "next/link";
import { Button } from "@/app/_ui/button";
import { Panel } from "@/app/_ui/panel";
import { addressOf, type Answers, type Untaken } from "@/lib/finder/answers";
import { type Outcome, outcomeOf } from "@/lib/finder/outcome";
import { fieldOf } from "@/lib/kind/catalogue";
import { fieldsOf } from "@/lib/kind/questions";
import { offeredOptions } from "@/lib/kind/offered-options";
import { optionName } from "@/lib/kind/option-name";
import { showFact } from "@/lib/kind/show-fact";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import { ratesOn } from "@/lib/server/rates";
import type { RulesReader } from "@/lib/server/rules-in-force";
import { DateField, SelectField } from "@/app/_ui/inputs";
import { Carried } from "./carried";

/** Answers that people vary: when, which way, by what means. */
const varied = ["date", "mode", "checkpoint", "from.zone", "to.zone"];

/** The same movement another way, side by side. */
export async function Compare({ answers, untaken, outcome, words }: { answers: Answers; untaken: readonly Untaken[]; outcome: Outcome; words: RulesReader }) {
  const { t, ui, language } = words;
  const { kind, facts, variant } = answers;
  if (kind === null) return null;
  const say = (key: string) => t(`facts.${key}`);
  const fields = fieldsOf(kind).filter(({ fact }) => varied.includes(fact));
  const names = fields.map(({ fact }) => `v.${fact}`);
  return (
    <Panel title={t("finder.compare.title")} id="compare" screen={variant === null}>
      <form method="get" action="/finder#compare" data-screen className="grid gap-4 px-4 py-4 sm:grid-cols-2 sm:px-5">
        <Carried answers={{ ...answers, variant: null }} except={names} />
        {fields.map((field) => {
          const wrong = untaken.find(({ fact }) => fact === field.fact);
          const question = { t: ui, name: `v.${field.fact}`, label: t(`facts.${field.fact}.short`), error: wrong && t(`facts.problems.${wrong.code}`, { expected: wrong.expected }) };
          const chosen = wrong ? wrong.typed : variant?.[field.fact];
          if (field.type.is === "date") return <DateField key={field.fact} question={question} defaultValue={typeof chosen === "string" ? chosen : ""} />;
          const options = offeredOptions(field, { ...facts, ...variant }).map((value) => ({ value, label: optionName(field, value, language, say) }));
          return options.length === 0 ? null : <SelectField key={field.fact} question={question} options={options} empty={t("finder.compare.same")} defaultValue={typeof chosen === "string" ? chosen : ""} />;
        })}
        <div className="sm:col-span-2"><Button>{t("finder.compare.show")}</Button></div>
      </form>
      {variant && <SideBySide answers={answers} variant={variant} one={outcome} other={outcomeOf(words.rules.packs, kind, { ...facts, ...variant }, answers.claims, await ratesOn(kind, variant.date ?? facts.date))} words={words} />}
    </Panel>
  );
}

function SideBySide({ answers, variant, one, other, words }: { answers: Answers; variant: Facts; one: Outcome; other: Outcome; words: RulesReader }) {
  const { t, format } = words;
  const rows = rowsOf(one, other, words);
  const described = (facts: Facts) => Object.keys(variant).map((name) => value(name, facts, words)).join(" · ");
  return (
    <div className="border-t border-line">
      {/* On phones the head of a row stands over its two ways, each half as wide. */}
      <table className="w-full text-sm max-sm:block max-sm:[&_:is(thead,tbody)]:block max-sm:[&_tr]:grid max-sm:[&_tr]:grid-cols-2 max-sm:[&_tr>:first-child]:col-span-2 sm:[&_tr>:first-child]:w-44 [&_:is(td,th)]:px-4 [&_:is(td,th)]:py-2 [&_:is(td,th)]:text-start [&_:is(td,th)]:align-top sm:[&_:is(td,th)]:px-5 [&_tbody_tr]:border-t [&_tbody_tr]:border-line">
        <thead>
          <tr>
            <th scope="col" className="max-sm:hidden"><span className="sr-only">{t("finder.compare.title")}</span></th>
            <th scope="col" className="font-semibold">{t("finder.compare.this")}<span className="block text-xs font-normal text-ink-3">{described(answers.facts)}</span></th>
            <th scope="col" className="font-semibold">{t("finder.compare.other")}<span className="block text-xs font-normal text-ink-3">{described({ ...answers.facts, ...variant })}</span></th>
          </tr>
        </thead>
        <tbody>
          <tr><th scope="row" className="font-medium">{t("finder.compare.days")}</th><td>{format.number(one.workingDays)}</td><td>{format.number(other.workingDays)}</td></tr>
          {rows.map(({ label, left, right }) => <tr key={label}><th scope="row" className="font-medium">{label}</th><td><Titles ids={left} words={words} /></td><td><Titles ids={right} words={words} /></td></tr>)}
          <tr><th scope="row" className="font-medium">{t("finder.compare.both")}</th><td colSpan={2} className="max-sm:col-span-2"><Titles ids={shared(one, other)} words={words} /></td></tr>
        </tbody>
      </table>
      <p data-screen className="border-t border-line px-4 py-3 text-sm sm:px-5"><Link href={`/finder?${addressOf({ ...answers, facts: { ...answers.facts, ...variant }, variant: null })}`}>{t("finder.compare.take")}</Link></p>
    </div>
  );
}

/** What binds either way: said once. */
function shared(one: Outcome, other: Outcome): string[] {
  return binding(one).filter((id) => binding(other).includes(id));
}

function binding({ needs }: Outcome): string[] {
  return [...needs.before, ...needs.at, ...needs.after].map(({ id }) => id);
}

function rowsOf(one: Outcome, other: Outcome, { t }: Reader) {
  const programmes = (outcome: Outcome) => outcome.programmes.map(({ id }) => id);
  const [a, b, pa, pb] = [binding(one), binding(other), programmes(one), programmes(other)];
  return [
    { label: t("finder.compare.differ"), left: a.filter((id) => !b.includes(id)), right: b.filter((id) => !a.includes(id)) },
    { label: t("finder.compare.programmes"), left: pa.filter((id) => !pb.includes(id)), right: pb.filter((id) => !pa.includes(id)) },
  ];
}

function Titles({ ids, words }: { ids: readonly string[]; words: RulesReader }) {
  if (ids.length === 0) return <>–</>;
  return <ul className="grid gap-1">{ids.map((id) => <li key={id}><Link href={`/rules/${id}`}>{words.rules.regimes.get(id)?.title[words.language] ?? id}</Link></li>)}</ul>;
}

function value(name: string, facts: Facts, { t, language, format }: Reader): string {
  const field = fieldOf(name);
  const given = facts[name];
  return format.pair(t(`facts.${name}.short`), !field || given === undefined ? t("finder.open") : showFact(field, given, language, (key) => t(`facts.${key}`)));
}
