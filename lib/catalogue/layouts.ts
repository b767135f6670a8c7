import type { CatalogueKind, Entry } from "./entry.ts";
import { casLayout, cwcLayout } from "./layouts/chemicals.ts";
import { rorLayout } from "./layouts/organisations.ts";
import { citesLayout, hsePathogens, nhcPathogens } from "./layouts/species.ts";
import { hsLayout } from "./layouts/goods.ts";
import { dollarRatesLayout, ratesLayout } from "./layouts/rates.ts";
import { adrLayout, cfr49Layout } from "./layouts/un-numbers.ts";

export type Row = Readonly<Record<string, string>>;
/** What a row says, or why it cannot be taken. */
export type ReadRow = Entry | { readonly wrong: string };

/** One published table as it is: known by its columns. */
export type Layout = {
  /** The source's name; rows of one source replace those of its last import, and no others. */
  readonly id: string;
  readonly kind: CatalogueKind;
  readonly columns: readonly string[];
  readonly read: (row: Row) => ReadRow;
};

export const layouts: readonly Layout[] = [rorLayout, adrLayout, cfr49Layout, hsLayout, casLayout, cwcLayout, citesLayout, nhcPathogens, hsePathogens, ratesLayout, dollarRatesLayout];

/** The layout of a file for this kind, by the columns that its first line names. */
export function layoutFor(kind: CatalogueKind, columns: readonly string[]): Layout | undefined {
  return layouts.find((layout) => layout.kind === kind && layout.columns.every((column) => columns.includes(column)));
}
