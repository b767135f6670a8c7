import { ActionForm } from "@/app/(auth)/action-form";
import { endCalendar, makeCalendar } from "@/app/account/calendar/actions";
import { Button } from "@/app/_ui/button";
import type { CalendarLink } from "@/lib/server/calendar-links";
import { reader } from "@/lib/server/language";

/** Whether one has a link to a calendar, with how to make one, which is shown once, and how to end it. */
export async function CalendarLinkForms({ link, desk }: { link: CalendarLink | null; desk?: string }) {
  const { t, ui, format } = await reader();
  return (
    <div className="grid gap-4">
      <p>{link ? t("account.calendar.since", { day: format.dateTime(link.createdAt) }) : t("account.calendar.none")}</p>
      <ActionForm action={makeCalendar} words={{ error: ui("error") }} submit={t(link ? "account.calendar.anew" : "account.calendar.make")} fields={desk === undefined ? [] : [{ is: "hidden", name: "desk", value: desk }]} />
      {link && <EndCalendar id={link.id} next="/account/calendar" />}
    </div>
  );
}

/** Ends a link; `who` is whose it is, where it is another's. */
export async function EndCalendar({ id, who, next }: { id: string; who?: string; next: string }) {
  const { t } = await reader();
  return (
    <form action={endCalendar}>
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="next" value={next} />
      <Button look="danger" aria-label={who === undefined ? undefined : t("account.calendar.endNamed", { who })}>{t("account.calendar.end")}</Button>
    </form>
  );
}
