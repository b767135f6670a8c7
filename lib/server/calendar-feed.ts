import { createHash } from "node:crypto";
import ical, { ICalCalendarMethod, ICalEventClass, ICalEventTransparency } from "ical-generator";
import { v5 as idFrom } from "uuid";
import { type CalendarDay, calendarDays } from "../../db/queries/calendar-days.ts";
import { addDays } from "../calendar/day.ts";
import type { Language } from "../language.ts";
import { calendarBehind } from "./calendar-links.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { deskNames } from "./place-names.ts";
import { settings } from "./settings.ts";
import { type Translator, translator } from "./translate.ts";

/** What ended longer ago is of the past. */
const keptDays = 30;
/** How often programs are to ask again. */
const everyHour = 3600;

/**
 * The calendar behind a link (RFC 5545), as whoever made it may see things now and in their language; null where the link leads nowhere. A day says which
 * request and what, and neither people nor answers: calendars are shown on walls and kept by others.
 */
export async function calendarFeed(token: string, clock: Clock = realClock): Promise<{ readonly body: string; readonly tag: string } | null> {
  const found = await calendarBehind(token);
  if (!found) return null;
  const { actor, desk } = found;
  const t = translator(actor.language);
  const [days, names] = await Promise.all([calendarDays(actor, desk, addDays(moment(clock).today, -keptDays)), deskNames(actor, desk === null ? [] : [desk], actor.language)]);
  const name = desk === null ? t("feed.own") : t("feed.desk", { desk: names[desk] ?? desk });
  const body = written(days, { name, language: actor.language, t });
  return { body, tag: `"${createHash("sha256").update(body).digest("base64url")}"` };
}

type Written = { readonly name: string; readonly language: Language; readonly t: Translator };

function written(all: readonly CalendarDay[], { name, language, t }: Written): string {
  const { host } = new URL(settings().PUBLIC_URL);
  const calendar = ical({ name, method: ICalCalendarMethod.PUBLISH, prodId: { company: "Causeway", product: "Causeway", language: language.toUpperCase() }, ttl: everyHour });
  for (const one of all) {
    calendar.createEvent({
      // The same as long as it is about the same thing, so that a day that moves takes the place of the old one; what a rule asks for is not to be read in it.
      id: `${idFrom(one.id, dayNames)}@${host}`,
      sequence: one.version,
      start: new Date(`${one.day}T00:00:00Z`),
      allDay: true,
      stamp: new Date(one.changedAt),
      lastModified: new Date(one.changedAt),
      summary: t("feed.title", { number: one.number, what: what(one, language, t) }),
      url: `${settings().PUBLIC_URL}/requests/${one.request}`,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

function what(day: CalendarDay, language: Language, t: Translator): string {
  if (day.is === "obligation") return t(day.kind === "keepPapers" ? "feed.keepPapers" : "feed.obligation", { what: t(`obligation.kind.${day.kind}`) });
  return day.is === "step" ? t("feed.step", { step: day.name[language] }) : t(`feed.${day.is}`);
}

/** The namespace of the names that days have in calendars. */
const dayNames = "5f0a1f0e-4a53-4d0b-9a58-6d1c6f0c2c51";
