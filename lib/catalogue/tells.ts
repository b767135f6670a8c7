import type { CellCatalogue, LineTable } from "../kind/line-table.ts";
import type { Language } from "../language.ts";
import { type CatalogueKind, nameOf, type Origin, type Told } from "./entry.ts";

/* What published tables tell of the answers beside a number or a name. The same for the server and the browser; nothing here decides. */

/** A row of a form, or a line as it is kept. */
export type Row = Readonly<Record<string, unknown>>;

/** What the tables say belongs into one cell, because of what stands in another: several values where they do not agree or leave a choice. */
export type CellProposal = { readonly cell: string; readonly because: string; readonly typed: string; readonly values: readonly string[]; readonly from: readonly Origin[] };

/** The same for a fact of the request; `lines` counts from 1. */
export type FactProposal = { readonly fact: string; readonly values: readonly string[]; readonly lines: readonly number[]; readonly from: readonly Origin[] };

/** How an answer stands to what the tables say of it. */
export type Standing = "fills" | "offers" | "agrees" | "differs";

/** What must be looked up to say anything about these lines: each text once. */
export function asked({ catalogues = {} }: Pick<LineTable, "catalogues">, rows: readonly Row[]): { readonly kind: CatalogueKind; readonly texts: readonly string[] }[] {
  return Object.entries(catalogues)
    .filter(([, { tells }]) => tells.length > 0)
    .map(([cell, { of }]) => ({ kind: of, texts: [...new Set(rows.map((row) => textIn(row, cell)).filter((text) => text !== ""))] }))
    .filter(({ texts }) => texts.length > 0);
}

/** What the tables say of the other cells of one line. */
export function cellProposals({ catalogues = {} }: Pick<LineTable, "catalogues">, row: Row, told: readonly Told[], language: Language): CellProposal[] {
  return Object.entries(catalogues).flatMap(([because, catalogue]) => {
    const typed = textIn(row, because);
    const entries = found(catalogue, typed, told);
    return catalogue.tells.flatMap(({ by, cell }): CellProposal[] => {
      if (cell === undefined) return [];
      const said = valuesOf(entries, by, language);
      return said.values.length === 0 ? [] : [{ cell, because, typed, ...said }];
    });
  });
}

/** What the lines say of the request by the tables. A cell in which somebody wrote counts for more than the table it could be filled from. */
export function factProposals(table: Pick<LineTable, "catalogues">, lines: readonly Row[], told: readonly Told[]): FactProposal[] {
  const all = lines.flatMap((line, at) =>
    Object.entries(table.catalogues ?? {}).flatMap(([because, catalogue]) => {
      const entries = found(catalogue, textIn(line, because), told);
      return catalogue.tells.flatMap(({ by, cell, fact }) => {
        if (fact === undefined) return [];
        const own = cell === undefined ? "" : textIn(line, cell);
        const said = valuesOf(entries, by, "en");
        return said.values.length === 0 ? [] : [{ fact, line: at + 1, values: own === "" ? said.values : [own], from: said.from }];
      });
    }),
  );
  return [...new Set(all.map(({ fact }) => fact))].map((fact) => {
    const own = all.filter((one) => one.fact === fact);
    return { fact, values: unique(own.flatMap(({ values }) => values)), lines: [...new Set(own.map(({ line }) => line))], from: origins(own.flatMap(({ from }) => from)) };
  });
}

/** How an answer stands to what the tables say of it. One value fills an empty place; several are a choice, which nobody makes but its reader. */
export function standing({ values }: { readonly values: readonly string[] }, present: string): Standing {
  if (present === "") return values.length === 1 ? "fills" : "offers";
  return values.includes(present) ? "agrees" : "differs";
}

/**
 * What a line's cells become by the tables when another number or name stands in it than before: empty ones are filled where there is
 * one value, and what had come from the number before goes with it. Whatever else was typed stays.
 */
export function refilled(table: Pick<LineTable, "catalogues">, before: Row, now: Row, told: readonly Told[], language: Language): Readonly<Record<string, string>> {
  const earlier = cellProposals(table, before, told, language);
  const said = cellProposals(table, now, told, language);
  const changed = (because: string) => textIn(before, because) !== textIn(now, because);
  const stale = earlier.filter(({ cell, because, values }) => changed(because) && values.length === 1 && values[0] === textIn(now, cell)).map(({ cell }): [string, string] => [cell, ""]);
  const open = new Set(stale.map(([cell]) => cell));
  const fills = said.filter((one) => changed(one.because) && standing(one, open.has(one.cell) ? "" : textIn(now, one.cell)) === "fills").map(({ cell, values }): [string, string] => [cell, values[0] ?? ""]);
  return Object.fromEntries([...stale, ...fills].filter(([cell, value], at, all) => all.findLastIndex(([other]) => other === cell) === at && value !== textIn(now, cell)));
}

function found({ of }: CellCatalogue, typed: string, told: readonly Told[]): Told[] {
  return typed === "" ? [] : told.filter((one) => one.kind === of && one.asked === typed);
}

/** What entries say under a name: of a name the first in the reader's language, of an attribute every value, with the sources that name one. */
function valuesOf(entries: readonly Told[], by: string, language: Language): { readonly values: readonly string[]; readonly from: readonly Origin[] } {
  if (by === "name") {
    const first = entries.find(({ names }) => names[language] !== undefined) ?? entries[0];
    return first ? { values: [nameOf(first, language)], from: origins([first]) } : { values: [], from: [] };
  }
  const telling = entries.filter(({ attributes }) => attributes[by] !== undefined);
  return { values: unique(telling.flatMap(({ attributes }) => attributes[by] ?? [])), from: origins(telling) };
}

function origins(entries: readonly Origin[]): Origin[] {
  return [...new Map(entries.map(({ source, on }) => [source, { source, on }])).values()];
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function textIn(row: Row, cell: string): string {
  const value = row[cell];
  return value === undefined || value === null ? "" : String(value).trim();
}
