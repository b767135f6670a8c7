import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { refusalCodes } from "../../lib/request/refusal.ts";
import { languages, type Language } from "../../lib/language.ts";
import { translator } from "../../lib/server/translate.ts";

const root = new URL("../../", import.meta.url);
const namespaces = readdirSync(new URL("messages/en", root)).map((file) => file.slice(0, -5));
const words = Object.fromEntries(languages.map((language) => [language, wordsOf(language)])) as Record<Language, Record<string, string>>;
const sources = [...["app", "lib", "cli"].flatMap((folder) => sourcesIn(folder)), sourceAt(new URL("proxy.ts", root).pathname)];

describe.each(languages)("the messages in %s", (language) => {
  test("have the keys of English, no more and no fewer", () => {
    expect(Object.keys(words[language]).toSorted()).toEqual(Object.keys(words.en).toSorted());
  });

  test("take the same values, by the same names, as English", () => {
    const differing = Object.keys(words.en).filter((key) => placeholders(words[language][key] ?? "") !== placeholders(words.en[key] ?? ""));
    expect(differing).toEqual([]);
  });

  test("use the script of their readers", () => {
    const foreign = { en: /\p{Script=Han}/u, pt: /\p{Script=Han}/u, "zh-Hant": simplified, "zh-Hans": traditional }[language];
    expect(Object.entries(words[language]).filter(([, text]) => foreign.test(text)).map(([key]) => key)).toEqual([]);
  });

  test("are translated: none is left in English", () => {
    const left = Object.keys(words.en).filter((key) => language !== "en" && words[language][key] === words.en[key] && /\p{L}{2}/u.test(bare(words.en[key] ?? "")) && !mayStandInEnglish(key, language));
    expect(left).toEqual([]);
  });
});

test("a sentence that ends in an abbreviated month ends in one full stop", () => {
  expect(translator("pt")("case.late", { crossing: "seg., 7 dez.", earliest: "qui., 24 dez." })).toMatch(/24 dez\.$/);
});

test("what auditors count is written as a number in every language, with the marks of its thousands", () => {
  expect(languages.map((language) => [translator(language)("audit.events", { count: 12_345 }), translator(language)("ask.among.mutual-approvals", { decisions: 12_345, requests: 2 })].map((said) => /12[,. \u00a0]?345/.exec(said)?.[0]))).toEqual([["12,345", "12,345"], ["12,345", "12,345"], ["12,345", "12,345"], ["12\u00a0345", "12\u00a0345"]]);
  const counted = (key: string) => [...(words.en[key] ?? "").matchAll(/\{(\w+), plural/g)].map(([, name]) => name);
  const bareIn = (language: Language) => Object.keys(words.en).filter((key) => /^(audit|ask\.among)\./.test(key) && counted(key).some((name) => words[language][key]?.includes(`{${name}}`)));
  for (const language of languages) expect([language, bareIn(language)]).toEqual([language, []]);
});

test("every key that the sources name by itself is there", () => {
  const missing = sources.flatMap(({ path, text }) => [...text.matchAll(/\b(?:t|ui|say)(?:\.rich|\.has)?\(\s*"([\w.-]+)"/g)].map(([, key = ""]) => ({ path, key }))).filter(({ key }) => !ways(key).some((full) => words.en[full] !== undefined));
  expect(missing).toEqual([]);
});

test("every key put together in the sources fits some message", () => {
  const unmatched = templates().filter((pattern) => !Object.keys(words.en).some((key) => pattern.test(key)));
  expect(unmatched.map(String)).toEqual([]);
});

test("every refusal has its words, and no other words stand among them", () => {
  const worded = Object.keys(words.en).filter((key) => key.startsWith("refusals.")).map((key) => key.slice("refusals.".length));
  expect(worded.toSorted()).toEqual(refusalCodes.toSorted());
});

test("no message stands unused", () => {
  const literals = new Set(sources.flatMap(({ text }) => [...quoted(text).filter((key) => key.includes(".")), ...asked(text).flatMap(quoted)].flatMap(ways)));
  const patterns = templates();
  const unused = Object.keys(words.en).filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)) && !dynamic.some((prefix) => key.startsWith(prefix)));
  expect(unused).toEqual([]);
});

/** Read by the names of facts and by codes, which the tests of kinds and of refusals ask for one by one; and, of failures, by type. */
const dynamic = ["facts.", "refusals.", "errors.failed."];

/** Words that are the same in English: names, units, and what the other language spells alike. */
function mayStandInEnglish(key: string, language: Language): boolean {
  return alike[language]?.includes(key) || /^facts\.(units|.*\.options)\./.test(key) || (key.startsWith("facts.") && language === "pt" && (words.en[key]?.length ?? 0) < 12);
}

const alike: Partial<Record<Language, readonly string[]>> = { pt: ["account.role.auditor", "ui.jurisdiction.HK", "ui.nav.menu"] };

const simplified = /[样试剂内门户资关证审检车医们这为国对发门时间个请说过还进动权务报应该设备实际认识记录单员处须图给让结经级约红纸组终续维统编缘]/u;
const traditional = /[樣試劑內門資關證審檢車醫們這為國對發時間個請說過還進動權務報應該設備實際認識記錄單員處須圖給讓結經級約紅紙組終續維統編緣]/u;

/** A key as it may be meant: with its namespace, or within that of the parts or of the facts. */
function ways(key: string): string[] {
  return [key, `ui.${key}`, `facts.${key}`];
}

function templates(): RegExp[] {
  const found = sources.flatMap(({ path, text }) =>
    [...text.matchAll(/(ui\()?`([\w.-]+\.\$\{[^`]*)`/g)].flatMap(([, bound, body = ""]) => {
      const within = namespaces.includes(body.split(".")[0] ?? "") ? body : bound || path.startsWith("app/_ui/") ? `ui.${body}` : null;
      return within === null || within.includes("/") ? [] : [within];
    }),
  );
  // What is put in is one word of a key; only the names of facts have dots of their own.
  return [...new Set(found)].map((body) => new RegExp(`^${body.replaceAll(".", "\\.").replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, body.startsWith("facts.") ? ".+" : "[\\w-]+")}$`));
}

/** The names of the values a message takes, with their kind; plural branches may differ from language to language. */
function placeholders(text: string): string {
  return [...new Set([...text.matchAll(/(?<!(?:zero|one|two|few|many|other|=\d+)\s*)\{\s*(\w+)\s*[,}]/g)].map(([, name = ""]) => name).filter((name) => name !== "" && !/^\d+$/.test(name)))].toSorted().join(" ");
}

/** What stands between quotation marks. */
function quoted(text: string): string[] {
  return [...text.matchAll(/["'`]([\w.-]+)["'`]/g)].map(([, key = ""]) => key);
}

/** What a translator is asked for: a word without a dot counts only there, for it may be anything elsewhere. */
function asked(text: string): string[] {
  return [...text.matchAll(/\b(?:t|ui|say)(?:\.rich|\.has)?\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)/g)].map(([, within = ""]) => within);
}

function bare(text: string): string {
  return text.replaceAll(/\{[^{}]*\}/g, "").replaceAll(/<[^>]*>/g, "");
}

function wordsOf(language: Language): Record<string, string> {
  const entries = namespaces.map((name) => [name, JSON.parse(readFileSync(new URL(`messages/${language}/${name}.json`, root), "utf8"))] as const);
  return flat(Object.fromEntries(entries));
}

function flat(tree: object, path = ""): Record<string, string> {
  return Object.fromEntries(Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[`${path}${key}`, value]] : Object.entries(flat(value as object, `${path}${key}.`)))));
}

function sourcesIn(folder: string): { path: string; text: string }[] {
  return readdirSync(new URL(`${folder}/`, root), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
    .map((entry) => sourceAt(`${entry.parentPath.replace(/\/$/, "")}/${entry.name}`));
}

function sourceAt(path: string): { path: string; text: string } {
  return { path: path.slice(root.pathname.length), text: withoutComments(readFileSync(path, "utf8")) };
}

function withoutComments(text: string): string {
  return text.replaceAll(/^\s*(\/\*\*?|\*|\/\/).*$/gm, "");
}
