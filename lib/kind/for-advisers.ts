import type { Facts } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import { movementField, movementFieldsOf } from "./movement-fields.ts";
import { kindDefinition } from "./registry.ts";

/** Whether advisers may know of a question and its answer; one that a kind does not ask is for everybody. */
export function isQuestionForAdvisers(kind: Kind, fact: string): boolean {
  return kindDefinition(kind).facts[fact]?.notForAdvisers !== true;
}

/** Whether a kind asks anything that advisers get nothing of. */
export function keepsFromAdvisers(kind: Kind): boolean {
  const { facts, lines } = kindDefinition(kind);
  return Object.values(facts).some(({ notForAdvisers }) => notForAdvisers) || (lines?.notForAdvisers?.length ?? 0) > 0;
}

/** Answers as advisers get them: without what is about one person or their money, in facts and in lines. */
export function answersForAdvisers<A extends { readonly facts: Facts; readonly lines: readonly unknown[] }>(kind: Kind, answers: A): A {
  return { ...answers, facts: factsForAdvisers(kind, answers.facts), lines: answers.lines.map((line) => lineForAdvisers(kind, line)) };
}

export function factsForAdvisers(kind: Kind, facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => isQuestionForAdvisers(kind, fact)));
}

/** What was said of a movement, without the same. */
export function detailsForAdvisers(details: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(details).filter(([name]) => movementField(name)?.notForAdvisers !== true));
}

/** Whether a movement of a kind can say something that advisers get nothing of. */
export function movementsKeepFromAdvisers(kind: Kind): boolean {
  return movementFieldsOf(kind).some(({ notForAdvisers }) => notForAdvisers);
}

function lineForAdvisers(kind: Kind, line: unknown): unknown {
  const kept = kindDefinition(kind).lines?.notForAdvisers ?? [];
  return typeof line === "object" && line !== null ? Object.fromEntries(Object.entries(line).filter(([cell]) => !kept.includes(cell))) : line;
}
