import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { format } from "../../lib/format.ts";
import { type Language, languages } from "../../lib/language.ts";

const root = new URL("../../", import.meta.url);

/** Words that readers of a language would take for another’s, and what the glossary decided against. */
const slips: Record<Language, RegExp> = {
  en: /\w'\w|"/,
  "zh-Hant": /什麼|裡|軟體|網路|賬[戶號]|回復|登錄|視頻|服務器|打印|默認|金鑰|無需|毋須|閣下|您|工作天|主管機關|身份(?!證)|(?<!關鍵)信息|[“”]/,
  "zh-Hans": /软体|网路|帐[户号]|登入|登出|列印|资讯|讯息|透过|连结|伺服器|程式|电邮|遥距|上载|公斤|无须|核发|回复|主管机关|[「」]/,
  pt: /\b(você|usuári|arquivo|registro|contat|fatos?\b|senha|deletar|salvar|equipe|planilha|cadastr|gerenci|site\b|e-mail|pós-doutorado|fluxo|passos?\b|chefe)|[ôê](nic|mic)|direcç|protecç|acção|projecto|objecto|electr|excepç|interior(?! da china)|"/i,
};

test.each(languages)("the messages in %s use the words of their readers", (language) => {
  expect(messagesIn(language).filter(([, text]) => slips[language].test(bare(text)))).toEqual([]);
});

test.each(["zh-Hant", "zh-Hans"] as const)("the messages in %s take full-width marks, and no blanks beside digits and letters: the page spaces them", (language) => {
  expect(messagesIn(language).filter(([, text]) => /\p{Script=Han}[,;:?!()]|\p{Script=Han} [\w{#]|[\w}#] \p{Script=Han}/u.test(text))).toEqual([]);
});

/** Titles, papers and citations keep the words of the law, so fewer slips can be told apart there. */
const slipsInCode: Record<Exclude<Language, "en">, RegExp> = {
  "zh-Hant": /什麼|裡|軟體|網路|登錄|服務器|金鑰|工作天/,
  "zh-Hans": /软体|网路|帐[户号]|登入|资讯|讯息|透过|连结|伺服器|程式|遥距|公斤/,
  pt: /\b(você|usuári|arquivo|registro|contat|fatos?\b|senha|equipe|site\b|e-mail|pós-doutorado|portaria|ordenança)|[ôê](nic|mic)|direcç|protecç|acção|projecto|objecto|electr|excepç|interior(?! da china|-hong kong)/i,
};

test("rules, papers, desks, steps and places use the words of their readers", () => {
  const files = readdirSync(new URL("lib", root), { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const found = files.flatMap((path) => textsIn(readFileSync(new URL(`lib/${path}`, root), "utf8")).filter(([language, text]) => slipsInCode[language].test(bare(text))).map(([, text]) => [path, text]));
  expect(found).toEqual([]);
});

test("pages join words by the marks of the reader’s language, which its format knows", () => {
  expect(linesIn("app", /join\("[,;:] ?"\)|\bt\([^()]*\)\}: /).filter(([path]) => !path.startsWith("api"))).toEqual([]);
});

test("sentences that people read are put one after another by the format of their language: Chinese leaves no blank between them", () => {
  expect(linesIn("app", /(?:[sS]entence|\bsaid\b|\bnotes\b|\bmessage\b|\bt\([^()]*\)).*join\(" "\)/).filter(([, line]) => !line.includes("whenChanged"))).toEqual([]);
});

/** The texts that stand in code, as `{ en, "zh-Hant", "zh-Hans", pt }` or as a row of `four`. */
function textsIn(source: string): [keyof typeof slipsInCode, string][] {
  const named = [...source.matchAll(/(?:"(zh-Han[ts])"|\b(pt)): "((?:[^"\\]|\\.)*)"/g)].map(([, chinese, pt, text = ""]): [keyof typeof slipsInCode, string] => [(chinese ?? pt) as keyof typeof slipsInCode, text]);
  const rows = [...source.matchAll(/\bfour\(\s*"(?:[^"\\]|\\.)*",\s*"([^"]*)",\s*"([^"]*)",\s*"([^"]*)"/g)];
  return [...named, ...rows.flatMap(([, hant = "", hans = "", pt = ""]): [keyof typeof slipsInCode, string][] => [["zh-Hant", hant], ["zh-Hans", hans], ["pt", pt]])];
}

/** The lines of a folder's sources that look like this, each with its file. */
function linesIn(folder: string, like: RegExp): [string, string][] {
  const files = readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path));
  return files.flatMap((path) => readFileSync(new URL(`${folder}/${path}`, root), "utf8").split("\n").filter((line) => like.test(line)).map((line): [string, string] => [path, line.trim()]));
}

/** Without the names of bodies, laws and places of Macao, which stand as they are written there. */
function bare(text: string): string {
  return text.replaceAll(/Direcção dos Serviços|Protecção de Dados Pessoais|Porto Interior/g, "");
}

function messagesIn(language: Language): [string, string][] {
  return readdirSync(new URL(`messages/${language}`, root)).flatMap((file) => leaves(JSON.parse(readFileSync(new URL(`messages/${language}/${file}`, root), "utf8")) as object, file));
}

function leaves(tree: object, path: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => (typeof value === "string" ? [[`${path} ${key}`, value]] : leaves(value as object, `${path} ${key}`)));
}

test.each([["en", "One. Two."], ["zh-Hant", "一。二。"], ["zh-Hans", "一。二。"], ["pt", "Um. Dois."]] as const)("sentences in %s stand one after another as its readers set them", (language, said) => {
  expect(format(language).sentences(said.match(/[^.。 ]+[.。]/gu) ?? [])).toBe(said);
});
