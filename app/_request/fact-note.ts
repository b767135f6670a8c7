import { type FactProposal, standing } from "@/lib/catalogue/tells";
import type { Field } from "@/lib/kind/field";
import { optionName } from "@/lib/kind/option-name";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import { tableWords } from "./section-words";
import { originsIn } from "./table-notes";

/** The answers with what tables say in an empty place: it stands in the form, and is an answer once its page is saved. */
export function withProposal(facts: Facts, proposal: FactProposal): Facts {
  const [value] = proposal.values;
  return value !== undefined && standing(proposal, present(facts, proposal)) === "fills" ? { ...facts, [proposal.fact]: value } : facts;
}

/** What tables say of an answer by the lines of the request, in words: that it was filled in, that it differs, that there is a choice. */
export function factNote(field: Field, proposal: FactProposal, facts: Facts, { language, t, format }: Reader): string {
  const stands = standing(proposal, present(facts, proposal));
  const values = proposal.values.map((value) => optionName(field, value, language, (key) => t(`facts.${key}`)));
  const said = { lines: format.list(proposal.lines.map(String)), values: format.list(values), origins: originsIn(proposal.from, tableWords(t), language) };
  if (values.length > 1 && stands !== "differs") return t("tables.fact.offers", said);
  return t(stands === "differs" ? "tables.fact.differs" : "tables.fact.agrees", said);
}

function present(facts: Facts, { fact }: FactProposal): string {
  return String(facts[fact] ?? "");
}
