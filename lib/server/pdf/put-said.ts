import { htmlLanguage } from "../../html-language.ts";
import { languages, type Text } from "../../language.ts";
import type { Said } from "../../pdf/printed.ts";
import type { Weight } from "./fonts.ts";
import { type Document, put } from "./put.ts";

export type Element = ReturnType<Document["struct"]>;
type Look = { readonly weight?: Weight; readonly at?: readonly [x: number, y: number]; readonly width?: number; readonly lineGap?: number };

/** Writes something in every language, one after another on a line and each marked as what it is. What two languages write alike stands once. */
export function putSaid(doc: Document, parent: Element, { name, said }: Said, look: Look = {}): void {
  const words = distinct(said);
  const parts = [...(name === undefined ? [] : [{ language: undefined, text: name }]), ...words];
  parts.forEach(({ language, text }, at) => {
    const goesOn = at < parts.length - 1;
    const options = at === 0 ? look : { ...(look.weight && { weight: look.weight }) };
    parent.add(doc.struct("Span", language ? { lang: htmlLanguage[language] } : {}, () => put({ doc, language: language ?? "zh-Hant" }, goesOn ? `${text} · ` : text, { ...options, follows: at > 0, goesOn })));
  });
}

/** The same as plain text, for what is read out and not drawn. */
export function saidPlainly(said: Text): string {
  return distinct(said).map(({ text }) => text).join(" · ");
}

function distinct(said: Text) {
  return languages.flatMap((language, at) => (languages.slice(0, at).some((before) => said[before] === said[language]) ? [] : [{ language, text: said[language] }]));
}
