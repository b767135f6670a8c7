"use server";

import { refresh } from "next/cache";
import { leadTo } from "@/app/_ui/lead-to";
import { attemptAfter, type FormState, textOf, withErrors } from "@/app/(auth)/form-state";
import { refusalSentence } from "@/app/_request/outcome";
import { endCalendarLink, makeCalendarLink } from "@/lib/server/calendar-links";
import { reader } from "@/lib/server/language";
import { localPath } from "@/lib/server/local-path";
import { requireActor } from "@/lib/server/session";

/** Makes the link to one's own calendar, or to a desk's, and shows it, this once. */
export async function makeCalendar(before: FormState, form: FormData): Promise<FormState> {
  const [actor, words] = await Promise.all([requireActor(), reader()]);
  const made = await makeCalendarLink(actor, textOf(form, "desk") || null);
  if ("refusals" in made) return withErrors(before, words.ui, made.refusals.map((one) => ({ field: "", message: refusalSentence(one, words) })), {});
  refresh();
  return { attempt: attemptAfter(before), errors: [], values: {}, secret: { title: words.t("account.calendar.newTitle"), text: words.t("account.calendar.new"), value: made.url } };
}

/** Ends a link at once. */
export async function endCalendar(form: FormData): Promise<void> {
  const actor = await requireActor();
  await endCalendarLink(actor, textOf(form, "id"));
  leadTo(`${localPath(textOf(form, "next") || "/account/calendar")}?done=ended`);
}
