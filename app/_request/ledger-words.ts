import { movementField } from "@/lib/kind/movement-fields";
import type { Reader } from "@/lib/server/language";
import type { DetailEntry } from "@/lib/server/request-detail";
import { quantityWords } from "@/lib/server/quantity-words";
import { pointName } from "./words";

function detailWords(name: string, value: string, { t, format }: Reader): string {
  const field = movementField(name);
  if (field?.is === "choice") return t(`ledger.${name}.${value}`);
  return field?.is === "day" ? format.shortDate(value) : value;
}

/** All else that was said of an entry. */
export function entryNotes(entry: DetailEntry, who: string | undefined, reader: Reader): string[] {
  const { language, t, format } = reader;
  const { stated, rate, reading, expected, carrier, condition, reason, quantity } = entry;
  return [
    ...(entry.controlPoint ? [pointName(entry.controlPoint, language) ?? entry.controlPoint] : []),
    ...(stated ? [t("ledger.stated", { amount: quantityWords(stated, reader) })] : []),
    ...(rate ? [t("ledger.rate", { rate: rate.value, day: format.shortDate(rate.on) })] : []),
    ...(reading ? [t("ledger.total", { counter: reading.counter, amount: quantityWords({ value: reading.total, unit: quantity.unit }, reader) })] : []),
    ...(expected ? [t("ledger.due", { day: format.shortDate(expected) })] : []),
    ...(carrier ? [t("ledger.carrier", { carrier })] : []),
    ...(condition ? [t("ledger.condition", { condition })] : []),
    ...Object.entries(entry.details).map(([name, value]) => format.pair(t(`ledger.detail.${name}`), detailWords(name, value, reader))),
    ...(reason ? [t("ledger.correction", { reason })] : []),
    ...(who ? [t("ledger.by", { who })] : []),
  ];
}
