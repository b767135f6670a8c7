import type { AccountHappening } from "../account/events.ts";
import type { ConfigChanged } from "../access/configuration.ts";
import type { DossierHappening } from "../dossier/events.ts";
import { isId } from "../id.ts";
import type { EventActor, Happening } from "../request/events.ts";
import { type LiveState, organisationsOf } from "../request/state.ts";
import { outcomeOf } from "./outcome-of.ts";
import { asVector, placedWords } from "./lexemes.ts";

/** An event as an auditor's search has it: by what it is found, and who of the auditors may find it; null is all of them. */
export type SearchEntry = { readonly kind: string | null; readonly readers: readonly string[] | null; readonly terms: string };
/** Words beside an event, with who may read them. */
export type SpokenWords = { readonly body: string | null; readonly readers: readonly string[] | null };
type Speaks = (digest: string) => SpokenWords | undefined;
type Happened = { readonly type: string; readonly data: unknown; readonly actor: unknown };
type Stands = { readonly requestId: string; readonly stream: string };

/** The entry of an event of a request, with the case as it stood after it. */
export function requestEntry(event: Happening & { readonly actor: EventActor }, state: LiveState, speaks: Speaks): SearchEntry {
  const facets = [...facetsOfCase(state), ...facetsOfEvent(event)];
  const step = "step" in event.data ? state.steps.find(({ id }) => id === (event.data as { step: string }).step) : undefined;
  if (step) facets.push(`desk:${step.desk}`, `step:${step.id}`);
  const outcome = outcomeOf(event);
  if (outcome) facets.push(`outcome:${outcome}`);
  const own = digestsIn(event.data);
  // A case is remembered by its title, whatever is asked for of what became of it.
  const words = [...own, ...(own.includes(state.title.digest) ? [] : [state.title.digest])].map((digest) => speaks(digest));
  return { kind: state.kind, readers: readersOf(words), terms: asVector(placed([...words.map((one) => one?.body ?? ""), ...plainWords(event.data)]), [...facets, ...facetsOfAnswers(own.map((digest) => speaks(digest)?.body))]) };
}

/** The entry of an event of a dossier, an account or the set-up: by what it says itself. */
export function otherEntry(event: Happened & Stands, speaks: Speaks): SearchEntry {
  const words = digestsIn(event.data).map((digest) => speaks(digest));
  const outcome = outcomeOf(event as DossierHappening | AccountHappening);
  // Which account an entry is of stands in the name of its chain alone.
  const [of = "", organisation, quota, year] = event.stream.split(":");
  const account = of === "account" ? { facets: [`org:${organisation}`, `quota:${quota}`], words: [`${quota} ${year}`] } : { facets: [], words: [] };
  const facets = [`at:${event.requestId}`, ...account.facets, ...facetsOfEvent(event), ...(outcome ? [`outcome:${outcome}`] : [])];
  const { of: about, kind } = event.data as Partial<ConfigChanged> & { readonly kind?: string | null };
  if (event.type === "config.changed") facets.push(`set-up:${about}`);
  // What somebody looked for when they took events away is no word of what it finds, or each file would hold the takings before it.
  const said = about === "taken-away" ? [] : words.map((one) => one?.body ?? "");
  return { kind: event.type === "config.changed" ? (kind ?? null) : null, readers: readersOf(words), terms: asVector(placed([...said, ...account.words, ...plainWords(event.data)]), facets) };
}

function facetsOfCase(state: LiveState): string[] {
  const { corridor, host } = state;
  const ends = (end: "from" | "to") => [corridor[end].jurisdiction, corridor[end].city, corridor[end].zone].flatMap((place) => (place ? [place.toLowerCase()] : []));
  const [from, to] = [ends("from"), ends("to")];
  return [
    `at:${state.id}`,
    `kind:${state.kind}`,
    `status:${state.status}`,
    ...from.map((place) => `from:${place}`),
    ...to.map((place) => `to:${place}`),
    ...from.flatMap((one) => to.map((other) => `corridor:${one}-${other}`)),
    ...organisationsOf(state).map((id) => `org:${id}`),
    ...("ror" in host ? [`org:${host.ror}`] : []),
    ...[state.requester, ...state.team, ...(state.endorser === null ? [] : [state.endorser])].map((id) => `person:${id}`),
    ...state.findings.map(({ id }) => `regime:${id}`),
    ...(corridor.controlPoint ? [`point:${corridor.controlPoint}`] : []),
  ];
}

function facetsOfEvent({ type, actor, data }: Happened): string[] {
  const { person, desk, for: whom } = actor as { readonly person?: string; readonly desk?: string | null; readonly for?: string };
  const said = data as Readonly<Record<string, unknown>>;
  const named = Object.entries(said).flatMap(([field, value]) => (personFields.includes(field) ? [value].flat() : [])).filter((value): value is string => typeof value === "string" && isId(value));
  const text = (field: string) => (typeof said[field] === "string" ? (said[field] as string) : null);
  return [
    `type:${type}`,
    person ? `by:${person}` : "by:system",
    ...[person, whom, ...named].flatMap((id) => (id ? [`person:${id}`] : [])),
    ...[desk, text("desk")].flatMap((id) => (id ? [`desk:${id}`] : [])),
    ...(text("organisation") ? [`org:${text("organisation")}`] : []),
    ...(text("requirement") ? [`regime:${text("requirement")}`] : []),
    ...(text("controlPoint") ? [`point:${text("controlPoint")}`] : []),
    ...["request", "waiting", "awaits"].flatMap((field) => (text(field) ? [`at:${text(field)}`] : [])),
    ...(text("quota") ? [`quota:${text("quota")}`] : []),
  ];
}

/** Fields of events that name people. */
const personFields = ["to", "from", "requester", "team", "endorser", "person", "author", "decidedBy", "members", "by", "for"];
/** What these hold is no language: versions, plans, places and figures, which have facets or nobody asks for. */
const unspoken = ["packs", "findings", "steps", "clocks", "outcome", "workflow", "facts", "claims", "corridor", "terms", "sinceBegun", "series", "stands", "unconfirmed", "content", "sha256", "digest", "document", "documents", "excursions", "proposal", "home", "host"];

/** Answers that are chosen from a list, as the facets by which a meaning finds them. */
function facetsOfAnswers(bodies: readonly (string | null | undefined)[]): string[] {
  return bodies.flatMap((body) => {
    if (!body?.startsWith("{")) return [];
    const facts = answersIn(body)?.facts;
    return facts ? Object.entries(facts).flatMap(([fact, value]) => [value].flat().flatMap((one) => (typeof one === "string" && one.length <= 40 ? [`answer:${fact}=${one}`] : []))) : [];
  });
}

function answersIn(body: string): { readonly facts?: Readonly<Record<string, unknown>> } | null {
  try {
    return JSON.parse(body) as { facts?: Record<string, unknown> };
  } catch {
    // Words that begin with a brace.
    return null;
  }
}

/** What is said, text after text, with a gap between them: no phrase runs from one into the next. */
function placed(texts: readonly string[]) {
  const all = [];
  let at = 1;
  for (const text of texts) {
    const words = placedWords(spokenIn(text), at);
    all.push(...words);
    at += words.length + 2;
  }
  return all.filter((one) => one.at < 16_000);
}

/** Of what is kept as JSON the values are words, but for digests, ids and names of fields. */
function spokenIn(text: string): string {
  if (!/^[{[]/.test(text)) return text;
  try {
    return leaves(JSON.parse(text)).join("\n");
  } catch {
    return text;
  }
}

function leaves(value: unknown): string[] {
  if (typeof value === "string") return isWords(value) ? [value] : [];
  if (typeof value === "number") return [String(value)];
  if (typeof value !== "object" || value === null) return [];
  return inOrder(value).flatMap(([field, part]) => (secret.includes(field) ? [] : leaves(part)));
}

/** The database keeps the fields of JSON in an order of its own: words are placed in one that does not hang on it. */
function inOrder(value: object): [string, unknown][] {
  return Array.isArray(value) ? Object.entries(value) : Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Never searched for, whatever holds them. */
const secret = ["hash", "token", "secret", "x"];

function plainWords(data: unknown): string[] {
  return inOrder(data as object).flatMap(([field, value]) => (unspoken.includes(field) ? [] : leaves(value)));
}

function isWords(text: string): boolean {
  return text !== "" && !/^[0-9a-f]{32,64}$/.test(text) && !isId(text) && !/^\d{4}-\d\d-\d\dT/.test(text);
}

/** Words for fewer than all who audit a case make their event one for those alone. */
function readersOf(words: readonly (SpokenWords | undefined)[]): readonly string[] | null {
  const limited = words.flatMap((one) => (one?.readers ? [one.readers] : []));
  return limited.length === 0 ? null : (limited[0] ?? []).filter((subject) => limited.every((readers) => readers.includes(subject)));
}

function digestsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(digestsIn);
  if (typeof value !== "object" || value === null) return [];
  const { digest } = value as { digest?: unknown };
  if (typeof digest === "string" && Object.keys(value).length === 1) return [digest];
  return inOrder(value).flatMap(([, part]) => digestsIn(part));
}
