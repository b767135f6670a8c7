"use server";

import { revalidatePath } from "next/cache";
import { leadTo } from "@/app/_ui/lead-to";
import { fileOf, textOf, withErrors, type FormState } from "@/app/(auth)/form-state";
import { endedSession } from "@/app/_request/ended";
import { refusedState } from "@/app/_request/outcome";
import { isCalendar } from "@/lib/calendar/calendar-year";
import { importCalendar, type ImportedYear } from "@/lib/server/calendars";
import { reader, type Reader } from "@/lib/server/language";
import { currentActor } from "@/lib/server/session";

/** Loads years of a calendar from a file. What was left out, or not taken, stands at the file's field. */
export async function loadCalendar(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([currentActor(), reader()]);
  if (actor.kind !== "person") return endedSession(before, {}, words);
  const { t, ui } = words;
  const [file, calendar] = [fileOf(form, "file"), textOf(form, "calendar")];
  const again = (...messages: readonly string[]) => withErrors(before, ui, messages.map((message) => ({ field: "file", message })), { calendar });
  if (!file) return again(t("pages.chooseFile"));
  if (file.size > largest) return again(t("rules.calendars.tooLarge"));
  const result = await importCalendar(actor, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), calendar: isCalendar(calendar) ? calendar : undefined });
  if ("refusals" in result) return refusedState(before, result, words, {});
  if (!result.ok) return again(t("rules.calendars.unread"));
  // Good years count although rows beside them were wrong: the list on the page shows them.
  revalidatePath("/calendars");
  const said = [...result.years.filter(({ is }) => is === "contradicts").map((year) => contradiction(year, words)), ...result.wrong.slice(0, 10).map(({ line }) => t("rules.calendars.wrongRow", { line: String(line) }))];
  if (said.length > 0 || result.years.length === 0) return again(...(said.length > 0 ? said : [t("rules.calendars.unread")]));
  leadTo("/calendars");
}

function contradiction({ calendar, year, days }: ImportedYear, { t, ui, format }: Reader): string {
  return t("rules.calendars.contradicts", { place: ui(`jurisdiction.${calendar}`), year: String(year), days: format.list(days.slice(0, 5).map((day) => format.shortDate(day))) });
}

/** A year's list is a few kilobytes. */
const largest = 1_000_000;
