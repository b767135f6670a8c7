import { controlPoint, controlPointName } from "../place/control-points.ts";
import type { Anomaly } from "../permit/discrepancy.ts";
import type { Reader } from "./language.ts";
import { quantityWords } from "./quantity-words.ts";

type Told = Pick<Reader, "language" | "t" | "format">;

/** What does not agree, as a sentence: days, control points, directions and amounts in the reader's language. */
export function discrepancySentence({ code, found, expected, unit }: Anomaly, reader: Told): string {
  const said = (value: string | null) => (value === null ? "" : valueWords(code, value, unit, reader));
  return reader.t(`ledger.discrepancy.${code}`, { found: said(found), expected: said(expected) });
}

function valueWords(code: Anomaly["code"], value: string, unit: string | null, reader: Told): string {
  if (unit !== null) return quantityWords({ value, unit }, reader);
  if (code === "temperatureExcursion") return celsiusWords(value, reader);
  if (code === "wrongControlPoint") return pointNamed(value, reader.language);
  return code === "wrongDirection" ? reader.t(`pages.permit.direction.${value}`) : reader.format.date(value);
}

/** `4.5 °C`, or of two ends `2 to 8 °C`. */
export function celsiusWords(value: string, { t, format }: Pick<Reader, "t" | "format">): string {
  const [from = "", to] = value.split("/");
  return to === undefined ? t("ledger.trace.celsius", { value: format.number(from) }) : t("ledger.trace.range", { from: format.number(from), to: format.number(to) });
}

function pointNamed(id: string, language: Reader["language"]): string {
  const point = controlPoint(id);
  return point ? controlPointName(point)[language] : id;
}
