import { factField } from "@/app/_request/fact-field";
import { type FormField, FormInput } from "@/app/_request/form-input";
import type { Untaken } from "@/lib/finder/answers";
import type { Field } from "@/lib/kind/field";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** One question of the catalogue in a plain form, with what was typed and what is wrong with it. */
export function Question({ field, facts, untaken, words }: { field: Field; facts: Facts; untaken: readonly Untaken[]; words: Reader }) {
  const { t, ui } = words;
  const name = `a.${field.fact}`;
  const wrong = untaken.find(({ fact }) => fact === field.fact);
  const typed = typeof wrong?.typed === "string" ? wrong.typed : undefined;
  const error = wrong && t(`facts.problems.${wrong.code}`, { expected: wrong.expected });
  return <FormInput field={plain(factField(field, facts, words), name, field.fact === "date" ? t("finder.dateHint") : undefined)} drawn={{ t: ui, values: typed === undefined ? {} : { [name]: typed }, errorAt: (at) => (at === name ? error : undefined) }} />;
}

/** The question under the name of an answer in an address: every one may stay open, a day is ISO, and nothing is typed in place of a choice. */
function plain(field: FormField, name: string, dayHint: string | undefined): FormField {
  if (field.is === "hidden") return field;
  if (field.is === "one") return { ...field, name, optional: false, typed: undefined };
  return field.is === "day" ? { ...field, is: "date", name, optional: false, hint: dayHint ?? field.hint } : { ...field, name, optional: false };
}
