import type { Kind } from "../policy/pack.ts";
import type { Answers } from "../request/answers.ts";
import type { LiveState, Permit } from "../request/state.ts";
import { controlPointsFor, type Mode } from "../place/routes.ts";
import type { Jurisdiction } from "../place/jurisdictions.ts";
import type { PermitItem, PermitTerms } from "./credential.ts";

/** What a permit's credential says, from the request and the words kept beside it. What was erased is left out. */
export function termsOf(state: LiveState, permit: Permit, words: ReadonlyMap<string, string>): PermitTerms {
  const { corridor, kind, requirements } = state;
  const { from, to, mode } = corridor;
  const answers = answersIn(words.get(state.answers.digest));
  return {
    number: permit.number,
    kind,
    corridor: { from, to, mode },
    // Where none was named, any that serves the route.
    controlPoints: permit.controlPoint === null ? controlPointsFor(from.jurisdiction as Jurisdiction, to.jurisdiction as Jurisdiction, (mode ?? undefined) as Mode | undefined).map(({ id }) => id) : [permit.controlPoint],
    limit: permit.limit,
    ...(permit.limit.unit === "trip" && { crossings: permit.limit.value }),
    items: answers.lines.flatMap((line) => items[kind](line as Line) ?? []),
    window: { from: permit.validFrom, to: permit.validUntil },
    conditions: state.conditions.flatMap(({ text }) => words.get(text.digest) ?? []),
    requirements: requirements
      .filter(({ status }) => status === "granted" || status === "filed")
      .map(({ regime, reference, validUntil }) => {
        const number = reference && kind !== "person" ? words.get(reference.digest) : undefined;
        return { regime, ...(number !== undefined && isReferenceNumber(number) && { reference: number }), ...(validUntil !== null && { validUntil }) };
      }),
  };
}

/** The words that `termsOf` reads. */
export function termsWords({ answers, conditions, requirements }: LiveState): string[] {
  return [answers, ...conditions.map(({ text }) => text), ...requirements.map(({ reference }) => reference)].flatMap((words) => (words ? [words.digest] : []));
}

type Line = Readonly<Record<string, string | number | undefined>>;

/** A line as the permit shows it; nothing of a person, and nothing of what went out before. */
const items: Record<Kind, (line: Line) => PermitItem | null> = {
  sample: ({ material, container, count, each, unit }) => ({ ...named(material), quantity: amount(count, "container"), ...(container !== undefined && { container: String(container) }), ...(each !== undefined && { each: amount(each, unit) }) }),
  reagent: ({ item, cas, un, hs, quantity, unit }) => ({ ...named(item), quantity: amount(quantity, unit), ...codes({ cas, un, hs }) }),
  data: ({ set, fields, records, when }) => (when === "earlier" ? null : { ...named(set), ...codes({ fields }), quantity: amount(records, "record") }),
  funds: ({ amount: value, currency, due }) => ({ quantity: amount(value, currency), ...codes({ due }) }),
  person: ({ role, trips }) => ({ ...codes({ role }), quantity: amount(trips, "trip") }),
};

function named(name: Line[string]): { name?: string } {
  return name === undefined ? {} : { name: String(name) };
}

function amount(value: Line[string], unit: Line[string]): PermitItem["quantity"] {
  return { value: String(value ?? "0"), unit: String(unit ?? "") };
}

function codes(line: Line): Record<string, string> {
  return Object.fromEntries(Object.entries(line).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])));
}

/** Digits and no blank: a number of a paper, not a sentence in which somebody may be named. */
function isReferenceNumber(text: string): boolean {
  return /^\S{3,60}$/.test(text) && (text.match(/\d/g) ?? []).length >= 3 && !text.includes("@");
}

function answersIn(body: string | undefined): Answers {
  return body === undefined ? { facts: {}, lines: [] } : (JSON.parse(body) as Answers);
}
