import { entriesOf, mustBeNone, type Narrowing } from "../insight/question.ts";
import type { Language } from "../language.ts";
import type { QuestionAnswer } from "./question-answer.ts";
import { findSentence } from "./question-words.ts";
import { translator } from "./translate.ts";

/** An answer as programs read it, with every sentence that the page shows in the caller's language. */
export function answerShape(answer: QuestionAnswer, { from = null, to = null }: { readonly from?: Narrowing["from"] | null; readonly to?: Narrowing["to"] | null }, language: Language) {
  const t = translator(language);
  const { question, count, looked, rule, first, last, items, next, names, seal } = answer;
  return {
    question,
    title: t(`ask.question.${question}`),
    mustBeNone: mustBeNone.includes(question),
    count,
    says: t(`ask.answer.${question}`, { count }),
    looked,
    events: entriesOf[question],
    rule: { says: t(`ask.rule.${question}`, { ...rule }), settings: rule },
    limits: t(`ask.limits.${question}`),
    period: { from, to, first, last },
    seal,
    items: items.map((find) => ({
      at: find.at,
      code: find.code,
      says: findSentence(answer, find, language),
      request: find.request,
      entries: find.entries,
      people: find.people.map((id) => ({ id, name: names.people[id] ?? "" })),
      desks: find.desks,
      values: find.values,
    })),
    next,
  };
}
