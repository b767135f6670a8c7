import { languages, type Language } from "@/lib/language";
import { translator } from "@/lib/server/translate";
import { searched } from "./searched";
import type { FormField } from "./form-input";
import type { Field } from "@/lib/kind/field";
import { offeredOptions } from "@/lib/kind/offered-options";
import { optionName } from "@/lib/kind/option-name";
import { formValue } from "@/lib/kind/parse-form-value";
import { typedName } from "@/lib/kind/typed-values";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** A question of the catalogue as a field of a form, in the reader's words, with the answer so far. */
export function factField(field: Field, facts: Facts, words: Reader): FormField {
  const { language, t, format } = words;
  const say = (key: string) => t(`facts.${key}`);
  const { fact } = field;
  const asked = { name: fact, label: say(`${fact}.label`), hint: say(`${fact}.help`), optional: !field.required };
  const given = formValue(facts[fact], language);
  const one = typeof given === "string" ? given : undefined;
  const help = (value: string) => (t.has(`facts.${fact}.optionHelp.${value}`) ? say(`${fact}.optionHelp.${value}`) : undefined);
  const options = () => offeredOptions(field, facts).map((value) => ({ value, label: optionName(field, value, language, say), help: help(value) }));
  switch (field.type.is) {
    case "yesno":
      return { is: "yesno", ...asked, options: [{ value: "yes", label: t("facts.answers.yes") }, { value: "no", label: t("facts.answers.no") }], value: one };
    case "choice": {
      const all = options();
      const typed = field.typed && { name: typedName(fact), label: say(`${fact}.typed.label`), hint: say(`${fact}.typed.help`), optional: true, catalogue: field.typedIn && { of: field.typedIn, writes: "code" as const } };
      // What can be typed, or needs a line of help for each choice, stands open; other long lists fold.
      return typed || all.length <= 6 || all.some((option) => option.help) ? { is: "one", ...asked, options: all, value: one, typed } : { is: "select", ...asked, ...searched(all, (value) => otherNames(field, value, language), words), value: one, empty: t("ui.answer.choose") };
    }
    case "place":
    case "controlPoint":
      return { is: "select", ...asked, ...searched(options(), (value) => otherNames(field, value, language), words), value: one, empty: t("ui.answer.choose") };
    case "choices":
    case "places":
      return { is: "some", ...asked, options: options(), value: Array.isArray(given) ? given : [] };
    case "whole":
    case "number":
      return { is: "number", ...asked, value: one, unit: field.type.unit };
    case "date":
      return { is: "day", ...asked, value: one, confirmed: one ? format.date(one) : undefined };
    default:
      return field.type satisfies never;
  }
}

/** What a choice is called in the other languages. */
function otherNames(field: Field, value: string, language: Language): string[] {
  return languages.filter((other) => other !== language).map((other) => optionName(field, value, other, (key) => translator(other)(`facts.${key}`)));
}
