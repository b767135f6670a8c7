import { checkFacts, type FactTrouble } from "../kind/check-facts.ts";
import type { Field } from "../kind/field.ts";
import { parseFormValue } from "../kind/parse-form-value.ts";
import { parseFact, type ParsedFact } from "../kind/parse-fact.ts";
import { fieldsOf, visibleFields, withoutHidden } from "../kind/questions.ts";
import { type FormKind, hasForm } from "../kind/registry.ts";
import type { Language } from "../language.ts";
import type { FactValue, Facts } from "../policy/condition.ts";

/** What somebody told the finder so far. All of it stands in the address, and nothing in it is personal. */
export type Answers = {
  readonly kind: FormKind | null;
  readonly facts: Facts;
  /** Asked, and left without an answer for now. */
  readonly declined: readonly string[];
  readonly claims: readonly string[];
  /** Answers that are different in the variant to compare with; null when nothing is compared. */
  readonly variant: Facts | null;
};

export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

/** An answer that could not be taken, with what was typed. */
export type Untaken = FactTrouble & { readonly typed: string | readonly string[] };

export type ReadAnswers = {
  readonly answers: Answers;
  readonly untaken: readonly Untaken[];
  /** Typed answers came along: the address that holds them is another one than this. */
  readonly typed: boolean;
  /** Answers of the variant that could not be taken. */
  readonly untakenVariant: readonly Untaken[];
  /** The answer to change now. */
  readonly change: string | null;
};

/*
 * `sample.un=UN3373` is an answer as any language reads it; `a.sample.volume_ml=1,5` is what somebody typed into a form,
 * `v.mode=courier` an answer of the variant, and `skip`, `claim` and `change` say the rest. A value that no answer has is named,
 * from whichever of these it came; whatever else comes is left out.
 */

/** The answers that an address or a plain form holds. Numbers and days that were typed are read in the reader's language. */
export function readAnswers(query: Query, language: Language): ReadAnswers {
  const kind = oneOf(query["a.kind"]) ?? oneOf(query.kind) ?? "";
  const typed = Object.keys(query).some((name) => name.startsWith("a.") || name === "asked");
  if (!hasForm(kind)) return { answers: nothing, untaken: [], typed, untakenVariant: [], change: null };
  const byName = new Map(fieldsOf(kind).map((field) => [field.fact, field]));
  const untaken: Untaken[] = [];
  const facts: Record<string, FactValue> = {};
  const declined = new Set(manyOf(query.skip).filter((fact) => byName.has(fact)));

  for (const [name, field] of byName) {
    const plain = fromAddress(field, query[name]);
    if (plain?.ok) facts[name] = plain.value;
    const said = query[`a.${name}`];
    if (said === undefined && !manyOf(query.asked).includes(name)) {
      if (plain && !plain.ok) untaken.push({ fact: name, code: plain.code, expected: plain.expected, typed: query[name] ?? "" });
      continue;
    }
    const read = parseFormValue(field, said ?? "", language);
    delete facts[name];
    declined.delete(name);
    if (!read.ok) untaken.push({ fact: name, code: read.code, expected: read.expected, typed: said ?? "" });
    else if (read.value === undefined) declined.add(name);
    else facts[name] = read.value;
  }
  const clash = checkFacts(facts).problems;
  for (const problem of clash) delete facts[problem.fact];
  const variant = variantOf(query, byName, language);
  const asks = new Set(visibleFields(kind, facts).map(({ fact }) => fact));
  return {
    answers: {
      kind,
      facts: visible(kind, facts),
      declined: [...declined].filter((fact) => facts[fact] === undefined),
      claims: [...new Set(manyOf(query.claim))].filter((id) => /^[a-z0-9-]{1,80}$/.test(id)).toSorted(),
      variant: variant.facts,
    },
    // A zone that a new city left behind goes without a word; one that was chosen just now is explained.
    untaken: [...untaken.filter(({ fact }) => asks.has(fact)), ...clash.filter(({ fact }) => !typed || query[`a.${fact}`] !== undefined).map((problem) => ({ ...problem, typed: query[`a.${problem.fact}`] ?? query[problem.fact] ?? "" }))],
    typed,
    untakenVariant: variant.untaken,
    change: manyOf(query.change).find((fact) => byName.has(fact)) ?? null,
  };
}

/** A query as pages get it, from an address or its text: a name that stands several times has a list, and no name is a special one. */
export function queryIn(address: URLSearchParams): Query {
  return Object.fromEntries([...new Set(address.keys())].map((name) => {
    const all = address.getAll(name);
    return [name, all.length === 1 ? all[0] : all];
  }));
}

/** The query that holds these answers: the same answers always give the same address. */
export function addressOf({ kind, facts, declined, claims, variant }: Answers): string {
  if (kind === null) return "";
  const query = new URLSearchParams({ kind });
  for (const { fact } of fieldsOf(kind)) for (const value of texts(facts[fact])) query.append(fact, value);
  for (const fact of declined) query.append("skip", fact);
  for (const claim of claims) query.append("claim", claim);
  if (variant) for (const { fact } of fieldsOf(kind)) for (const value of texts(variant[fact])) query.append(`v.${fact}`, value);
  return query.toString();
}

/** What an answer is called in an address; a list without entries is an answer too. */
export function texts(value: FactValue | undefined): string[] {
  if (value === undefined) return [];
  if (typeof value === "boolean") return [value ? "yes" : "no"];
  return Array.isArray(value) ? (value.length === 0 ? ["none"] : value) : [String(value)];
}

const nothing: Answers = { kind: null, facts: {}, declined: [], claims: [], variant: null };

/** Without what follows by itself: an address holds answers. */
function visible(kind: FormKind, facts: Facts): Facts {
  const kept = withoutHidden(kind, facts);
  return Object.fromEntries(Object.entries(kept).filter(([fact]) => facts[fact] !== undefined));
}

function variantOf(query: Query, byName: ReadonlyMap<string, Field>, language: Language): { readonly facts: Facts | null; readonly untaken: readonly Untaken[] } {
  const facts: Record<string, FactValue> = {};
  const untaken: Untaken[] = [];
  for (const [name, field] of byName) {
    const given = query[`v.${name}`];
    const plain = fromAddress(field, given);
    // The form beside the answers is filled in by hand, so a day may come as people write it.
    const read = plain && !plain.ok ? parseFormValue(field, given ?? "", language) : plain;
    if (read?.ok && read.value !== undefined) facts[name] = read.value;
    else if (read && !read.ok) untaken.push({ fact: name, code: read.code, expected: read.expected, typed: given ?? "" });
  }
  return { facts: Object.keys(facts).length === 0 ? null : facts, untaken };
}

/** An answer as an address writes it; undefined where it has none. */
function fromAddress(field: Field, given: Query[string]): ParsedFact | undefined {
  const all = manyOf(given).filter((text) => text !== "");
  const [text] = all;
  return text === undefined ? undefined : parseFact(field.fact, valueOf(field, text, all));
}

function valueOf({ type }: Field, text: string, all: readonly string[]): unknown {
  if (type.is === "yesno") return text === "yes" ? true : text === "no" ? false : text;
  if (type.is === "whole" || type.is === "number") return /^-?\d{1,200}(\.\d{1,200})?$/.test(text) ? Number(text) : text;
  if (type.is === "choices" || type.is === "places") return text === "none" ? [] : all;
  return text;
}

function oneOf(given: Query[string]): string | undefined {
  return manyOf(given)[0];
}

/** No address of ours holds more than a few hundred answers; what is longer was not made by us. */
function manyOf(given: Query[string]): readonly string[] {
  return (given === undefined ? [] : typeof given === "string" ? [given] : given).slice(0, 200);
}
