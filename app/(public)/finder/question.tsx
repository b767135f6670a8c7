import { CheckboxList, RadioList } from "@/app/_ui/choices";
import type { Question as Asked } from "@/app/_ui/field";
import { DateField, NumberField, SelectField } from "@/app/_ui/inputs";
import { factField } from "@/app/_request/fact-field";
import { YesNo } from "@/app/_request/yes-no";
import type { Untaken } from "@/lib/finder/answers";
import type { Field } from "@/lib/kind/field";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** One question of the catalogue in a plain form, with what was typed and what is wrong with it. */
export function Question({ field, facts, untaken, words }: { field: Field; facts: Facts; untaken: readonly Untaken[]; words: Reader }) {
  const { t, ui } = words;
  const asked = factField(field, facts, words);
  if (asked.is === "hidden" || asked.is === "lines" || asked.is === "file" || asked.is === "text" || asked.is === "area" || asked.is === "amount") throw new Error(`no fact is asked as ${asked.is}`);
  const wrong = untaken.find(({ fact }) => fact === field.fact);
  const question: Asked = {
    t: ui,
    name: `a.${field.fact}`,
    label: asked.label,
    hint: asked.hint,
    error: wrong && t(`facts.problems.${wrong.code}`, { expected: wrong.expected }),
  };
  const typed = typeof wrong?.typed === "string" ? wrong.typed : undefined;
  switch (asked.is) {
    case "yesno":
      return <YesNo question={question} options={asked.options} chosen={typed ?? asked.value} />;
    case "one":
      return <RadioList question={question} options={asked.options} chosen={typed ?? asked.value} />;
    case "some":
      return <CheckboxList question={question} options={asked.options} chosen={asked.value} />;
    case "select":
      return <SelectField question={question} options={asked.options} empty={asked.empty} defaultValue={typed ?? asked.value ?? ""} />;
    case "number":
      return <NumberField question={question} unit={asked.unit} defaultValue={typed ?? asked.value} />;
    case "date":
    case "day":
      return <DateField question={question} defaultValue={typed ?? asked.value} />;
    default:
      return asked satisfies never;
  }
}
