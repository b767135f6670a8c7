import type { Actor } from "@/lib/access/actor";
import type { Field } from "@/lib/kind/field";
import { showFact } from "@/lib/kind/show-fact";
import type { FactValue } from "@/lib/policy/condition";
import { visibleSections } from "@/lib/kind/questions";
import { kindDefinition } from "@/lib/kind/registry";
import { factProposals, type Row } from "@/lib/catalogue/tells";
import { toldOf } from "@/lib/server/catalogue";
import type { Reader } from "@/lib/server/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { factField } from "./fact-field";
import { factNote, withProposal } from "./fact-note";
import type { FormField } from "./form-input";
import { lineField } from "./line-field";
import { peopleFields } from "./people-fields";
import { doubtAt } from "./outcome";

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
  const questions = (asked?.fields ?? []).map((field): FormField => {
    const proposal = proposals.find(({ fact }) => fact === field.fact);
    const drawn = factField(field, proposal ? withProposal(detail.facts, proposal) : detail.facts, words);
    if (drawn.is === "hidden" || drawn.is === "lines") return drawn;
    return { ...drawn, ...fromLines(counted[field.fact], field, words), told: proposal && factNote(field, proposal, detail.facts, words), doubtful: doubtAt(`facts.${field.fact}`, detail, words) };
  });
  return [...(table ? lineField(detail.kind, detail.lines, told, words) : []), ...questions];
}

function fromLines(value: FactValue | undefined, field: Field, { language, t }: Reader): { confirmed?: string } {
  return value === undefined ? {} : { confirmed: t("form.total", { amount: showFact(field, value, language, (key) => t(`facts.${key}`)) }) };
}
