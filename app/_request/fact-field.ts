import type { FormField } from "./command-form";
import type { Field } from "@/lib/kind/field";
import { offeredOptions } from "@/lib/kind/offered-options";
import { optionName } from "@/lib/kind/option-name";
import { formValue } from "@/lib/kind/parse-form-value";
import type { Facts } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";

/** A question of the catalogue as a field of a form, in the reader's words, with the answer so far. */
export function factField(field: Field, facts: Facts, { language, t }: Reader): FormField {
  const say = (key: string) => t(`facts.${key}`);
  const asked = { name: field.fact, label: say(`${field.fact}.label`), hint: say(`${field.fact}.help`), optional: !field.required };
  const given = formValue(facts[field.fact], language);
  const one = typeof given === "string" ? given : undefined;
  const options = () => offeredOptions(field, facts).map((value) => ({ value, label: optionName(field, value, language, say) }));
  switch (field.type.is) {
    case "yesno":
      return { is: "yesno", ...asked, options: [{ value: "yes", label: t("facts.answers.yes") }, { value: "no", label: t("facts.answers.no") }], value: one };
    case "choice": {
      const all = options();
      return all.length <= 6 ? { is: "one", ...asked, options: all, value: one } : { is: "select", ...asked, options: all, value: one, empty: t("ui.answer.choose") };
    }
    case "place":
    case "controlPoint":
      return { is: "select", ...asked, options: options(), value: one, empty: t("ui.answer.choose") };
    case "choices":
    case "places":
      return { is: "some", ...asked, options: options(), value: Array.isArray(given) ? given : [] };
    case "whole":
    case "number":
      return { is: "number", ...asked, value: one, unit: field.type.unit };
    case "date":
      return { is: "date", ...asked, value: one };
    default:
      return field.type satisfies never;
  }
}
