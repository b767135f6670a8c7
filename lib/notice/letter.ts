import { format } from "../format.ts";
import { htmlLanguage } from "../html-language.ts";
import type { Language } from "../language.ts";

/** A part of a mail: a paragraph, named values, or a link with its words. */
export type Block = string | { readonly rows: readonly (readonly [label: string, value: string])[] } | { readonly link: string; readonly words: string };

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

/** A mail as plain text and as simple HTML that says the same. Whatever somebody typed stays text: it ends no line and opens no tag. */
export function letter(language: Language, subject: string, blocks: readonly Block[]): Letter {
  const heading = [...oneLine(subject)].slice(0, 200).join("");
  return {
    subject: heading,
    text: `${blocks.map((block) => textOf(block, language)).join("\n\n")}\n`,
    html: `<!doctype html>
<html lang="${htmlLanguage[language]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(heading)}</title></head>
<body style="margin:0 auto;max-width:36rem;padding:1rem;font:16px/1.5 system-ui,sans-serif">
${blocks.map(htmlOf).join("\n")}
</body>
</html>
`,
  };
}

/** The blocks of a text whose paragraphs stand apart by an empty line; a paragraph that is the link becomes one. */
export function paragraphs(text: string, link: string): Block[] {
  return text.split("\n\n").map((paragraph) => (paragraph === link ? { link, words: link } : paragraph));
}

/** Control characters and line ends become spaces. */
export function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();
}

function textOf(block: Block, language: Language): string {
  if (typeof block === "string") return block;
  if ("link" in block) return block.words === block.link ? block.link : `${block.words}\n${block.link}`;
  return block.rows.map(([label, value]) => format(language).pair(label, oneLine(value))).join("\n");
}

function htmlOf(block: Block): string {
  if (typeof block === "string") return `<p>${escaped(block).replaceAll("\n", "<br>")}</p>`;
  if ("link" in block) return `<p><a href="${escaped(block.link)}">${escaped(block.words)}</a></p>`;
  const rows = block.rows.map(([label, value]) => `<tr><th scope="row" style="text-align:start;vertical-align:top;padding:0 1rem 0.25rem 0">${escaped(label)}</th><td style="padding:0 0 0.25rem">${escaped(oneLine(value))}</td></tr>`);
  return `<table>${rows.join("")}</table>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}
