import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ReactNode } from "react";
import { createTranslator, type IntlError } from "use-intl/core";
import { htmlLanguage } from "../html-language.ts";
import type { Language } from "../language.ts";

/** Gives words by key. A key that is missing throws in tests and stands for itself in development; in production English helps out. */
export type Translator = {
  (key: string, values?: Record<string, string | number | Date>): string;
  /** The same with tags: `t.rich("auth.help", { link: (words) => <a …>{words}</a> })`. */
  rich: (key: string, values: Record<string, string | number | Date | ((words: ReactNode) => ReactNode)>) => ReactNode;
  has: (key: string) => boolean;
};

/**
 * The words of a language. Without a namespace keys begin with one, the name of a file in `messages/<language>`:
 * `translator("pt")("facts.sample.un.label")`; with one they don't: `translator("pt", "ui")("yourMove")`.
 */
export function translator(language: Language, namespace?: string): Translator {
  const id = `${language} ${namespace ?? ""}`;
  if (!keeps) return make(language, namespace);
  return (made[id] ??= make(language, namespace));
}

export type Messages = { readonly [key: string]: string | Messages };

/** In development messages are read anew each time, so that a changed sentence shows. */
const keeps = process.env.NODE_ENV !== "development";
const made: Record<string, Translator> = {};
const loaded: Partial<Record<Language, Messages>> = {};

function make(language: Language, namespace: string | undefined): Translator {
  const messages = load(language);
  const common = { timeZone: "Asia/Shanghai", onError } as const;
  // The whole tag, because plural forms and numbers of Portugal are others than Brazil's, which "pt" alone means.
  const t = createTranslator({ ...common, locale: htmlLanguage[language], messages, getMessageFallback: ({ namespace: within, key }) => fallback(language, [within, key].filter(Boolean).join(".")), ...(namespace && { namespace }) });
  // Keys are checked by a test over the sources, not by types: many are put together from codes.
  return oneStop(t as unknown as Translator);
}

/** A sentence that ends in an abbreviation ends in its stop: Portuguese writes `24 dez.`, and no second one after it. */
function oneStop(t: Translator): Translator {
  const one = (text: string) => text.replaceAll(/(?<!\.)\.\.(?!\.)/g, ".");
  return Object.assign((key: string, values?: Record<string, string | number | Date>) => one(t(key, values)), {
    rich: (key: string, values: Parameters<Translator["rich"]>[1]) => {
      const said = t.rich(key, values);
      return Array.isArray(said) ? said.map((part) => (typeof part === "string" ? one(part) : part)) : typeof said === "string" ? one(said) : said;
    },
    has: t.has,
  });
}

function onError(error: IntlError): void {
  if (process.env.NODE_ENV === "test") throw error;
  // The key and the code, never the values: they may be somebody's answers.
  console.warn(`messages: ${error.code} ${error.originalMessage ?? ""}`.trim());
}

function fallback(language: Language, key: string): string {
  if (process.env.NODE_ENV === "production" && language !== "en") return translator("en")(key);
  return key;
}

function load(language: Language): Messages {
  if (keeps && loaded[language]) return loaded[language];
  const folder = join(process.cwd(), "messages", language);
  const files = readdirSync(folder).filter((name) => name.endsWith(".json"));
  // Our own files; a test compares their shape across languages.
  const messages = Object.fromEntries(files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), "utf8")) as Messages]));
  return (loaded[language] = messages);
}
