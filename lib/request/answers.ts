import type { KindDefinition } from "../kind/field.ts";
import { kindDefinition } from "../kind/registry.ts";
import { requestFacts } from "../kind/derive.ts";
import type { Rate } from "../kind/funds/currencies.ts";
import { withoutHidden } from "../kind/questions.ts";
import type { FactValue, Facts } from "../policy/condition.ts";
import { evaluate, type Evaluation } from "../policy/evaluate.ts";
import type { Kind, Pack } from "../policy/pack.ts";
import type { Corridor, Quantity } from "./events.ts";

/** What a requester answered: facts by name, the lines of the table if there is one, and the imported rates by which its money was weighed. */
export type Answers = { readonly facts: Facts; readonly lines: readonly unknown[]; readonly rates?: readonly Rate[] };

/** The facts that rules and steps read: what was answered, without hidden answers, with what follows from it. */
export function readableFacts(kind: Kind, facts: Facts, window: { readonly from: string } | null, rates: readonly Rate[] = []): Facts {
  const dated = facts.date === undefined && window ? { ...facts, date: window.from } : facts;
  return withoutHidden(kind, requestFacts(dated, kind, rates));
}

export function findingsFor(packs: Packs, facts: Facts, claims: readonly string[]): Evaluation {
  let bare = without.get(packs);
  if (!bare) without.set(packs, (bare = packs.map(({ pack }) => pack)));
  return evaluate(bare, facts, claims);
}

type Packs = readonly { readonly pack: Pack }[];

/** An edition is the same list each time, and what the evaluation worked out about it is kept with the list. */
const without = new WeakMap<Packs, readonly Pack[]>();

/** The route as ids, for the record and for lists; the answers themselves are kept beside the log. */
export function corridorFrom(facts: Facts): Corridor {
  const text = (name: string) => (typeof facts[name] === "string" ? (facts[name] as string) : null);
  return {
    from: { jurisdiction: text("from.jur") ?? "XX", city: text("from.city"), zone: text("from.zone") },
    to: { jurisdiction: text("to.jur") ?? "XX", city: text("to.city"), zone: text("to.zone") },
    controlPoint: text("checkpoint"),
    mode: text("mode"),
  };
}

/** What the permit will be limited to: what was asked for, else what the lines or the answers say, else one of the usual unit. */
export function limitFrom(kind: Kind, { facts, lines }: { readonly facts: Facts; readonly lines: readonly unknown[] }, asked: Quantity | null): Quantity {
  const definition = kindDefinition(kind);
  return asked ?? limitOfLines(definition, facts, lines) ?? definition.limitFrom(facts) ?? { value: "1", unit: definition.units[0] ?? "" };
}

/** Lines speak for the answers only as long as both agree: an answer that was changed since stands alone. */
function limitOfLines({ lines: table }: KindDefinition, facts: Facts, lines: readonly unknown[]): Quantity | undefined {
  if (table === null) return undefined;
  const read = table.read(lines);
  const agree = table.totalsAreLeast || Object.entries(read.facts).every(([fact, value]) => facts[fact] === value);
  return agree ? table.limitFrom(read.lines) : undefined;
}

/** The names of the facts whose answers differ. */
export function changedFacts(before: Facts, after: Facts): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].filter((name) => !sameValue(before[name], after[name])).toSorted();
}

function sameValue(a: FactValue | undefined, b: FactValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
