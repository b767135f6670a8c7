import { DefinitionList } from "@/app/_ui/definition-list";
import { visibleSections } from "@/lib/kind/questions";
import { showFact } from "@/lib/kind/show-fact";
import { moneyWords } from "@/lib/request/money-words";
import { reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { moneySentence } from "./section-words";

/** Every answer, section by section; after a return the old one struck out in front of the new. `change` links each section back to its page. */
export async function Answers({ detail, change, onlyAnswered }: { detail: RequestDetail; change?: boolean; onlyAnswered?: boolean }) {
  const { language, t, ui, format } = await reader();
  const say = (key: string) => t(`facts.${key}`);
  return (
    <div className="grid gap-6">
      {visibleSections(detail.kind, detail.facts).map(({ id, fields }) => {
        const answers = fields
          .filter(({ fact }) => !onlyAnswered || detail.facts[fact] !== undefined || detail.changed.includes(fact))
          .map((field) => {
            const { fact } = field;
            const [now, before] = [detail.facts[fact], detail.factsBefore?.[fact]];
            const changed = detail.factsBefore !== null && detail.changed.includes(fact);
            return { term: t(`facts.${fact}.short`), value: now === undefined ? undefined : showFact(field, now, language, say), note: moneyWords(fact, detail, moneySentence(t), language), was: changed ? (before === undefined ? "–" : showFact(field, before, language, say)) : undefined };
          });
        if (answers.length === 0) return null;
        return (
          <section key={id}>
            <div className="flex items-baseline justify-between gap-4 pb-1">
              <h3 className="text-md font-semibold">{t(`facts.sections.${id}.title`)}</h3>
              {change && <a data-screen href={`/requests/${detail.id}/edit/${id}`} aria-label={format.pair(ui("act.change"), t(`facts.sections.${id}.title`))}>{ui("act.change")}</a>}
            </div>
            <DefinitionList shape="narrow" answers={answers} />
          </section>
        );
      })}
    </div>
  );
}
