import fc from "fast-check";
import type { Field } from "../../lib/kind/field.ts";
import { optionsOf } from "../../lib/kind/parse-fact.ts";
import { fieldsOf } from "../../lib/kind/questions.ts";
import type { FormKind } from "../../lib/kind/registry.ts";
import { controlPoints } from "../../lib/place/control-points.ts";
import type { FactValue, Facts } from "../../lib/policy/condition.ts";
import { isProgramme } from "../../lib/policy/evaluate.ts";
import { packs } from "../../lib/policy/registry.ts";

/** Any answers to any of a kind's questions. */
export function anyAnswers(kind: FormKind): fc.Arbitrary<Facts> {
  return fc.record(Object.fromEntries(fieldsOf(kind).map((field) => [field.fact, anyAnswer(field)])), { requiredKeys: [] }) as fc.Arbitrary<Facts>;
}

/** Any of the programmes there are for a kind, whether they fit or not. */
export function anyClaims(kind: FormKind): fc.Arbitrary<string[]> {
  return fc.subarray(packs.flatMap(({ regimes }) => regimes.filter((regime) => regime.kinds.includes(kind) && isProgramme(regime)).map(({ id }) => id)));
}

function anyAnswer(field: Field): fc.Arbitrary<FactValue> {
  switch (field.type.is) {
    case "yesno":
      return fc.boolean();
    case "whole":
      return fc.integer({ min: field.type.min, max: Math.min(field.type.max, 10_000) });
    case "number":
      return fc.integer({ min: Math.ceil(field.type.min), max: Math.min(field.type.max, 10_000) });
    case "date":
      return fc.constantFrom("2026-12-01", "2027-03-15", "2028-01-01");
    case "choices":
    case "places":
      return fc.subarray([...optionsOf(field)], { minLength: 1 });
    case "controlPoint":
      return fc.constantFrom(...controlPoints.map(({ id }) => id));
    default:
      return fc.constantFrom(...optionsOf(field));
  }
}
