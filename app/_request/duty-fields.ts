import { calendars } from "@/lib/calendar/calendar-year";
import { dutyKinds, dutyStarts, dutyUnits } from "@/lib/request/duty";
import type { Reader } from "@/lib/server/language";
import type { FormField } from "./form-input";

/** What of a condition is to be done by when. Whoever leaves all of it empty sets a condition and no obligation. */
export function dutyFields(at: number, { t, ui }: Reader): FormField[] {
  const name = (part: string) => `conditions.${at}.duty.${part}`;
  return [
    { is: "select", name: name("is"), label: t("obligation.duty.is"), hint: t("obligation.duty.hint"), options: dutyKinds.map((value) => ({ value, label: t(`obligation.kind.${value}`) })), empty: t("obligation.duty.nothing"), optional: true },
    { is: "number", name: name("count"), label: t("obligation.duty.count"), optional: true },
    { is: "select", name: name("unit"), label: t("obligation.duty.unit"), options: dutyUnits.map((value) => ({ value, label: t(`obligation.unit.${value}`) })), empty: t("ui.answer.choose"), optional: true },
    { is: "select", name: name("from"), label: t("obligation.duty.from"), options: dutyStarts.map((value) => ({ value, label: t(`obligation.from.${value}`) })), empty: t("ui.answer.choose"), optional: true },
    { is: "select", name: name("calendar"), label: t("obligation.duty.calendar"), options: calendars.map((value) => ({ value, label: ui(`jurisdiction.${value}`) })), empty: t("obligation.duty.home"), optional: true },
  ];
}
