import { common } from "./common.ts";
import type { Field } from "./field.ts";
import { kindDefinitions, type KindFact } from "./registry.ts";

export type FactName = keyof typeof common | KindFact;

/** Every fact there is: the common ones, then those of each kind. */
export const catalogue = Object.assign({}, common, ...kindDefinitions.map((kind) => kind.facts)) as Readonly<Record<FactName, Field>>;

export const factNames = Object.keys(catalogue) as readonly FactName[];

/** The field of a fact, or undefined when no such fact exists; safe for names from outside. */
export function fieldOf(name: string): Field | undefined {
  return isFact(name) ? catalogue[name] : undefined;
}

export function isFact(name: string): name is FactName {
  return Object.hasOwn(catalogue, name);
}
