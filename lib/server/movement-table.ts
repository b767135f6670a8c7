import { movementField } from "../kind/movement-fields.ts";
import { type Language, languages } from "../language.ts";
import { directions } from "../permit/entry.ts";
import { movementColumns, type MovementColumn, type MovementNames } from "../permit/movement-table.ts";
import { statedIn } from "../permit/units.ts";
import { controlPointName, controlPoints } from "../place/control-points.ts";
import type { Kind } from "../policy/pack.ts";
import { translator } from "./translate.ts";

/** What a column is called in a language. */
export function columnName(column: MovementColumn, language: Language): string {
  const t = translator(language);
  switch (column) {
    case "at":
      return t("pages.permit.at");
    case "direction":
      return t("pages.permit.which");
    case "quantity.value":
      return t("pages.permit.quantity");
    case "quantity.unit":
      return t("ledger.form.unit");
    case "rate.value":
      return t("ledger.form.rate");
    case "rate.on":
      return t("ledger.form.rateOn");
    case "controlPoint":
      return t("pages.permit.point");
    case "carrier":
      return t("ledger.form.carrier");
    case "condition":
      return t("ledger.form.condition");
    case "movement":
      return t("ledger.form.movement");
    default:
      return t(`ledger.detail.${column.slice("details.".length)}`);
  }
}

/** What columns and values are called in all languages. */
export function movementNames(kind: Kind, unit: string): MovementNames {
  const columns = movementColumns(kind, unit);
  const all = (name: (language: Language) => string) => [...new Set(languages.map(name))];
  return {
    headings: Object.fromEntries(columns.map((column) => [column, [...all((language) => columnName(column, language)), column]])),
    values: {
      direction: Object.fromEntries(directions.map((one) => [one, all((language) => translator(language)(`pages.permit.direction.${one}`))])),
      "quantity.unit": Object.fromEntries(statedIn(unit).map((one) => [one, all((language) => translator(language)(`facts.units.${one}.name`))])),
      controlPoint: Object.fromEntries(controlPoints.map((point) => [point.id, all((language) => controlPointName(point)[language])])),
      ...Object.fromEntries(
        columns.flatMap((column) => {
          const field = movementField(column.slice("details.".length));
          return field?.is === "choice" ? [[column, Object.fromEntries(field.options.map((option) => [option, all((language) => translator(language)(`ledger.${field.name}.${option}`))]))]] : [];
        }),
      ),
    },
  };
}
