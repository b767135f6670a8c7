import { v7 as newId } from "uuid";
import { z } from "zod";
import { addDays, dayOf } from "../../lib/calendar/day.ts";

/* What a body of the API may be, made from its schema, and the same with something odd in each of its places. */

type Schema = { readonly type?: string; readonly format?: string; readonly pattern?: string; readonly const?: unknown; readonly enum?: readonly unknown[]; readonly anyOf?: readonly Schema[]; readonly oneOf?: readonly Schema[]; readonly items?: Schema; readonly properties?: Readonly<Record<string, Schema>>; readonly additionalProperties?: Schema | boolean; readonly minimum?: number; readonly exclusiveMinimum?: number; readonly minItems?: number };
type Json = { readonly [name: string]: unknown };

/** Written into the text of a body, because JSON.stringify makes null of it. */
const tooLarge = "__1e400__";
const longText = "x".repeat(6_000);

/** Whatever people and programs send where it does not belong. Each name says what it is. */
export const oddValues: Readonly<Record<string, unknown>> = {
  "nothing": null, "a truth": true, "a list": [[]], "an object": { by: "air" }, "a long list": Array.from({ length: 5_000 }, () => ({})),
  "a negative count": -1, "half a one": 1.5, "more than all numbers": tooLarge, "forty digits": Number("9".repeat(40)), "forty digits as text": "9".repeat(40), "an exponent": "1e3",
  "no text": "", "blanks": "  ", "a long text": longText, "a control character": "a\u0007b", "NUL": "a\u0000b", "half a character": "a\ud800b", "a text turned around": "a\u202eb", "two lines": "a\nb",
  "an unknown name": "atlantis", "a hidden property": "__proto__", "a wrong id": "019a-1", "another's id": "019a0000-0000-7000-8000-000000000000",
  "a day in 1900": "1900-01-01", "a day in 9999": "9999-12-31", "a day that is none": "2026-02-30", "a day before all days": "0000-01-01",
};
/** What no schema takes anywhere, whatever the place is for: each has to name it. */
export const neverGood: ReadonlySet<string> = new Set(["more than all numbers", "NUL", "half a character"]);

/** One body for each way that a schema allows, with an answer in every place. */
export function bodiesOf(schema: z.ZodType): Json[] {
  return ways(z.toJSONSchema(schema, { io: "input", unrepresentable: "any", reused: "inline" }) as Schema).map((way) => example(way) as Json);
}

/** The places of a body, each as the names that lead there; into lists at their first. */
export function placesOf(body: unknown, before: readonly string[] = []): (readonly string[])[] {
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, part]) => [[...before, name], ...placesOf(part, [...before, name])]);
}

/** The body with one odd value in a place, as the text that is sent. */
export function withOdd(body: Json, at: readonly string[], odd: string): string {
  const copy = JSON.parse(JSON.stringify(body)) as Record<string, unknown>;
  const holder = at.slice(0, -1).reduce((part, name) => part[name] as Record<string, unknown>, copy);
  holder[at.at(-1) ?? ""] = oddValues[odd];
  return JSON.stringify(copy).replaceAll(`"${tooLarge}"`, "1e400");
}

function ways(schema: Schema): readonly Schema[] {
  return (schema.anyOf ?? schema.oneOf)?.flatMap(ways) ?? [schema];
}

function example(schema: Schema, name = ""): unknown {
  const way = ways(schema).find(({ type }) => type !== "null") ?? schema;
  if (way.const !== undefined) return way.const;
  if (way.enum) return way.enum.find((one) => one === known[name]) ?? way.enum[0];
  switch (way.type) {
    case "object":
      if (way.properties) return Object.fromEntries(Object.entries(way.properties).map(([inner, part]) => [inner, example(part, inner)]));
      return typeof way.additionalProperties === "object" && way.additionalProperties.type ? { digest: example(way.additionalProperties) } : answers;
    case "array":
      return [example(way.items ?? {}, name)];
    case "integer":
    case "number":
      return Math.max(1, way.minimum ?? 1);
    case "boolean":
      return true;
    default:
      return textFor(way, name);
  }
}

/** What stands where anything may: some answers of a request. */
const answers = { "from.city": "hongkong", "to.city": "shenzhen", mode: "courier", date: addDays(dayOf(new Date()), 5), "sample.quantity": 4, "transit.jurs": ["MO"] };
/** What a name has to be to get past more than the schema. */
const known: Readonly<Record<string, string>> = { kind: "sample", home: "hku", host: "szu", unit: "tube", endorser: "pi@hku.example", step: "endorsement", for: "researcher@hku.example", by: "pi@hku.example", fact: "sample.quantity" };

function textFor({ format, pattern }: Schema, name: string): string {
  if (known[name] !== undefined) return known[name];
  if (format === "uuid") return newId();
  if (format === "date") return addDays(dayOf(new Date()), 3);
  if (format === "date-time") return new Date().toISOString();
  return ["abc", "1", "a.b", "2026", "a@b.example", "0".repeat(64)].find((text) => pattern === undefined || new RegExp(pattern).test(text)) ?? "abc";
}
