import { fieldOf } from "@/lib/kind/catalogue";
import { readDay } from "@/lib/kind/day-text";
import { readAnswers } from "@/lib/kind/read-section";
import { type TypedValues, typedName } from "@/lib/kind/typed-values";
import { visibleSections } from "@/lib/kind/questions";
import { format } from "@/lib/format";
import { type Applying, applying, type ServedRules, type Weighing } from "@/lib/request/applying";
import { fill } from "@/lib/fill";
import { confirmPeople, confirmTyped } from "@/lib/request/confirmed";
import { requestFacts } from "@/lib/kind/derive";
import { isMoney, moneyWords } from "@/lib/request/money-words";
import { readPeople } from "@/lib/request/read-people";
import { mergeFacts, withTotals } from "@/lib/request/merge-facts";
import type { LiveSection } from "./live-section";

/* Sent to the browser after the page is there: what the server does with an answer when it is saved, while it is typed. */

let rules: Promise<ServedRules> | undefined;

/** The rules, fetched once a page; the browser keeps them for good under their digest. */
export function rulesAt(path: string): Promise<ServedRules> {
  return (rules ??= load(path));
}

async function load(path: string): Promise<ServedRules> {
  try {
    const answer = await fetch(path);
    if (!answer.ok) throw new TypeError(`the rules answered ${answer.status}`);
    return (await answer.json()) as ServedRules;
  } catch (error) {
    rules = undefined;
    throw error;
  }
}

/** The draft as it would be with what is typed now. */
export function weighingOf({ kind, section, language, facts, claims, window, rates, known }: LiveSection, values: TypedValues): Weighing {
  if (section === "people") {
    const { change } = readPeople(values, known, language);
    return { kind, facts, claims: change.claims, window: change.window === undefined ? window : change.window, rates };
  }
  const read = readAnswers({ kind, facts }, section, values, language);
  return { kind, facts: withTotals(kind, mergeFacts(facts, read.facts), read.lines?.problems.length === 0 ? read.lines.facts : {}), claims, window, rates };
}

export function applyingNow(served: ServedRules, live: LiveSection, values: TypedValues): Applying[] {
  return applying(served, weighingOf(live, values));
}

/** What cannot be read, each with its sentence. A window with one day is not wrong yet. */
export function problemsNow({ kind, section, language, facts, known, words }: LiveSection, values: TypedValues): { field: string; message: string }[] {
  const sentence = (code: string, expected = "") => fill(words.problems[code] ?? code, { expected });
  if (section === "people") return readPeople(values, known, language).problems.filter(({ code }) => code !== "missingDay").map(({ field, code }) => ({ field, message: sentence(code) }));
  const { problems, lines } = readAnswers({ kind, facts }, section, values, language);
  return [
    ...(lines?.problems ?? []).map(({ line, cell, code, expected }) => ({ field: `lines.${line}.${cell}`, message: sentence(code, expected) })),
    ...problems.map(({ field, code, expected }) => ({ field, message: sentence(code, expected) })),
  ];
}

/** What passed a check; undefined where there is something that is no longer confirmed. */
export function confirmedNow(live: LiveSection, values: TypedValues, served: ServedRules | undefined): Record<string, string | undefined> {
  const { kind, section, language, facts, known, words } = live;
  const { confirming } = words;
  const places = [facts["from.jur"], facts["to.jur"]].filter((place): place is string => typeof place === "string");
  if (section === "people") {
    const said = confirmPeople(values, { known, places, words: confirming, language });
    return { host: said.host, "window.from": said["window.from"], "window.to": said["window.to"] };
  }
  const say = (key: string) => served?.words[key] ?? key;
  const fields = visibleSections(kind, facts).find(({ id }) => id === section)?.fields ?? [];
  const days = fields.flatMap(({ fact, type }): [string, string | undefined][] => {
    if (type.is !== "date") return [];
    const day = typeof values[fact] === "string" ? readDay(values[fact]) : undefined;
    return [[fact, day && format(language).date(day)]];
  });
  const typed = fields.flatMap(({ fact, typed: reads }): [string, string | undefined][] => {
    const text = values[typedName(fact)];
    return reads && served ? [[typedName(fact), typeof text === "string" ? confirmTyped(fact, text, say, { words: confirming, language }) : undefined]] : [];
  });
  const typedFacts = weighingOf(live, values).facts;
  const money = fields.filter(({ fact }) => isMoney(fact)).map(({ fact }): [string, string | undefined] => [fact, moneyWords(fact, { facts: requestFacts(typedFacts, kind, live.rates), rates: live.rates }, words.money, language)]);
  return Object.fromEntries([...days, ...typed, ...money]);
}

/** The answers on this page that a typed number settles, as the form sends them. */
export function settledNow(values: TypedValues): Record<string, string> {
  const settled: Record<string, string> = {};
  for (const [name, text] of Object.entries(values)) {
    if (!name.startsWith("typed.") || typeof text !== "string") continue;
    for (const [fact, value] of Object.entries(fieldOf(name.slice("typed.".length))?.typed?.(text) ?? {})) settled[fact] = String(value);
  }
  return settled;
}
