import { asReader } from "../../db/client.ts";
import type { PersonActor } from "../access/actor.ts";
import { movementField } from "../kind/movement-fields.ts";
import { type Language, languages } from "../language.ts";
import { directions } from "../permit/entry.ts";
import { movementColumns, type MovementColumn, type MovementNames } from "../permit/movement-table.ts";
import { isMoney, sameDimension } from "../permit/units.ts";
import { controlPointName, controlPoints } from "../place/control-points.ts";
import { currencies } from "../kind/funds/currencies.ts";
import type { Kind } from "../policy/pack.ts";
import type { RecordMovements } from "../request/commands/record-movements.ts";
import { decide } from "../request/decide.ts";
import type { Refusal } from "../request/refusal.ts";
import type { z } from "zod";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { readTarget } from "./target.ts";
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
    default:
      return t(`ledger.detail.${column.slice("details.".length)}`);
  }
}

/** What columns and values are called in all languages. */
export function movementNames(kind: Kind, unit: string): MovementNames {
  const columns = movementColumns(kind, unit);
  const all = (name: (language: Language) => string) => [...new Set(languages.map(name))];
  const units = isMoney(unit) ? [unit, ...currencies] : sameDimension(unit);
  return {
    headings: Object.fromEntries(columns.map((column) => [column, [...all((language) => columnName(column, language)), column]])),
    values: {
      direction: Object.fromEntries(directions.map((one) => [one, all((language) => translator(language)(`pages.permit.direction.${one}`))])),
      "quantity.unit": Object.fromEntries(units.map((one) => [one, all((language) => translator(language)(`facts.units.${one}.name`))])),
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

/** What would be said against these movements if they were recorded now; nothing is written. Null where there is no such request for the actor. */
export async function weighMovements(actor: PersonActor, request: string, command: z.infer<typeof RecordMovements>, clock: Clock = realClock): Promise<readonly Refusal[] | null> {
  return asReader(actor, async (tx) => {
    const target = await readTarget(tx, request);
    if (!target) return null;
    const outcome = decide(command, target, await contextFor(tx, actor, target, null, moment(clock)));
    return "refusals" in outcome ? outcome.refusals : [];
  });
}
