import { ConditionWords } from "@/app/_rules/condition-words";
import { leafWords } from "@/lib/kind/leaf-words";
import type { Condition, Leaf } from "@/lib/policy/condition";
import type { Reader } from "@/lib/server/language";
import { regimeNamed } from "@/lib/server/policy";

/** When a step is needed, in words; beside answers it can read what was found and claimed, and whether the host has joined. */
export function ConditionOf({ condition, words }: { condition: Condition | null; words: Reader }) {
  return condition === null ? <p>{words.t("workflows.always")}</p> : <ConditionWords condition={condition} words={words} leaf={leafOf} />;
}

function leafOf(leaf: Leaf, should: boolean, { language, t, ui, format }: Reader): string {
  const { attr, op, value } = leaf;
  if (attr === "findings" || attr === "claims") return t(`workflows.when.${{ findings: ["notFound", "found"], claims: ["notClaimed", "claimed"] }[attr][Number(should)]}`, { rule: regimeNamed(String(value))?.title[language] ?? String(value) });
  if (attr === "kind") return format.list([value].flat().map((kind) => ui(`kind.${kind}`)), "disjunction");
  if (attr === "claimed" || attr === "host") {
    const holds = (op === "eq") === should;
    const other = { some: "none", none: "some", here: "away", away: "here" } as const;
    return t(`workflows.when.${holds ? String(value) : other[String(value) as keyof typeof other]}`);
  }
  if (attr.startsWith("line.")) return t("workflows.when.line", { comparison: `${attr.slice("line.".length)} ${should ? "" : "≠ "}${op} ${String(value)}` });
  return leafWords(leaf, should, language, t);
}
