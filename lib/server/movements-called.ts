import { format } from "../format.ts";
import { numberForInput } from "../kind/number-text.ts";
import { type Language, languages } from "../language.ts";
import { announced, consignments, reached } from "../permit/consignments.ts";
import type { Written } from "../permit/entry.ts";
import type { MovementColumn, NamedMovement } from "../permit/movement-table.ts";
import { controlPoint, controlPointName } from "../place/control-points.ts";
import { entryChoice } from "./entry-words.ts";
import { translator } from "./translate.ts";

/** Every movement of a ledger, by what its plan and its departure are called in all languages. */
export function movementsCalled(ledger: readonly Written[]): NamedMovement[] {
  const all = languages.map((language) => namesIn(ledger, language));
  return consignments(ledger).map(({ id, direction }) => ({
    id,
    direction,
    called: [...new Set(all.flatMap((names) => ledger.flatMap((entry) => (entry.consignment === id ? (names.get(entry.id) ?? []) : []))))],
  }));
}

/** What was announced and has not crossed, as rows of a template: all but the time, which is still to be written. */
export function announcedRows(ledger: readonly Written[], language: Language): Partial<Record<MovementColumn, string>>[] {
  const t = translator(language);
  const names = namesIn(ledger, language);
  return announced(ledger).map((one) => {
    const last = reached(one);
    const { value, unit } = last.stated ?? last.quantity;
    const point = controlPoint(last.controlPoint ?? "");
    return { direction: t(`pages.permit.direction.${one.direction}`), "quantity.value": numberForInput(value, language), "quantity.unit": t(`facts.units.${unit}.name`), ...(point && { controlPoint: controlPointName(point)[language] }), movement: names.get(last.id) ?? "" };
  });
}

/** Plans and departures as lists name them; the second that reads like one before it says that it is the second. A ledger only grows, so that they keep their names. */
function namesIn(ledger: readonly Written[], language: Language): ReadonlyMap<string, string> {
  const words = { t: translator(language), format: format(language) };
  const bearers = new Map<string, string[]>();
  return new Map(
    ledger.flatMap((entry) => {
      if (entry.stage !== "planned" && entry.stage !== "departed") return [];
      const name = entryChoice(entry, words);
      const before = bearers.get(name) ?? [];
      const all = before.includes(entry.consignment) ? before : [...before, entry.consignment];
      bearers.set(name, all);
      const nth = all.indexOf(entry.consignment) + 1;
      return [[entry.id, nth === 1 ? name : words.format.aside(name, String(nth))] as const];
    }),
  );
}
