import { Clock } from "@/app/_ui/clock";
import { clockState, type ClockState, type Run } from "@/lib/calendar/clock";
import type { Reader } from "@/lib/server/language";
import { calendarsOf } from "@/lib/workflow/desk-at";
import type { Side } from "@/lib/workflow/definition";
import { withProvisional } from "./provisional";

/** Where a step's clock stands: in words, then a cell for each working day used, stood still and left, and the last day. Its title names the calendars. */
export function StepClock({ state, places, words, today }: { state: ClockState; places: readonly string[]; words: Reader; today: string }) {
  const { t, ui, format } = words;
  const { day, days, used, left, over, stood, stopped, due, unpublished } = state;
  const time = over > 0 ? t("pages.clock.over", { days: over }) : due === today ? t("pages.clock.today") : t("pages.clock.left", { days: left });
  const last = due && withProvisional(t(over > 0 ? "case.wasDue" : "pages.due", { day: format.nearDate(due) }), unpublished, words);
  const said = stopped ? t("pages.clock.paused", { day, days, since: format.nearDate(stopped) }) : time;
  // The number of the day says nothing before the first, and "over" has said it after the last.
  const detail = stopped ? time : format.joined([over === 0 && day > 0 && t("pages.clock.day", { day, days }), last]);
  const title = t("case.calendar", { places: format.list(places.map((place) => ui(`jurisdiction.${place}`))) });
  // A clock that was stopped today has not stood still for a whole day, and shows all the same that it stands.
  return <Clock title={title} words={said} detail={detail} cells={{ used, left, over, stopped: stopped ? Math.max(1, stood) : stood }} late={over > 0 && !stopped} />;
}

/** The clock of a step as lists know it; null where it has none or has not begun. */
export function clockOf({ ran, workingDays, side }: { readonly ran: readonly Run[]; readonly workingDays: number | null; readonly side: Side }, from: string, to: string, today: string): { readonly state: ClockState; readonly places: string[] } | null {
  if (workingDays === null || ran.length === 0) return null;
  const places = calendarsOf(side, from, to);
  return { state: clockState({ ran, workingDays, extended: null, calendars: places }, today), places };
}
