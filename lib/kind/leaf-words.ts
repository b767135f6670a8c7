import { format } from "../format.ts";
import type { Language } from "../language.ts";
import type { FactValue, Leaf } from "../policy/condition.ts";
import { fieldOf } from "./catalogue.ts";
import type { Say } from "./option-name.ts";
import { showFact } from "./show-fact.ts";

/** Reads a message by its whole key. */
type Translate = (key: string, values?: Record<string, string>) => string;

/** One comparison of a rule in words: `Way of travel: courier or air`, `Days of stay: more than 14`. `should` false turns it round. */
export function leafWords({ attr, op, value }: Leaf, should: boolean, language: Language, t: Translate): string {
  const say: Say = (key) => t(`facts.${key}`);
  const fact = t(`facts.${attr}.short`);
  const show = (one: FactValue) => shown(attr, one, language, say);
  if (op === "eq" && typeof value === "boolean") return t("rules.leaf.eq", { fact, value: show(value === should) });
  const among = format(language).list((Array.isArray(value) ? value : [value]).map((one) => show(one)), "disjunction");
  return t(`rules.leaf.${should ? op : turned[op]}`, { fact, value: among });
}

/** What a comparison says when it should not hold. */
const turned = { eq: "ne", ne: "eq", in: "ne", contains: "without", gte: "lt", gt: "lte", lt: "gte", lte: "gt" } as const satisfies Record<Leaf["op"], string>;

function shown(fact: string, value: FactValue, language: Language, say: Say): string {
  const field = fieldOf(fact);
  if (!field) return String(value);
  // A rule names the entries of a list one by one.
  const one = field.type.is === "choices" || field.type.is === "places" ? ([value].flat() as string[]) : value;
  return showFact(field, one, language, say);
}
