import { Clock } from "@/app/_ui/clock";
import { clockState, type ClockState, type Run } from "@/lib/calendar/due";
import type { Reader } from "@/lib/server/language";
import { calendarsOf } from "@/lib/workflow/plan";
import type { Side } from "@/lib/workflow/definition";

/** Where a step's clock stands: in words, then a cell for each working day used, stood still and left, and the last day. Its title names the calendars. */
export function StepClock({ state, places, words: { t, ui, format }, today }: { state: ClockState; places: readonly string[]; words: Reader; today: string }) {
  const { used, left, over, stood, stopped, due } = state;
  const said = stopped ? t("pages.clock.stopped", { day: format.nearDate(stopped) }) : over > 0 ? t("pages.clock.over", { days: over }) : due === today ? t("pages.clock.today") : t("pages.clock.left", { days: left });
  const detail = due ? t(over > 0 ? "case.wasDue" : "pages.due", { day: format.nearDate(due) }) : over > 0 ? t("pages.clock.over", { days: over }) : t("pages.clock.left", { days: left });
  const title = t("case.calendar", { places: format.list(places.map((place) => ui(`jurisdiction.${place}`))) });
  // A clock that was stopped today has not stood still for a whole day, and shows all the same that it stands.
  return <Clock title={title} words={said} detail={detail} cells={{ used, left, over, stopped: stopped ? Math.max(1, stood) : stood }} late={over > 0 && !stopped} />;
}

/** The clock of a step as lists know it; null where it has none or has not begun. */
export function clockOf({ ran, workingDays, side }: { readonly ran: readonly Run[]; readonly workingDays: number | null; readonly side: Side }, from: string, to: string, today: string): { readonly state: ClockState; readonly places: string[] } | null {
  if (workingDays === null || ran.length === 0) return null;
  const places = calendarsOf(side, from, to);
  return { state: clockState(ran, workingDays, places, today), places };
}
