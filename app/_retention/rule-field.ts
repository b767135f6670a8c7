import type { FormField } from "@/app/_request/form-input";
import { groundsFor, type ReasonToErase } from "@/lib/retention/grounds";
import type { Reader } from "@/lib/server/language";

/** The rules of the places that a request touches, to choose the one under which something goes; nothing is chosen in advance. */
export function ruleField(places: readonly string[], { language, t }: Pick<Reader, "language" | "t">, because?: readonly ReasonToErase[]): FormField {
  const options = groundsFor(places).filter((one) => because === undefined || because.includes(one.because)).map(({ id, law, certainty }) => ({ value: id, label: t("retention.law", { law: law[language], certainty: t(`retention.certainty.${certainty}`) }) }));
  return { is: "select", name: "rule", label: t("retention.erase.rule"), options, empty: t("retention.erase.choose") };
}
