import type { ReactNode } from "react";
import { fieldOf } from "@/lib/kind/catalogue";
import { showFact } from "@/lib/kind/show-fact";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** The answers that made it so, each a link to its row. What follows from an answer leads to that answer. */
export function because(names: readonly string[], facts: Facts, words: Reader): ReactNode[] {
  return reasonsOf(names, facts, words).map(({ name, text }) => <a key={name} href={`#answer-${name.replace(/\.jur$/, ".city")}`} className="text-ink">{text}</a>);
}

export function reasonsOf(names: readonly string[], facts: Facts, { language, t, format }: Reader): { readonly name: string; readonly text: string }[] {
  return names.flatMap((name) => {
    const field = fieldOf(name);
    const value = facts[name];
    if (!field || value === undefined || name === "kind") return [];
    return [{ name, text: format.pair(t(`facts.${name}.short`), showFact(field, value, language, (key) => t(`facts.${key}`))) }];
  });
}
