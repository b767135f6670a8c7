import { definitions, html, pageHead } from "./html.ts";

/** A part of an evidence bundle with its digest. Of a paper also the digest that the record has for it, and whether it is that. */
export type BundlePart = { readonly name: string; readonly of: "record" | "story" | "paper" | "workingPaper" | "verifier"; readonly request: string | null; readonly bytes: number; readonly sha256: string; readonly document?: string; readonly recorded?: string; readonly agrees?: boolean };

/** A paper that is not in it, and why: erased under a rule, or not to be found where it should lie. */
export type Missing = { readonly request: string; readonly document: string; readonly recorded: string; readonly why: "erased" | "lost"; readonly erased?: { readonly at: string; readonly rule: string } };

export type BundleIndex = {
  readonly format: "causeway-bundle/1";
  readonly made: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly requests: readonly { readonly id: string; readonly number: string; readonly title: string }[];
  readonly parts: readonly BundlePart[];
  readonly missing: readonly Missing[];
};

export type Sum = Pick<BundlePart, "name" | "sha256">;

/** Digests as `sha256sum -c` reads them. */
export function sums(parts: readonly Sum[]): string {
  return parts.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
}

export type IndexWords = { readonly title: string; readonly language: string; readonly facts: readonly (readonly [string, string])[]; readonly how: readonly string[]; readonly commands: string; readonly heads: Readonly<Record<"name" | "what" | "bytes" | "digest", string>>; readonly what: (of: BundlePart["of"]) => string; readonly differs: string; readonly missing: string; readonly why: (one: Missing) => string };

/** The index for people: what is in it, what is not and why, and how to check it. */
export function indexPage({ parts, missing }: Pick<BundleIndex, "parts" | "missing">, words: IndexWords): string {
  const { title, language, facts, how, commands, heads, what, differs } = words;
  const row = ({ name, of, bytes, sha256, agrees }: BundlePart) => `<tr><td><a href="${html(name.split("/").map(encodeURIComponent).join("/"))}">${html(name)}</a>${agrees === false ? `<br><span class="bad">${html(differs)}</span>` : ""}</td><td>${html(what(of))}</td><td>${bytes}</td><td><code>${sha256}</code></td></tr>\n`;
  const gone = missing.length === 0 ? "" : `<h2>${html(words.missing)}</h2><ul>${missing.map((one) => `<li>${html(words.why(one))}<br><code>${html(one.document)} ${html(one.recorded)}</code></li>`).join("")}</ul>\n`;
  return `${pageHead(language, title)}${definitions(facts)}${how.map((line) => `<p>${html(line)}</p>\n`).join("")}<pre>${html(commands)}</pre>\n<table><tr><th>${html(heads.name)}</th><th>${html(heads.what)}</th><th>${html(heads.bytes)}</th><th>${html(heads.digest)}</th></tr>\n${parts.map(row).join("")}</table>\n${gone}</body></html>\n`;
}

/** A paper's name as every system can store it, behind its number, so that no two are one. */
export function paperName(number: number, name: string): string {
  const plain = name.replaceAll(/[\u0000-\u001f<>:"/\\|?*\u007f]/g, "_").replace(/[. ]+$/, "").slice(-120);
  return `${String(number).padStart(3, "0")}-${plain || "paper"}`;
}
