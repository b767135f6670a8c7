import { Clock } from "@/app/_ui/clock";
import { QueueTable } from "@/app/_ui/queue-table";
import { Tag } from "@/app/_ui/tag";
import type { InboxItem } from "@/db/queries/inbox";
import type { PersonActor } from "@/lib/access/actor";
import { clockState } from "@/lib/calendar/due";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { calendarsOf } from "@/lib/workflow/plan";
import { cityName } from "./words";

/** A desk's work in rows, with the clock in words. */
export async function Queue({ actor, items }: { actor: PersonActor; items: readonly InboxItem[] }) {
  const { language, t, ui, format } = await reader();
  const { today } = moment(realClock);
  return (
    <QueueTable
      t={ui}
      caption={t("pages.inbox.title")}
      rows={items.map((item) => {
        const places = calendarsOf(item.step.side, item.request.fromJurisdiction, item.request.toJurisdiction);
        const clock = item.dueOn && item.step.workingDays !== null ? clockState(item.since, item.step.workingDays, places, today) : null;
        const words = clock === null ? "" : clock.over > 0 ? t("pages.clock.over", { days: clock.over }) : clock.due === today ? t("pages.clock.today") : t("pages.clock.left", { days: clock.left });
        return {
          id: `${item.request.id} ${item.step.id}`,
          href: `/requests/${item.request.id}/decide/${item.step.id}`,
          number: item.request.number,
          kind: item.request.kind,
          title: item.request.title || t("pages.untitled"),
          from: cityName(item.request.fromCity, language),
          to: cityName(item.request.toCity, language),
          step: item.step.names[language],
          side: ui(`side.${item.step.side}`),
          clock: clock && <Clock words={words} detail={format.date(clock.due)} cells={{ used: clock.used, left: clock.left, over: clock.over }} />,
          note: clock && clock.over > 0 ? <Tag state="stop" icon="clock-alert">{ui("overdue")}</Tag> : item.step.round > 1 ? <Tag state="rest" icon="corner-up-left">{t("pages.round", { round: item.step.round })}</Tag> : undefined,
          holder: item.step.assignee === actor.id ? ui("queue.you") : (item.step.deskNames?.[language] ?? ""),
          yours: item.step.assignee === actor.id,
        };
      })}
    />
  );
}
