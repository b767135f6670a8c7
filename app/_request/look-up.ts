import type { Suggestion } from "@/app/_ui/suggesting-input";
import { type CatalogueKind, type Found, nameOf, type Told } from "@/lib/catalogue/entry";
import type { CellCatalogue } from "@/lib/kind/line-table";
import type { Language } from "@/lib/language";

/* The catalogues as the form asks them while one types: by the API that everybody has. */

const answers = new Map<string, Promise<readonly Found[]>>();

/** What a query finds. Without a connection nothing is suggested; the text is checked when it is saved. */
async function lookUp(kind: CatalogueKind, query: string): Promise<readonly Found[]> {
  const path = `/api/v1/catalogue/${kind}?q=${encodeURIComponent(query)}`;
  const asked = answers.get(path) ?? ask(path);
  answers.set(path, asked);
  try {
    return await asked;
  } catch {
    // Asked again the next time.
    answers.delete(path);
    return [];
  }
}

async function ask(path: string): Promise<readonly Found[]> {
  const answer = await fetch(path);
  if (!answer.ok) throw new TypeError(`the catalogue answered ${answer.status}`);
  return ((await answer.json()) as { readonly items: readonly Found[] }).items;
}

/** What may be meant by a text, the best first. */
export async function suggestions({ of, writes }: Pick<CellCatalogue, "of" | "writes">, typed: string, language: Language): Promise<Suggestion[]> {
  const found = (await lookUp(of, typed)).map((entry): Suggestion => {
    const name = nameOf(entry, language);
    const others = [...new Set([entry.code, ...Object.values(entry.names)])].filter((one) => one !== name && !hidden(of, one));
    return { value: writes === "code" ? entry.code : name, label: writes === "code" && entry.code !== name ? `${entry.code} · ${name}` : name, note: (writes === "code" ? others.filter((one) => one !== entry.code) : others).join(" · ") || undefined };
  });
  // Two lists can name one thing alike.
  return found.filter(({ value }, at) => found.findIndex((one) => one.value === value) === at).slice(0, 8);
}

/** What the tables say of exactly this text. */
export async function toldOf(of: CatalogueKind, typed: string): Promise<Told[]> {
  const named = (await lookUp(of, typed)).filter(({ named: is }) => is);
  return named.flatMap(({ from }) => from.map((one) => ({ ...one, kind: of, asked: typed })));
}

/** Codes that only tell entries apart are nobody's business. */
function hidden(of: CatalogueKind, text: string): boolean {
  return of === "pathogens" && /^(taxon-|(virus|bacteria|fungus|prion) )/.test(text);
}
