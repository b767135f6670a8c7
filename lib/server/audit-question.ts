import { namedInRecord, type NamesAsked, numberedInRecord, type RecordNames } from "../../db/queries/audit-names.ts";
import type { Asked } from "../../db/queries/audit-search.ts";
import { asReader } from "../../db/client.ts";
import type { Actor } from "../access/actor.ts";
import { accountEventTypes } from "../account/events.ts";
import { askedWords, quoted } from "../audit/lexemes.ts";
import { outcomes } from "../audit/outcome-of.ts";
import { isCommand, producedBy } from "../audit/produced-by.ts";
import { type Question, type QuestionField, type QuestionProblem, type QuestionTerm, readDays } from "../audit/question.ts";
import { fold } from "../catalogue/fold.ts";
import { dossierEventTypes } from "../dossier/events.ts";
import { languages } from "../language.ts";
import { readNumber } from "../permit/number.ts";
import { kinds } from "../policy/pack.ts";
import { eventTypes } from "../request/events.ts";
import { requestStatuses } from "../request/state.ts";
import { type Meant, meantBy, placeNamed, valueNamed } from "./audit-meaning.ts";
import { rulebookInForce } from "./policy.ts";
import { type UnknownName, type UnknownSort, withNear } from "./unknown-names.ts";

/** What an auditor can ask for: whatever happens to requests, dossiers and quotas, and changes of the set-up. */
export const auditedTypes = [...eventTypes, ...dossierEventTypes, ...accountEventTypes, "config.changed"] as const;

/** A question as the record is asked, what its words were found to mean, and which names in it nothing bears. */
export type Meaning = { readonly asked: Asked; readonly also: readonly string[]; readonly unknown: readonly UnknownName[] };

/** Works out what a question means here: names of people, organisations, desks and rules, numbers, and words in every language. Answers what of it cannot be. */
export async function meaningOfQuestion(actor: Actor, { terms }: Question): Promise<Meaning | { readonly problems: readonly QuestionProblem[] }> {
  const days = terms.filter(({ field }) => field === "since" || field === "until" || field === "date");
  const rest = terms.filter((term) => !days.includes(term));
  const problems: QuestionProblem[] = [];
  const also: string[] = [];
  const unknown: Omit<UnknownName, "near">[] = [];
  const free = rest.filter(({ field, not, exact, begins }) => field === null && !not && !exact && !begins).map(({ values }) => values[0] ?? "");
  const together = free.length > 1 ? free.join(" ") : null;
  const looked = namesAsked(rest, together);
  const numbers = rest.flatMap(({ field, values }) => (field === null || field === "number" ? values : [])).flatMap((value) => recordNumber(value) ?? []);
  const known = [...new Set([...numbers, ...(together ? [recordNumber(together) ?? ""] : [])])].filter(Boolean);
  // What has no name in it is asked of nobody.
  const none = looked.size === 0 && known.length === 0;
  const [names, numbered] = none ? [new Map<string, RecordNames>(), new Map<string, string[]>()] as const : await asReader(actor, (tx) => Promise.all([namedInRecord(tx, looked), numberedInRecord(tx, actor, known)]));
  const parts = await Promise.all(rest.map((term) => partOf(term, { names, numbered, problems, also, unknown })));
  const plain = rest.flatMap((term, at) => (free.length > 1 && term.field === null && !term.not && !term.exact && !term.begins ? [] : [parts[at] ?? null]));
  const each = rest.flatMap((term, at) => (free.length > 1 && term.field === null && !term.not && !term.exact && !term.begins ? [parts[at] ?? null] : []));
  const whole = together ? either([...facetsMeant(meantBy(together), also), ...namesFacets(names.get(together)), ...(numbered.get(recordNumber(together) ?? "") ?? []).map((id) => facet(`at:${id}`))]) : null;
  const words = each.some((one) => one !== null) ? either([all(each), whole]) : whole;
  const from = days.flatMap(({ field, values }) => (field === "until" ? [] : [readDays(values[0] ?? "")?.from ?? ""])).toSorted().at(-1) ?? null;
  const to = days.flatMap(({ field, values }) => (field === "since" ? [] : [readDays(values[0] ?? "")?.to ?? ""])).toSorted()[0] ?? null;
  if (from && to && from > to) problems.push({ code: "datesReversed", params: { from, to } });
  return problems.length > 0 ? { problems } : { asked: { terms: all([...plain, words]), from, to }, also: [...new Set(also)], unknown: await withNear(actor, unknown) };
}

/** The words that may be somebody's or something's name, and whose: of a field that says so, its own; of words alone that mean nothing else, anybody's. */
function namesAsked(terms: readonly QuestionTerm[], together: string | null): NamesAsked {
  const asked = new Map<string, Set<keyof RecordNames>>();
  const ask = (word: string, as: readonly (keyof RecordNames)[]) => asked.set(word, new Set([...(asked.get(word) ?? []), ...as]));
  for (const { field, values, exact, begins } of terms) {
    const as = field !== null ? (namedBy[field] ?? []) : exact || begins || meantBy(values[0] ?? "").length > 0 ? [] : anyName;
    if (as.length > 0) for (const value of values) ask(value, as);
  }
  if (together) ask(together, anyName);
  return asked;
}

const anyName = ["people", "organisations", "desks"] as const;
const namedBy: Readonly<Partial<Record<QuestionField, readonly (keyof RecordNames)[]>>> = { person: ["people"], by: ["people"], org: ["organisations"], desk: ["desks"] };

type Found = { readonly names: ReadonlyMap<string, RecordNames>; readonly numbered: ReadonlyMap<string, readonly string[]>; readonly problems: QuestionProblem[]; readonly also: string[]; readonly unknown: Omit<UnknownName, "near">[] };

async function partOf(term: QuestionTerm, found: Found): Promise<string | null> {
  const made = term.field === null ? wordsPart(term, found) : either(await Promise.all(term.values.map((value) => fieldPart(term.field ?? "", value, found))));
  return made === null ? null : term.not ? `!(${made})` : made;
}

function wordsPart({ values: [text = ""], exact, begins }: QuestionTerm, { names, numbered, also }: Found): string | null {
  const words = askedWords(text);
  if (words.length === 0) return null;
  const phrase = words.map(({ word, begins: alone }, at) => `${quoted(word)}${alone || (begins && at === words.length - 1) ? ":*" : ""}`).join(" <-> ");
  if (exact || begins) return phrase;
  const meant = meantBy(text);
  return either([phrase, ...facetsMeant(meant, also), ...(meant.length > 0 ? [] : namesFacets(names.get(text))), ...(numbered.get(recordNumber(text) ?? "") ?? []).map((id) => facet(`at:${id}`))]);
}

/** What is called so in any language, by its facets and by each of its names in what was written. */
function facetsMeant(meant: readonly Meant[], also: string[]): string[] {
  return meant.flatMap(({ facets, names }) => {
    also.push(...names.slice(1));
    return [...facets.map(facet), ...names.flatMap((name) => [name, ...(/^[\p{Script=Latin}]+$/u.test(name) ? [`${name}s`] : [])]).flatMap((name) => phraseOf(name) ?? [])];
  });
}

function phraseOf(text: string): string | null {
  const words = askedWords(text);
  return words.length === 0 ? null : `(${words.map(({ word, begins }) => `${quoted(word)}${begins ? ":*" : ""}`).join(" <-> ")})`;
}

function namesFacets(names: RecordNames | undefined): string[] {
  return [...(names?.people ?? []).map((id) => facet(`person:${id}`)), ...(names?.organisations ?? []).map((id) => facet(`org:${id}`)), ...(names?.desks ?? []).map((id) => facet(`desk:${id}`))];
}

async function fieldPart(field: string, value: string, { names, numbered, problems, unknown }: Found): Promise<string | null> {
  const wrong = (code: QuestionProblem["code"], allowed: readonly string[] = []) => {
    problems.push({ code, params: { field, value, ...(allowed.length > 0 && { allowed: allowed.join(", ") }) } });
    return null;
  };
  const named = names.get(value);
  const none = (of: UnknownSort) => {
    // What is too short to be looked for may be somebody's all the same.
    if (of === "regime" || named) unknown.push({ of, value });
    return nothing;
  };
  switch (field) {
    case "kind":
    case "status": {
      const is = valueNamed(field, value);
      return is ? facet(`${field}:${is}`) : wrong("unknownValue", field === "kind" ? kinds : requestStatuses.filter((one) => one !== "draft"));
    }
    case "outcome":
      return (outcomes as readonly string[]).includes(value) ? facet(`outcome:${value}`) : wrong("unknownValue", outcomes);
    case "event":
      return (auditedTypes as readonly string[]).includes(value) ? facet(`type:${value}`) : wrong("unknownValue");
    case "command": {
      if (!isCommand(value)) return wrong("unknownValue");
      return either(producedBy[value].map((type) => facet(`type:${type}`))) ?? nothing;
    }
    case "by":
      return value === "system" ? facet("by:system") : (either((named?.people ?? []).map((id) => facet(`by:${id}`))) ?? none("person"));
    case "person":
      return either((named?.people ?? []).map((id) => facet(`person:${id}`))) ?? none("person");
    case "org":
      return either((named?.organisations ?? []).map((id) => facet(`org:${id}`))) ?? none("org");
    case "desk":
      return either((named?.desks ?? []).map((id) => facet(`desk:${id}`))) ?? none("desk");
    case "regime": {
      const { ids, isKnown } = await regimesNamed(value);
      if (!isKnown) none("regime");
      return either(ids.map((id) => facet(`regime:${id}`))) ?? nothing;
    }
    case "number": {
      const number = recordNumber(value);
      return number ? (either((numbered.get(number) ?? []).map((id) => facet(`at:${id}`))) ?? nothing) : wrong("notANumber");
    }
    case "corridor":
      return corridorPart(value) ?? wrong("unknownValue");
    default:
      return wrong("unknownField");
  }
}

/** `CN-HK`, `shenzhen-hongkong`, `香港-澳門`; one end may be left out. */
function corridorPart(value: string): string | null {
  const at = [...value.matchAll(/[-–→>]/g)].map(({ index }) => index);
  for (const cut of at) {
    const [from, to] = [value.slice(0, cut).trim(), value.slice(cut + 1).trim()];
    const [one, other] = [placeNamed(from), placeNamed(to)];
    if (one && other) return facet(`corridor:${one}-${other}`);
    if (one && to === "") return facet(`from:${one}`);
    if (other && from === "") return facet(`to:${other}`);
  }
  return null;
}

/** Rules by id or by what they are called in any language; an id that is no longer in force may still stand in the record. */
async function regimesNamed(value: string): Promise<{ readonly ids: readonly string[]; /** Whether it is one of the rules in force. */ readonly isKnown: boolean }> {
  const { regimes } = await asReader({ kind: "public" }, rulebookInForce);
  const word = fold(value);
  const called = [...regimes].flatMap(([id, { title }]) => (languages.some((language) => fold(title[language]).includes(word)) ? [id] : []));
  return { ids: [...new Set([...(/^[\w.-]{1,60}$/.test(value) ? [value] : []), ...called])].slice(0, 40), isKnown: regimes.has(value) || called.length > 0 };
}

function facet(name: string): string {
  return quoted(`=${name}`);
}

/** A number of ours however it is typed: of a request, a permit or a dossier. */
function recordNumber(typed: string): string | null {
  return readNumber(typed) ?? (/^cwd(-[0-9a-z]{2,4}){2,4}$/i.test(typed.trim()) ? typed.trim().toUpperCase() : null);
}

/** Is in no entry. */
const nothing = facet("nothing");

function either(parts: readonly (string | null)[]): string | null {
  const said = [...new Set(parts.filter((one): one is string => one !== null))];
  return said.length === 0 ? null : `(${said.join(" | ")})`;
}

function all(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((one): one is string => one !== null);
  return said.length === 0 ? null : said.join(" & ");
}
