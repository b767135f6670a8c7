import { readDay } from "../kind/day-text.ts";
import { readNumber } from "../kind/number-text.ts";
import type { TypedValues } from "../kind/typed-values.ts";
import type { Language } from "../language.ts";
import { type KnownOrganisation, organisationNamed } from "./host-named.ts";

export const peopleProblems = ["impossibleDate", "missingDay", "notANumber", "ambiguousNumber", "amountOutOfRange", "rorCheckDigits", "unknownHost"] as const;
export type PeopleProblem = { readonly field: string; readonly code: (typeof peopleProblems)[number] };

export type ReadPeople = {
  /** What could be read, as fields of saveDraft; what could not be is left out, so that it changes nothing. */
  readonly change: {
    readonly title: string;
    readonly host?: string | null;
    readonly endorser: string | null;
    readonly window?: { readonly from: string; readonly to: string } | null;
    readonly limit?: { readonly value: string; readonly unit: string } | null;
    readonly claims: readonly string[];
  };
  readonly problems: readonly PeopleProblem[];
};

/** The page about parties and dates as it stands, read; organisations by short name, name or ROR, days and amounts as people write them. */
export function readPeople(values: TypedValues, known: readonly KnownOrganisation[], language: Language): ReadPeople {
  const text = (name: string) => (typeof values[name] === "string" ? values[name].trim() : "");
  const host = readHost(text("host"), known);
  const window = readWindow(text("window.from"), text("window.to"));
  const limit = readLimit(text("limit.value"), text("limit.unit"), language);
  const problems = [host, window, limit].flatMap((part) => ("problems" in part ? part.problems : []));
  const change = {
    title: text("title"),
    endorser: text("endorser") || null,
    claims: values.claims === undefined ? [] : [values.claims].flat().filter((claim) => claim !== ""),
    ...("host" in host && host),
    ...("window" in window && window),
    ...("limit" in limit && limit),
  };
  return { change, problems };
}

type Problems = { readonly problems: readonly PeopleProblem[] };

function readHost(typed: string, known: readonly KnownOrganisation[]): { readonly host: string | null } | Problems {
  if (typed === "") return { host: null };
  const named = organisationNamed(typed, known);
  if (named.is === "here") return { host: named.organisation.id };
  if (named.is === "away") return { host: named.ror };
  return { problems: [{ field: "host", code: named.is === "unknown" ? "unknownHost" : "rorCheckDigits" }] };
}

function readWindow(from: string, to: string): { readonly window: { readonly from: string; readonly to: string } | null } | Problems {
  if (from === "" && to === "") return { window: null };
  const days = { from: readDay(from), to: readDay(to) };
  if (days.from !== undefined && days.to !== undefined) return { window: { from: days.from, to: days.to } };
  const problem = (end: "from" | "to", typed: string): PeopleProblem[] => (days[end] === undefined ? [{ field: `window.${end}`, code: typed === "" ? "missingDay" : "impossibleDate" }] : []);
  return { problems: [...problem("from", from), ...problem("to", to)] };
}

function readLimit(typed: string, unit: string, language: Language): { readonly limit: { readonly value: string; readonly unit: string } | null } | Problems {
  if (typed === "") return { limit: null };
  const read = readNumber(typed, language);
  if (!read.ok) return { problems: [{ field: "limit.value", code: read.code }] };
  if (!/^\d{1,12}(\.\d{1,6})?$/.test(read.text) || Number(read.text) === 0) return { problems: [{ field: "limit.value", code: "amountOutOfRange" }] };
  return { limit: { value: read.text, unit } };
}
