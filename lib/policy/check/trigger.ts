import { fieldOf } from "../../kind/catalogue.ts";
import { common } from "../../kind/common.ts";
import type { Field } from "../../kind/field.ts";
import { optionsOf, parseValue } from "../../kind/parse-fact.ts";
import { kindDefinition } from "../../kind/registry.ts";
import type { Condition, Leaf, Operator } from "../condition.ts";
import type { Regime } from "../pack.ts";
import { type PackPath, type Wrong, wrong } from "./problem.ts";

/** Every fact that the trigger reads is there, can be asked so, and can hold what it is compared with. */
export function triggerWrong({ trigger, kinds }: Pick<Regime, "trigger" | "kinds">): Wrong[] {
  return conditionWrong(trigger, ["trigger"], kinds);
}

function conditionWrong(condition: Condition, path: PackPath, kinds: Regime["kinds"]): Wrong[] {
  if ("attr" in condition) return leafWrong(condition, path, kinds);
  if ("not" in condition) return conditionWrong(condition.not, [...path, "not"], kinds);
  const [word, parts] = "all" in condition ? ["all", condition.all] : ["any", condition.any];
  return parts.flatMap((part, at) => conditionWrong(part, [...path, word, at], kinds));
}

function leafWrong({ attr, op, value }: Leaf, path: PackPath, kinds: Regime["kinds"]): Wrong[] {
  const field = fieldOf(attr);
  if (!field) return [wrong("unknownFact", [...path, "attr"], attr)];
  if (!Object.hasOwn(common, attr) && !kinds.some((kind) => Object.hasOwn(kindDefinition(kind).facts, attr))) return [wrong("otherKindsFact", [...path, "attr"], attr, kinds.join(", "))];
  const allowed = comparisons(field);
  if (!allowed.includes(op)) return [wrong("wrongComparison", [...path, "op"], op, allowed.join(", "))];
  if (op !== "in" && op !== "contains") return valueWrong(field, value, [...path, "value"]);
  // `in` names several answers, `contains` one entry of a list of answers.
  if (op === "in" ? !Array.isArray(value) || value.length === 0 : typeof value !== "string") return [wrong("wrongValue", [...path, "value"], value, op === "in" ? "[…]" : "text")];
  const entries = Array.isArray(value) ? value : [value];
  return entries.flatMap((entry, at) => valueWrong(op === "contains" ? entryOf(field) : field, entry, [...path, "value", ...(Array.isArray(value) ? [at] : [])]));
}

function comparisons({ type }: Field): readonly Operator[] {
  switch (type.is) {
    case "yesno":
      return ["eq", "ne"];
    case "whole":
    case "number":
    case "date":
      return ["eq", "ne", "gte", "gt", "lte", "lt"];
    case "choice":
    case "place":
    case "controlPoint":
      return ["eq", "ne", "in"];
    case "choices":
    case "places":
      return ["contains"];
    default:
      return type satisfies never;
  }
}

function valueWrong(field: Field, value: unknown, path: PackPath): Wrong[] {
  const parsed = parseValue(field, value);
  if (parsed.ok) return [];
  if (parsed.code === "impossibleDate") return [wrong("badDate", path, value)];
  const isOption = parsed.code.startsWith("unknown");
  return [wrong(isOption ? "unknownOption" : "wrongValue", path, value, `${field.fact}: ${parsed.expected}`)];
}

/** A fact that holds a list, asked for one entry. */
function entryOf(field: Field): Field {
  return { ...field, type: { is: "choice", options: optionsOf(field) } };
}
