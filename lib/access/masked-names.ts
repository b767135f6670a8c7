import { toOtherScripts } from "../catalogue/scripts.ts";
import { titledSurnames } from "./titled-surname.ts";
import { anyAccent, anyCase, bounded, escaped, nameParts } from "./name-spelling.ts";

/** Somebody whose name is not to be read, and what stands in its place. */
export type Unnamed = { readonly name: string; readonly email: string; readonly shownAs: string };

/**
 * Takes people's names out of what somebody wrote, names of files among it: each as it is kept, as a whole or the part of it that is in Latin or Chinese letters, in either Chinese
 * script and however it is spaced, joined, accented and capitalised, family name first or last; their address; and a part of the name with a title at it (“Dr Chan”, 陳博士, “Senhora Lam”),
 * unless somebody in `known`, whom the reader knows, has that part too. A surname or a nickname alone is nobody's for certain, and stays.
 */
export function withoutNames(unnamed: readonly Unnamed[], known: readonly string[] = []): (text: string) => string {
  const key = JSON.stringify([unnamed, known]);
  const kept = made.get(key) ?? masking(unnamed, known);
  made.delete(key);
  made.set(key, kept);
  if (made.size > mostMade) made.delete(made.keys().next().value ?? "");
  return kept;
}

/** Patterns take milliseconds to prepare, and a case is read many times with the same officers: those used last are kept. */
const made = new Map<string, (text: string) => string>();
const mostMade = 50;

function masking(unnamed: readonly Unnamed[], known: readonly string[]): (text: string) => string {
  // The longest first, so that no part of a name is taken out of the whole.
  const forms = unnamed.flatMap(({ name, email, shownAs }) => [{ form: anyCased(email), length: email.length, isBounded: true }, ...wholeNames(name)].map((one) => ({ ...one, shownAs }))).toSorted((a, b) => b.length - a.length);
  if (forms.length === 0) return (text) => text;
  const words = forms.filter(({ isBounded }) => isBounded);
  const all = [...words, ...forms.filter(({ isBounded }) => !isBounded)];
  const [latin, han] = [words, all.slice(words.length)].map((some) => some.map(({ form }) => `(${form})`).join("|"));
  const found = new RegExp([bounded(`(?:${latin})`), ...(han ? [han] : [])].join("|"), "gu");
  const titled = [...new Set(unnamed.map(({ shownAs }) => shownAs))].flatMap((shownAs) => titledSurnames(unnamed.filter((one) => one.shownAs === shownAs).map(({ name }) => name), known).map((pattern) => ({ pattern, shownAs })));
  return (text) => titled.reduce((left, { pattern, shownAs }) => left.replaceAll(pattern, () => shownAs), text.replaceAll(found, (...parts: unknown[]) => all[parts.slice(1).findIndex((part) => part !== undefined)]?.shownAs ?? ""));
}

type Form = { readonly form: string; readonly length: number; /** Whether it is no part of a longer word; Chinese stands among other characters. */ readonly isBounded: boolean };

/** The ways in which the whole of a name is written. */
function wholeNames(name: string): Form[] {
  const { latin, han } = nameParts(name);
  const together = name.trim().split(/\s+/u).map(wordForm).join(String.raw`[\s_.-]+`);
  return [
    { form: together, length: name.length, isBounded: true },
    ...latin.flatMap((words) => (words.length < 2 ? [] : turned(words).map((one) => ({ form: one.map(wordForm).join(betweenWords(one)), length: one.join(" ").length, isBounded: true })))),
    ...han.flatMap(toOtherScripts).map((one) => ({ form: [...one].join(String.raw`[\s·・]*`), length: one.length, isBounded: false })),
  ];
}

/** As it is kept, and with its first word or its last at the other end. */
function turned(words: readonly string[]): (readonly string[])[] {
  const [first = "", last = ""] = [words[0], words.at(-1)];
  return [words, [...words.slice(1), first], [last, ...words.slice(0, -1)]];
}

/** What stands between words; long names are also written in one, as in names of files. */
function betweenWords(words: readonly string[]): string {
  return words.join("").length < 8 ? String.raw`[\s_.,-]+` : String.raw`[\s_.,-]*`;
}

function wordForm(word: string): string {
  return word.split(/[-‐‑]/u).map((part) => anyAccent(part)).join(String.raw`[\s_‐‑-]*`);
}

function anyCased(text: string): string {
  return [...text].map((letter) => (/\p{L}/u.test(letter) ? `[${anyCase(letter)}]` : escaped(letter))).join("");
}
