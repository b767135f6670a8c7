import type { CatalogueKind } from "../catalogue/entry.ts";
import type { Condition, Facts, FactValue } from "../policy/condition.ts";
import type { Kind } from "../policy/pack.ts";
import type { Rate } from "./funds/currencies.ts";
import type { LineTable } from "./line-table.ts";

/**
 * One fact of the catalogue: its type decides how it is asked, parsed and shown.
 * Labels, help and options live in `messages/<language>/facts.json` under the fact's own name.
 */
export type Field = {
  readonly fact: string;
  readonly type: FieldType;
  /** Asked for at submission whenever the question is visible. */
  readonly required: boolean;
  /** When the question is asked; absent means always. Hidden answers are never stored. */
  readonly when?: Condition;
  /** Follows from other answers; never asked, kept when given. */
  readonly derived?: true;
  /** About one person or their money: nobody who is only asked for advice gets question or answer. */
  readonly notForAdvisers?: true;
  /** Can be typed as well as chosen: the facts that a text settles, this one or others; undefined for what it does not know. */
  readonly typed?: (text: string) => Facts | undefined;
  /** The catalogue in which such a text is looked up while it is typed. */
  readonly typedIn?: CatalogueKind;
};

export type FieldType =
  | { readonly is: "choice"; readonly options: readonly string[] }
  | { readonly is: "choices"; readonly options: readonly string[] }
  | { readonly is: "yesno" }
  | { readonly is: "whole"; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly is: "number"; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly is: "date" }
  /** Names of places stand in `lib/place`, not in the messages. */
  | { readonly is: "place"; readonly of: "jurisdiction" | "city" | "zone" }
  | { readonly is: "places"; readonly of: "jurisdiction" }
  | { readonly is: "controlPoint" };

/** A page of the form: its questions in the order they are asked. Its title is `sections.<id>.title` in the messages. */
export type Section = {
  readonly id: string;
  readonly fields: readonly Field[];
  /** The table of lines stands at the top of this page. */
  readonly lines?: true;
};

/** An amount a permit can be limited to: decimal text and one of the kind's units. */
export type Quantity = { readonly value: string; readonly unit: string };

/** One kind of resource: everything that differs between kinds stands here. */
export type KindDefinition = {
  readonly kind: Kind;
  /** The name of a lucide icon. */
  readonly icon: string;
  /** The facts that only this kind has; the common ones are in `common.ts`. */
  readonly facts: Readonly<Record<string, Field>>;
  readonly sections: readonly Section[];
  /** What a limit and a movement can be counted in; the first is the usual one. */
  readonly units: readonly string[];
  /** The limit to propose for these facts, if they say how much it is. */
  readonly limitFrom: (facts: Facts) => Quantity | undefined;
  /** Several items in one request, line by line; null where the kind has none. */
  readonly lines: LineTable | null;
  /** What follows from other facts. It fills in what was not stated; a request keeps it instead of what was. */
  readonly derived?: Readonly<Record<string, Derivation>>;
  /** Which of these follow by exchange rates, so that another day's rates would give another value. */
  readonly byRates?: readonly string[];
};

/** How a fact follows from others, which it names, and from imported rates; undefined as long as they do not say. */
export type Derivation = { readonly from: readonly string[]; readonly value: (facts: Facts, rates: readonly Rate[]) => FactValue | undefined };

/** A field for each name, so that a fact's name is written once. */
export function fields<Name extends string>(rows: Readonly<Record<Name, Omit<Field, "fact">>>): Readonly<Record<Name, Field>> {
  return Object.fromEntries(Object.entries<Omit<Field, "fact">>(rows).map(([fact, row]) => [fact, { fact, ...row }])) as Record<Name, Field>;
}

/** The same question asked under a condition of this kind. */
export function asked(field: Field, when: Condition): Field {
  return { ...field, when };
}

