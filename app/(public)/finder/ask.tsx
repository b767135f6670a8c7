import Link from "next/link";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Panel } from "@/app/_ui/panel";
import { addressOf, type Answers, type Untaken } from "@/lib/finder/answers";
import type { Field } from "@/lib/kind/field";
import { fieldsOf } from "@/lib/kind/questions";
import { kindDefinition } from "@/lib/kind/registry";
import type { Reader } from "@/lib/server/language";
import { Carried } from "./carried";
import { Question } from "./question";

/** The next questions that can still change the answer, a page of the form at a time; or the one that is being changed. */
export function Ask({ open, answers, untaken, change, words }: { open: readonly Field[]; answers: Answers; untaken: readonly Untaken[]; change: string | null; words: Reader }) {
  const { t, ui } = words;
  const questions = screenOf(open, answers, untaken, change);
  const names = questions.map(({ fact }) => fact);
  if (questions.length === 0) {
    return <Panel title={t("finder.done")} padded id="question"><p role="status" className="text-sm text-ink-2">{t("finder.doneHint")}</p></Panel>;
  }
  return (
    <Panel title={t(change ? "finder.changing" : "finder.next")} count={<span role="status">{t("finder.left", { count: open.length })}</span>} padded id="question">
      {/* A new key brings a new form: nothing typed for one question stays for the next. */}
      <form method="get" key={names.join()} action="/finder" className="grid gap-6">
        <ErrorSummary t={ui} errors={untaken.map(({ fact, code, expected }) => ({ field: `a.${fact}`, message: t(`facts.problems.${code}`, { expected }), of: t(`facts.${fact}.label`) }))} attempt={untaken.length} />
        <Carried answers={answers} except={names} />
        {names.map((name) => <input key={name} type="hidden" name="asked" value={name} />)}
        {questions.map((field) => <Question key={field.fact} field={field} facts={answers.facts} untaken={untaken} words={words} />)}
        <div className="flex flex-wrap items-center gap-3">
          <Button look="first">{t("finder.continue")}</Button>
          {change ? <Link href={`/finder?${addressOf(answers)}`}>{t("finder.keep")}</Link> : <span className="text-xs text-ink-3">{t("finder.leaveOpen")}</span>}
        </div>
      </form>
    </Panel>
  );
}

function screenOf(open: readonly Field[], { kind }: Answers, untaken: readonly Untaken[], change: string | null): readonly Field[] {
  if (kind === null) return [];
  const wrong = untaken.map(({ fact }) => fact);
  if (change !== null || wrong.length > 0) return fieldsOf(kind).filter(({ fact }) => fact === change || wrong.includes(fact));
  const names = new Set(open.map(({ fact }) => fact));
  const section = kindDefinition(kind).sections.find(({ fields }) => fields.some(({ fact }) => names.has(fact)));
  return section?.fields.filter(({ fact }) => names.has(fact)) ?? [];
}
