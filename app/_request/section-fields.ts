import type { Actor } from "@/lib/access/actor";
import type { Field } from "@/lib/kind/field";
import { showFact } from "@/lib/kind/show-fact";
import type { Facts, FactValue } from "@/lib/policy/condition";
import { visibleSections } from "@/lib/kind/questions";
import { kindDefinition } from "@/lib/kind/registry";
import { factProposals, type Row } from "@/lib/catalogue/tells";
import { toldOf } from "@/lib/server/catalogue";
import { moneyWords } from "@/lib/request/money-words";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { factField } from "./fact-field";
import { moneySentence } from "./section-words";
import { factNote, withProposal } from "./fact-note";
import type { FormField } from "./form-input";
import { lineField } from "./line-field";
import { peopleFields } from "./people-fields";
import { doubtAt } from "./outcome";
import { type YearNote, yearNote } from "./year-note";

/** The fields of one page of the form, with what is answered, confirmed, doubtful and told by tables so far. */
export async function sectionFields(detail: RequestDetail, section: string, actor: Actor, words: Reader): Promise<FormField[]> {
  if (section === "people") return peopleFields(detail, actor, words);
  const asked = visibleSections(detail.kind, detail.facts).find(({ id }) => id === section);
  const { lines: own } = kindDefinition(detail.kind);
  const table = asked?.lines ? own : null;
  const told = detail.lines.length > 0 && own?.catalogues ? await toldOf(actor, detail) : [];
  const proposals = own === null ? [] : factProposals(own, detail.lines as readonly Row[], told);
  // What the lines add up to is no question any more.
  const counted = table && detail.lines.length > 0 ? table.read(detail.lines).facts : {};
  const years = await Promise.all((asked?.fields ?? []).map(({ fact }) => yearNote(fact, detail, words)));
  const questions = (asked?.fields ?? []).map((field, at): FormField => {
    const proposal = proposals.find(({ fact }) => fact === field.fact);
    const year = years[at];
    const drawn = factField(field, withYear(proposal ? withProposal(detail.facts, proposal) : detail.facts, field.fact, year), words);
    if (drawn.is === "hidden" || drawn.is === "lines") return drawn;
    return { ...drawn, confirmed: confirmedOf(field, counted[field.fact], detail, words) ?? confirmedBefore(drawn), told: proposal ? factNote(field, proposal, detail.facts, words) : year?.note, doubtful: doubtAt(`facts.${field.fact}`, detail, words) };
  });
  return [...(table ? lineField(detail.kind, detail.lines, told, words) : []), ...questions];
}

/** The answers with the running total of the year where nobody has said another: it stands in the form, and is an answer once its page is saved. */
function withYear(facts: Facts, fact: string, year: YearNote | undefined): Facts {
  return year === undefined || year.proposed === null ? facts : { ...facts, [fact]: year.proposed };
}

/** What the lines come to, and what money is in other currencies. */
function confirmedOf(field: Field, total: FactValue | undefined, detail: RequestDetail, { language, t, format }: Reader): string | undefined {
  const shown = total === undefined ? "" : showFact(field, total, language, (key) => t(`facts.${key}`));
  const sum = total === undefined ? undefined : typeof total === "number" ? t("form.total", { amount: shown }) : t("form.settles", { answers: shown });
  const said = [sum, moneyWords(field.fact, detail, moneySentence(t), language)].filter((one) => one !== undefined);
  return said.length === 0 ? undefined : format.sentences(said);
}

function confirmedBefore(field: FormField): string | undefined {
  return "confirmed" in field ? field.confirmed : undefined;
}
