import { QueueKeys } from "@/app/_ui/queue-keys";
import { QueueTable } from "@/app/_ui/queue-table";
import { Tag } from "@/app/_ui/tag";
import type { InboxItem } from "@/db/queries/inbox";
import type { PersonActor } from "@/lib/access/actor";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { clockOf, StepClock } from "./step-clock";
import { refusalSentence } from "./outcome";
import { cityName } from "./words";

/** A desk's work in rows, with the clock in words. The lamp is lit where the reader may decide; where not, the row says why. */
export async function Queue({ actor, items }: { actor: PersonActor; items: readonly InboxItem[] }) {
  const words = await reader();
  const { language, t, ui } = words;
  const { today } = moment(realClock);
  const several = new Set(items.map(({ step }) => step.desk)).size > 1;
  return (
    <>
      <QueueKeys />
      <QueueTable
        t={ui}
        caption={t("pages.inbox.title")}
        rows={items.map(({ request, step, separation }) => {
          const clock = clockOf(step, request.fromJurisdiction, request.toJurisdiction, today);
          const stopped = request.status === "returned";
          // Whoever has it; else who was named, or, in a later round, decided the one before.
          const own = (step.holder ?? step.assignee ?? step.previously) === actor.id;
          return {
            id: `${request.id} ${step.id}`,
            href: `/requests/${request.id}/decide/${step.id}`,
            number: request.number,
            kind: request.kind,
            title: request.title || t("pages.untitled"),
            parties: separation[0] && refusalSentence(separation[0], words, { [step.id]: step.names }),
            from: cityName(request.fromCity, language),
            to: cityName(request.toCity, language),
            step: step.names[language],
            side: ui(`side.${step.side}`),
            clock: clock && <StepClock {...clock} words={words} today={today} />,
            note: stopped ? <Tag state="rest" drawing="pause">{ui("paused")}</Tag> : clock && clock.state.over > 0 ? <Tag state="stop" drawing="clock-alert">{ui("overdue")}</Tag> : step.round > 1 ? <Tag state="rest" drawing="corner-up-left">{t("pages.round", { round: step.round })}</Tag> : undefined,
            holder: own ? ui("queue.you") : (step.holderName ?? step.previousName ?? (several ? (step.deskNames?.[language] ?? "") : ui("queue.nobody"))),
            yours: !stopped && separation.length === 0,
          };
        })}
      />
    </>
  );
}
