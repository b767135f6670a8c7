import { namesIn, textsOf } from "@/app/(auth)/form-state";
import { fromClockTime } from "@/lib/calendar/day";
import type { Language } from "@/lib/language";
import { amountsRead } from "./amounts-said";

type Said = { [name: string]: unknown };

/** What a form says, as the object that the names of its fields spell: `conditions.0.text`, `quantity.value`. What was left empty was not said; amounts are read as the language writes them. */
export function saidIn(form: FormData, language: Language): Said {
  const root = group();
  for (const name of namesIn(form)) {
    if (!/^[a-zA-Z]+(\.[a-zA-Z0-9-]+){0,3}(\[\])?$/.test(name)) continue;
    const said = textsOf(form, name).filter((one) => one.trim() !== "");
    if (said.length === 0) continue;
    put(root, name.replace("[]", "").split("."), name.endsWith("[]") ? said : (said[0] ?? ""));
  }
  return amountsRead(arrays(root) as Said, language);
}

/** A name may be one that every object has, as `constructor`, so a group begins with none. */
function group(): Said {
  return Object.create(null) as Said;
}

/** Where a path of the command stands on the form: in a list, places that were left empty are not counted. */
export function placesIn(form: FormData): (path: string) => string {
  const filled = namesIn(form).filter((name) => textsOf(form, name).some((one) => one.trim() !== "")).map((name) => name.split("."));
  return (path) => {
    const [list = "", at = "", ...rest] = path.split(".");
    if (!/^\d+$/.test(at)) return path;
    const places = [...new Set(filled.flatMap(([head, place = ""]) => (head === list && /^\d+$/.test(place) ? [Number(place)] : [])))].toSorted((a, b) => a - b);
    return [list, places[Number(at)] ?? at, ...rest].join(".");
  };
}

function put(root: Said, [head = "", ...rest]: string[], value: unknown): void {
  if (rest.length > 0) {
    const inner = isGroup(root[head]) ? root[head] : group();
    root[head] = inner;
    put(inner, rest, value);
    return;
  }
  // What is a group already stays one: as a text its fields would be lost unseen.
  if (!isGroup(root[head])) root[head] = meant(head, value);
}

function meant(name: string, value: unknown): unknown {
  if (truths.has(name)) return value === "true";
  if (numbers.has(name)) return Array.isArray(value) ? value.map(Number) : Number(value);
  return name === "at" && typeof value === "string" ? fromClockTime(value) : value;
}

function isGroup(value: unknown): value is Said {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Fields that say yes or no. */
const truths: ReadonlySet<string> = new Set(["casting", "keepWork", "isVoid", "isSound", "whole"]);
/** Fields that count. */
const numbers: ReadonlySet<string> = new Set(["version", "expectedVersion", "workingDays", "year", "count", "what", "entries"]);

/** Groups whose names are 0, 1, 2 … are lists. */
function arrays(value: unknown): unknown {
  if (!isGroup(value)) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, arrays(part)] as const);
  return entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key)) ? entries.map(([, part]) => part) : Object.fromEntries(entries);
}
