import Link from "next/link";
import { DefinitionList } from "@/app/_ui/definition-list";
import { Panel } from "@/app/_ui/panel";
import { addressOf, type Answers } from "@/lib/finder/answers";
import { fieldOf } from "@/lib/kind/catalogue";
import { fieldsOf } from "@/lib/kind/questions";
import { showFact } from "@/lib/kind/show-fact";
import type { Reader } from "@/lib/server/language";

/** Every answer with a way to change it; what was left open stands here too. Reasons link to these rows. */
export function AnswersSoFar({ answers, words }: { answers: Answers; words: Reader }) {
  const { language, t, ui } = words;
  const { kind, facts, declined } = answers;
  if (kind === null) return null;
  const address = addressOf(answers);
  const rows = fieldsOf(kind).flatMap(({ fact }) => {
    const value = facts[fact];
    const field = fieldOf(fact);
    if (!field || (value === undefined && !declined.includes(fact))) return [];
    const name = t(`facts.${fact}.short`);
    return [{
      term: <span id={`answer-${fact}`}>{name}</span>,
      value: value === undefined ? <span className="text-ink-3">{t("finder.open")}</span> : showFact(field, value, language, (key) => t(`facts.${key}`)),
      change: <Link data-screen href={`/finder?${address}&change=${fact}#question`} aria-label={t("finder.changeOf", { question: name })}>{ui("act.change")}</Link>,
    }];
  });
  return (
    <Panel title={t("finder.answers")} count={t("finder.answered", { count: rows.length })} padded>
      <DefinitionList shape="narrow" answers={rows} />
      <p data-screen className="mt-3 text-sm"><Link href="/finder">{t("finder.again")}</Link></p>
    </Panel>
  );
}
