import type { Condition } from "../policy/condition.ts";

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
};

export type FieldType =
  | { readonly is: "choice"; readonly options: readonly string[] }
  | { readonly is: "choices"; readonly options: readonly string[] }
  | { readonly is: "yesno" }
  | { readonly is: "whole"; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly is: "number"; readonly min: number; readonly max: number; readonly unit?: string }
  | { readonly is: "date" }
  | { readonly is: "place" }
  | { readonly is: "controlPoint" };

/** A page of the form: its questions in the order they are asked. */
export type Section = { readonly id: string; readonly fields: readonly Field[] };

/** One kind of resource: everything that differs between kinds stands here. */
export type KindDefinition = { readonly kind: string; readonly sections: readonly Section[] };
