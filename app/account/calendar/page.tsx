import type { Metadata } from "next";
import { CalendarLinkForms } from "@/app/_request/calendar-link";
import { Columns } from "@/app/_ui/columns";
import { Panel } from "@/app/_ui/panel";
import { calendarLinks, staffed } from "@/lib/server/calendar-links";
import { reader } from "@/lib/server/language";
import { deskNames } from "@/lib/server/place-names";
import { requireActor } from "@/lib/server/session";
import { AccountFrame } from "../frame";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await reader();
  return { title: t("account.calendar.title") };
}

/** The links under which one's calendar program reads what is due and when: one's own, and what waits at each desk that one staffs. */
export default async function CalendarPage({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const [actor, { t, language }, { done }] = await Promise.all([requireActor(), reader(), searchParams]);
  const [links, names] = await Promise.all([calendarLinks(actor), deskNames(actor, staffed(actor), language)]);
  const linkTo = (desk: string | null) => links.find((one) => one.desk === desk) ?? null;
  return (
    <AccountFrame tab="/account/calendar" done={done === "ended" ? t("account.calendar.ended") : undefined} lead={t("account.calendar.lead")}>
      <Columns shape="even">
        <Panel title={t("account.calendar.own")} padded><CalendarLinkForms link={linkTo(null)} /></Panel>
        {staffed(actor).map((desk) => <Panel key={desk} title={t("account.calendar.ofDesk", { desk: names[desk] ?? desk })} padded><CalendarLinkForms link={linkTo(desk)} desk={desk} /></Panel>)}
      </Columns>
    </AccountFrame>
  );
}
