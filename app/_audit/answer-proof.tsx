import { DefinitionList } from "@/app/_ui/definition-list";
import type { PersonActor } from "@/lib/access/actor";
import { mayCheckRecord } from "@/db/queries/audit-record";
import { entriesOf, type Narrowing } from "@/lib/insight/question";
import { subjectsOfActor } from "@/lib/access/subjects";
import type { QuestionAnswer } from "@/lib/server/question-answer";
import { reader } from "@/lib/server/language";
import { typeWords } from "@/lib/server/type-words";

/** What an answer rests on: how much was looked at, in which period, by which rule, over which events, and what it cannot tell. */
export async function AnswerProof({ actor, answer, asked }: { actor: PersonActor; answer: QuestionAnswer; asked: Narrowing }) {
  const { t, format } = await reader();
  const { question, looked, rule, first, last, seal } = answer;
  const within = asked.from !== undefined || asked.to !== undefined;
  const stretch = first && last ? t(within || question === "unused-rights" ? "ask.proof.between" : "ask.proof.whole", { first: format.dateTime(first), last: format.dateTime(last) }) : null;
  const isOfNow = question === "overdue-obligations" || question === "overlapping-rights";
  const types = [...new Set(entriesOf[question].map((type) => typeWords(type, t)))];
  return (
    <DefinitionList
      answers={[
        { term: t("ask.looked.title"), value: t(`ask.among.${question}`, { ...looked }) },
        { term: t("ask.proof.period"), value: isOfNow ? t("ask.proof.now", { at: format.dateTime(new Date()) }) : (stretch ?? t("ask.proof.empty")) },
        { term: t("ask.proof.rule"), value: t(`ask.rule.${question}`, { ...rule }) },
        ...(types.length > 0 ? [{ term: t("ask.proof.events"), value: format.list(types) }] : []),
        { term: t("ask.proof.places"), value: subjectsOfActor(actor).all ? t("ask.proof.everything") : t("ask.proof.yours") },
        { term: t("ask.proof.limits"), value: t(`ask.limits.${question}`) },
        { term: t("ask.proof.seal"), value: seal ? <>{t("ask.proof.sealed", { size: format.number(seal.size), at: format.dateTime(seal.at) })}<span className="block font-mono text-xs break-all">{seal.root}</span></> : t("ask.proof.unsealed") },
        { term: t("ask.proof.chain"), value: mayCheckRecord(actor) ? <a href="/audit?verify=1">{t("ask.proof.verify")}</a> : t("ask.proof.verify") },
      ]}
    />
  );
}
