import type { Facts } from "../policy/condition.ts";
import { hangsOn, type Known, residue, type Residue, type ValuesOf } from "../policy/dependence.ts";
import { inForce } from "../policy/in-force.ts";
import type { Kind, Pack } from "../policy/pack.ts";
import { fieldOf } from "./catalogue.ts";
import type { Field } from "./field.ts";
import { fieldsOf, readBy, withoutHidden } from "./questions.ts";
import { kindDefinition } from "./registry.ts";
import { tellingValues } from "./telling-values.ts";

/**
 * The questions that can still change what applies, in the order of the form. What is not answered is unknown, neither yes
 * nor no; `declined` names questions that stay without an answer. A question that hangs on another comes after it. When none
 * is left, whatever else is answered leaves the findings as they are.
 */
export function openQuestions(packs: readonly Pack[], kind: Kind, given: Facts, declined: readonly string[] = []): Field[] {
  const facts = withoutHidden(kind, given);
  const fields = fieldsOf(kind);
  const byName = new Map(fields.map((field) => [field.fact, field]));
  const asked = new Map<string, Residue>();

  const known: Known = (fact) => {
    if (facts[fact] !== undefined) return facts[fact];
    if (declined.includes(fact)) return null;
    const sources = sourcesOf(fact);
    if (sources) return sources.some((source) => known(source) === undefined) ? undefined : null;
    const field = byName.get(fact);
    return field && isAsked(field) !== false ? undefined : null;
  };

  /** What a fact that is never asked follows from: a jurisdiction from the city, the rest as the kind says. */
  function sourcesOf(fact: string): readonly string[] | undefined {
    if (fact === "from.jur") return ["from.city"];
    return fact === "to.jur" ? ["to.city"] : kindDefinition(kind).derived?.[fact]?.from;
  }

  /** Whether the form will ask it: yes, no, or that hangs on questions still open. */
  function isAsked(field: Field): Residue {
    const before = asked.get(field.fact);
    if (before !== undefined) return before;
    const answer = field.when ? residue(field.when, known) : true;
    asked.set(field.fact, answer);
    return answer;
  }

  function toAsk(fact: string): string[] {
    if (known(fact) !== undefined) return [];
    const sources = sourcesOf(fact);
    if (sources) return sources.flatMap(toAsk);
    const field = byName.get(fact);
    const visible = field ? isAsked(field) : false;
    return typeof visible === "boolean" ? [fact] : readBy(visible).flatMap(toAsk);
  }

  // A kind may narrow a common question's options.
  const valuesOf: ValuesOf = (fact, leaves) => {
    const field = byName.get(fact) ?? fieldOf(fact);
    return field ? tellingValues(field, leaves) : [];
  };

  const dateOpen = known("date") === undefined;
  const regimes = packs
    .filter((pack) => dateOpen || inForce(pack, facts.date))
    .flatMap((pack) => pack.regimes)
    .filter((regime) => regime.kinds.includes(kind) && (dateOpen || inForce(regime, facts.date)));
  const open = new Set<string>(dateOpen ? ["date"] : []);
  for (const { trigger } of regimes) {
    const left = residue(trigger, known);
    if (typeof left !== "boolean") for (const fact of hangsOn(left, valuesOf)) open.add(fact);
  }
  const questions = new Set([...open].flatMap(toAsk));
  return fields.filter(({ fact }) => questions.has(fact));
}
