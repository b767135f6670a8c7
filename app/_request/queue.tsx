import { drawings } from "@/app/_ui/icon";
import { QueueTable } from "@/app/_ui/queue-table";
import { Tag } from "@/app/_ui/tag";
import type { InboxItem } from "@/db/queries/inbox";
import type { PersonActor } from "@/lib/access/actor";
import { clockState } from "@/lib/calendar/due";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { calendarsOf } from "@/lib/workflow/plan";
import { StepClock } from "./step-clock";
import { cityName } from "./words";

/** A desk's work in rows, with the clock in words. */
export async function Queue({ actor, items }: { actor: PersonActor; items: readonly InboxItem[] }) {
  const words = await reader();
  const { language, t, ui } = words;
  const { today } = moment(realClock);
  return (
    <QueueTable
      t={ui}
      caption={t("pages.inbox.title")}
      rows={items.map((item) => {
        const places = calendarsOf(item.step.side, item.request.fromJurisdiction, item.request.toJurisdiction);
        const clock = item.dueOn && item.step.workingDays !== null ? clockState(item.step.ran, item.step.workingDays, places, today) : null;
        // Named, or, in a later round, whoever decided the one before.
        const yours = (item.step.assignee ?? item.step.previously) === actor.id;
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
          clock: clock && <StepClock state={clock} places={places} words={words} today={today} />,
          note: clock && clock.over > 0 ? <Tag state="stop" drawing={drawings["clock-alert"]}>{ui("overdue")}</Tag> : item.step.round > 1 ? <Tag state="rest" drawing={drawings["corner-up-left"]}>{t("pages.round", { round: item.step.round })}</Tag> : undefined,
          holder: yours ? ui("queue.you") : (item.step.previousName ?? item.step.deskNames?.[language] ?? ""),
          yours,
        };
      })}
    />
  );
}
