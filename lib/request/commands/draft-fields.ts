import { z } from "zod";
import { isFact } from "../../kind/catalogue.ts";
import { checkFacts } from "../../kind/check-facts.ts";
import { kindDefinition } from "../../kind/registry.ts";
import { FactValue, type Facts } from "../../policy/condition.ts";
import type { Kind } from "../../policy/pack.ts";
import type { Context } from "../context.ts";
import { type Draft, goodTitle, type Warning } from "../draft.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { tableWarnings } from "../table-warnings.ts";
import { isPositive } from "../../permit/balance.ts";
import { Amount, Day } from "./shared.ts";

/** A title is kept as typed up to this many characters, and should be far shorter. */
const longestTitle = 2000;

export const Title = z
  .string()
  .max(longestTitle)
  .refine((text) => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(text), { error: "control characters", params: { expected: "controlCharacters" } });
export const FactsChange = z.record(z.string().max(80), FactValue.nullable());
export const Window = z.strictObject({ from: Day, to: Day });
export const OrganisationName = z.string().trim().min(1).max(120);

/** Everything of a draft that a person can write; creating and saving take the same fields. */
export const draftFields = {
  title: Title.optional(),
  facts: FactsChange.optional(),
  claims: z.array(z.string().max(80)).max(50).optional(),
  lines: z.array(z.unknown()).max(500).optional(),
  /** An e-mail address; kept as typed, looked up when it matters. */
  endorser: z.string().trim().max(320).nullable().optional(),
  window: Window.nullable().optional(),
  limit: Amount.nullable().optional(),
};

/** Wrong or unknown facts, each with what was expected. Null takes an answer back, and must still name a fact. */
export function factRefusals(kind: Kind, change: Readonly<Record<string, unknown>>): Refusal[] {
  const facts = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
  const { unknown, problems } = checkFacts(facts);
  const nameless = Object.keys(change).filter((fact) => change[fact] === null && !isFact(fact));
  return [
    ...[...unknown, ...nameless].map((fact) => refusal("unknownFact", { fact }, `facts.${fact}`)),
    ...problems.map(({ fact, code, expected }) => refusal("wrongValue", { fact, problem: code, expected }, `facts.${fact}`)),
    ...(facts.kind !== undefined && facts.kind !== kind ? [refusal("wrongValue", { fact: "kind", problem: "otherKind", expected: kind }, "facts.kind")] : []),
  ];
}

export function dateRefusals(facts: Readonly<Record<string, unknown>>, before: Facts, today: string): Refusal[] {
  const { date } = facts;
  return typeof date === "string" && date < today && date !== before.date ? [refusal("dateInPast", { day: date }, "facts.date")] : [];
}

export function limitRefusals(kind: Kind, limit: z.infer<typeof Amount> | null | undefined): Refusal[] {
  if (!limit) return [];
  const { units } = kindDefinition(kind);
  return [
    ...(units.includes(limit.unit) ? [] : [refusal("wrongUnit", { unit: units.join(", ") }, "limit.unit")]),
    ...(isPositive(limit.value) ? [] : [refusal("notPositive", {}, "limit.value")]),
  ];
}

/** What may be looked at again before submitting. The draft is saved all the same. */
export function warningsOf(draft: Draft, { endorser, today, told }: Pick<Context, "endorser" | "today" | "told">): Warning[] {
  const { title, window, facts } = draft;
  return [
    ...(title.length > goodTitle ? [{ code: "tooLong", path: "title", params: { most: goodTitle } }] : []),
    ...(draft.endorser !== null && endorser === null ? [{ code: "unknownEndorser", path: "endorser" }] : []),
    ...(window && window.to < window.from ? [{ code: "windowReversed", path: "window" }] : []),
    ...(window && window.to < today ? [{ code: "dateInPast", path: "window", params: { day: window.to } }] : []),
    ...(window && typeof facts.date === "string" && (facts.date < window.from || facts.date > window.to) ? [{ code: "crossingOutsideWindow", path: "facts.date", params: { from: window.from, to: window.to } }] : []),
    ...tableWarnings(draft, told),
  ];
}
