import type { Written } from "../permit/entry.ts";
import type { Reader } from "./language.ts";
import { quantityWords } from "./quantity-words.ts";

/** The stage of an entry; what crossed back returned. */
export function stageWords({ stage, direction }: Pick<Written, "stage" | "direction">, { t }: Pick<Reader, "t">): string {
  return t(`ledger.stage.${stage === "crossed" && direction === "return" ? "returned" : stage}`);
}

/** An entry in one line, as it is chosen from a list: `30 Nov 2026 · crossed: 3 tubes`. */
export function entryChoice(entry: Pick<Written, "at" | "stage" | "direction" | "quantity">, reader: Pick<Reader, "t" | "format">): string {
  const { t, format } = reader;
  return `${format.shortDate(entry.at)} · ${t("ledger.entry", { stage: stageWords(entry, reader), amount: quantityWords(entry.quantity, reader) })}`;
}
