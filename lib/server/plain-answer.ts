import type { Language } from "../language.ts";
import { translator } from "./translate.ts";

/** Where somebody is led instead of getting a file. What is said to one person of a browser is kept for no other. */
export function leadTo(address: string): Response {
  return new Response(null, { status: 303, headers: { location: address, "cache-control": "no-store" } });
}

/** A sentence instead of a file: a browser shows it as it stands. */
export function said(status: number, words: string): Response {
  return new Response(`${words}\n`, { status, headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" } });
}

/** There is no such file, or not for whoever asks: the same in both cases. */
export function nothingHere(language: Language): Response {
  const t = translator(language);
  return said(404, `${t("errors.notFound.title")}\n${t("errors.notFound.text")}`);
}
