import type { FileLine } from "./lines.ts";
import { formatName } from "./lines.ts";

type Is = (value: unknown) => boolean;
type Shape = Readonly<Record<string, { readonly is: Is; readonly optional?: true }>>;

/** The first field, by its name's place in the alphabet, that a line should not have or has in another form; else the first that it lacks; null when it is as it should be. */
export function oddField(line: Readonly<Record<string, unknown>>): string | null {
  const shape = shapeOf(line);
  if (!shape) return "line";
  const names = Object.keys(line);
  if (names.some((name) => !fits(shape, name, line[name]))) return names.filter((name) => !fits(shape, name, line[name])).toSorted(byUnits)[0] ?? "line";
  for (const name in shape) if (!shape[name]?.optional && !Object.hasOwn(line, name)) return name;
  return null;
}

export function byUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function fits(shape: Shape, name: string, value: unknown): boolean {
  return Object.hasOwn(shape, name) && (shape[name]?.is(value) ?? false);
}

function shapeOf({ line, withheld }: Readonly<Record<string, unknown>>): Shape | undefined {
  if (line === "event") return withheld === undefined ? shown : hidden;
  return typeof line === "string" && Object.hasOwn(others, line) ? others[line as keyof typeof others] : undefined;
}

const isText: Is = (value) => typeof value === "string";
const isHash: Is = (value) => typeof value === "string" && /^[0-9a-f]{64}$/.test(value);
const isSalt: Is = (value) => typeof value === "string" && /^(?:[0-9a-f]{2})*$/.test(value);
const isCount: Is = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isPlace: Is = (value) => isCount(value) && value !== 0;
const isObject: Is = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (is: Is): Is => (value) => Array.isArray(value) && value.every(is);
const only = (...values: unknown[]): Is => (value) => values.includes(value);
const has = (value: unknown, fields: Readonly<Record<string, Is>>): boolean => isObject(value) && Object.keys(value as object).length === Object.keys(fields).length && Object.entries(fields).every(([name, is]) => Object.hasOwn(value as object, name) && is((value as Record<string, unknown>)[name]));
const isWords: Is = (value) => has(value, { salt: isSalt, body: isText }) || has(value, { withheld: only(true) }) || has(value, { erased: (part) => has(part, { at: isText, rule: isText }) });
const isTexts: Is = (value) => isObject(value) && Object.entries(value as object).every(([digest, words]) => isHash(digest) && isWords(words));

// In the order of the alphabet, so that what is lacking is named in it.
const shown: Shape = {
  actor: { is: isObject },
  at: { is: isText },
  data: { is: isObject },
  digest: { is: isHash },
  hash: { is: isHash },
  leaf: { is: isCount, optional: true },
  line: { is: isText },
  prev: { is: isHash },
  proof: { is: listOf(isHash), optional: true },
  salt: { is: isSalt },
  seq: { is: isPlace },
  stream: { is: isText },
  texts: { is: isTexts, optional: true },
  type: { is: isText },
};
const hidden: Shape = { digest: { is: isHash }, hash: { is: isHash }, leaf: { is: isCount, optional: true }, line: { is: isText }, proof: { is: listOf(isHash), optional: true }, seq: { is: isPlace }, stream: { is: isText }, withheld: { is: only(true) } };

const others = {
  record: { format: { is: only(formatName) }, keys: { is: listOf(isText) }, line: { is: isText }, made: { is: isText }, origin: { is: isText }, scope: { is: only("request", "all") }, seal: { is: (value) => value === null || typeof value === "string" }, until: { is: (value) => isObject(value) && Object.values(value as object).every(isCount), optional: true } },
  consistency: { from: { is: isCount }, line: { is: isText }, proof: { is: listOf(isHash) } },
  chain: { hash: { is: isHash }, line: { is: isText }, seq: { is: isCount }, stream: { is: isText } },
  document: { document: { is: isText }, line: { is: isText }, seq: { is: isPlace }, sha256: { is: isHash }, size: { is: isCount }, stream: { is: isText } },
  end: { chains: { is: isCount }, events: { is: isCount }, line: { is: isText } },
} as const satisfies Record<Exclude<FileLine["line"], "event">, Shape>;
