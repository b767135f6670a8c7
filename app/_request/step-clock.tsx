import { Clock } from "@/app/_ui/clock";
import type { ClockState } from "@/lib/calendar/due";
import type { Reader } from "@/lib/server/language";

/** Where a step's clock stands: in words, then a cell for each working day used, stood still and left, and the last day. Its title names the calendars. */
export function StepClock({ state, places, words: { t, ui, format }, today }: { state: ClockState; places: readonly string[]; words: Reader; today: string }) {
  const { used, left, over, stood, stopped, due } = state;
  const said = stopped ? t("pages.clock.stopped", { day: format.date(stopped) }) : over > 0 ? t("pages.clock.over", { days: over }) : due === today ? t("pages.clock.today") : t("pages.clock.left", { days: left });
  const detail = due ? format.date(due) : over > 0 ? t("pages.clock.over", { days: over }) : t("pages.clock.left", { days: left });
  // A clock that was stopped today has not stood still for a whole day, and shows all the same that it stands.
  return <Clock title={format.list(places.map((place) => ui(`jurisdiction.${place}`)))} words={said} detail={detail} cells={{ used, left, over, stopped: stopped ? Math.max(1, stood) : stood }} late={over > 0 && !stopped} />;
}
