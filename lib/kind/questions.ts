import type { Condition, FactValue, Facts } from "../policy/condition.ts";
import { holds } from "../policy/holds.ts";
import type { Kind } from "../policy/pack.ts";
import { fieldOf } from "./catalogue.ts";
import { weighedFacts } from "./derive.ts";
import type { Field, Section } from "./field.ts";
import { kindDefinition } from "./registry.ts";

/*
 * The one place that says which questions a form asks. A hidden answer counts as not given, so a question that hangs on
 * a hidden one is hidden too.
 */

/** The questions to ask now, in order. */
export function visibleFields(kind: Kind, facts: Facts): Field[] {
  const asks = whatAsks(kind, facts);
  return fieldsOf(kind).filter(asks);
}

/** The pages that still have a question, each with its visible ones. A page with lines always stays. */
export function visibleSections(kind: Kind, facts: Facts): Section[] {
  const asks = whatAsks(kind, facts);
  return kindDefinition(kind)
    .sections.map((section) => ({ ...section, fields: section.fields.filter(asks) }))
    .filter((section) => section.fields.length > 0 || section.lines);
}

/** The names of this kind's questions that are not asked, answered or not. */
export function hiddenFacts(kind: Kind, facts: Facts): string[] {
  const asks = whatAsks(kind, facts);
  return fieldsOf(kind)
    .filter((field) => !asks(field))
    .map((field) => field.fact);
}

/** Required, asked and not answered: what stands between a draft and its submission. */
export function missingFacts(kind: Kind, facts: Facts): string[] {
  return open(kind, facts, true);
}

/** Asked, not required and not answered. Rules take each as not so; the page that sums up says it. A list left empty is an answer. */
export function unansweredFacts(kind: Kind, facts: Facts): string[] {
  return open(kind, facts, false).filter((fact) => !["choices", "places"].includes(fieldOf(fact)?.type.is ?? ""));
}

/** The facts with what follows from them, and without answers to questions that are not asked or belong to another kind. */
export function withoutHidden(kind: Kind, facts: Facts): Facts {
  const asks = whatAsks(kind, facts);
  const kept = new Set(fieldsOf(kind).filter(asks).map((field) => field.fact));
  const answers = Object.entries(facts).filter(([fact]) => kept.has(fact) || fieldOf(fact)?.derived);
  return weighedFacts(Object.fromEntries(answers), kind);
}

/** Every question of a kind, in order, whatever was answered. */
export function fieldsOf(kind: Kind): Field[] {
  return kindDefinition(kind).sections.flatMap((section) => section.fields);
}

function open(kind: Kind, facts: Facts, required: boolean): string[] {
  return visibleFields(kind, facts)
    .filter((field) => field.required === required && facts[field.fact] === undefined)
    .map((field) => field.fact);
}

/** Whether a field is asked, remembering what it found; the conditions of a kind never run in a circle (tested). */
function whatAsks(kind: Kind, given: Facts): (field: Field) => boolean {
  const facts = weighedFacts(given, kind);
  const byName = new Map(fieldsOf(kind).map((field) => [field.fact, field]));
  const found = new Map<string, boolean>();

  function asks(field: Field): boolean {
    const known = found.get(field.fact);
    if (known !== undefined) return known;
    const answer = !field.when || holds(field.when, shown(field.when));
    found.set(field.fact, answer);
    return answer;
  }

  function shown(condition: Condition): Facts {
    const entries = readBy(condition).flatMap((name): [string, FactValue][] => {
      const value = facts[name];
      const field = byName.get(name);
      return value === undefined || (field && !asks(field)) ? [] : [[name, value]];
    });
    return Object.fromEntries(entries);
  }

  return asks;
}

/** The names of the facts a condition reads, each once. */
export function readBy(condition: Condition): string[] {
  if ("attr" in condition) return [condition.attr];
  if ("not" in condition) return readBy(condition.not);
  const parts = "all" in condition ? condition.all : condition.any;
  return [...new Set(parts.flatMap(readBy))];
}
