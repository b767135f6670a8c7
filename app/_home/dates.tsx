import { DateList, type DateItem } from "@/app/_ui/date-list";
import { EmptyState } from "@/app/_ui/empty-state";
import { JurisdictionBox } from "@/app/_ui/jurisdiction-box";
import { Panel } from "@/app/_ui/panel";
import { requirementName } from "@/lib/server/requirement-name";
import { pointName } from "@/app/_request/words";
import { addDays, dayOf } from "@/lib/calendar/day";
import { type Calendar, calendars } from "@/lib/calendar/calendar-year";
import { isHoliday } from "@/lib/calendar/working-days";
import type { AgendaDay } from "@/lib/request/agenda";
import { reader, type Reader } from "@/lib/server/language";

/** The next sixty days: crossings, what ends, answers that are expected, and the days on which offices are closed. */
export async function Dates({ days, today, places }: { days: readonly AgendaDay[]; today: string; /** Whose days off matter to the reader. */ places: readonly string[] }) {
  const words = await reader();
  const { t, format } = words;
  const items = [...days.map((day) => ({ day: day.day, item: about(day, words) })), ...closedDays(today, places).map(({ day, places }) => ({ day, item: closed(day, places, words) }))].toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <Panel title={t("home.dates.title")} count={t("home.dates.span", { span: format.duration(60, "day") })} padded={items.length === 0}>
      {items.length === 0 ? <EmptyState>{t("home.dates.none")}</EmptyState> : <DateList items={items.slice(0, shown).map(({ item }) => item)} />}
      {items.length > shown && <p className="border-t border-line px-4 py-2.5 text-sm text-ink-3 sm:px-5">{t("home.dates.more", { count: items.length - shown })}</p>}
    </Panel>
  );
}

/** The next ones; what is further off comes up in time. */
const shown = 16;

function closed(day: string, places: readonly Calendar[], { t, ui, format }: Reader): DateItem {
  const boxes = places.map((place) => <JurisdictionBox key={place} code={place} name={ui(`jurisdiction.${place}`)} />);
  return { id: `closed ${day}`, when: near(day, format), dateTime: day, quiet: true, what: <span className="inline-flex flex-wrap items-center gap-1.5">{t("home.dates.holiday")} {boxes}</span>, note: places.length < calendars.length ? t("home.dates.elsewhere") : undefined };
}

function about({ is, day, request, requirement }: AgendaDay, { language, t, format }: Reader): DateItem {
  const link = <a href={`/requests/${request.id}`}>{request.title || t("pages.untitled")}</a>;
  const point = pointName(request.controlPoint, language);
  const what = requirement ? requirementName(requirement, language, t) : t(`home.dates.${is}`);
  const note = is === "crossing" ? point : is === "answerDue" ? t("home.dates.answerDue") : is === "licenceEnds" ? t("home.dates.licenceEnds") : request.permit?.number;
  return { id: `${is} ${request.id} ${requirement ?? ""}`, when: near(day, format), dateTime: day, what: <>{format.pair(what, "")}{link}</>, note };
}

/** The year is said only where it is another one. */
function near(day: string, format: Reader["format"]): string {
  return day.slice(0, 4) === dayOf(new Date()).slice(0, 4) ? format.nearDate(day) : format.date(day);
}

/** Weekdays of the next sixty on which offices at some of the places are closed; weekends everybody knows. */
function closedDays(today: string, at: readonly string[]): { day: string; places: Calendar[] }[] {
  return Array.from({ length: 60 }, (_, at) => addDays(today, at + 1)).flatMap((day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const places = calendars.filter((place) => at.includes(place) && isHoliday(day, place));
    return weekday === 0 || weekday === 6 || places.length === 0 ? [] : [{ day, places }];
  });
}
