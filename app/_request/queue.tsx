import { QueueKeys } from "@/app/_ui/queue-keys";
import { QueueTable } from "@/app/_ui/queue-table";
import { Tag } from "@/app/_ui/tag";
import type { InboxItem } from "@/db/queries/inbox";
import { standInsOf } from "@/db/queries/stand-ins";
import type { PersonActor } from "@/lib/access/actor";
import { candidateAt } from "@/lib/access/candidate";
import type { QueueColumn } from "@/lib/access/queue-settings";
import { moment, realClock } from "@/lib/server/clock";
import { reader } from "@/lib/server/language";
import { clockOf, StepClock } from "./step-clock";
import { refusalSentence } from "./outcome";
import { cityName } from "./words";

/**
 * A desk's work in rows, with the clock in words. The lamp is lit where the reader may decide; where not, the row says why. With
 * `hands`, the id of a form that stands beside it, rows can be ticked, taken and given back. `hidden` columns are left out.
 */
export async function Queue({ actor, items, hands, hidden }: { actor: PersonActor; items: readonly InboxItem[]; hands?: string; hidden?: readonly QueueColumn[] }) {
  const words = await reader();
  const { language, t, ui } = words;
  const { today } = moment(realClock);
  const away = actor.standsIn ? await standInsOf(actor, today) : [];
  const several = new Set(items.map(({ step }) => step.desk)).size > 1;
  return (
    <>
      <QueueKeys />
      <QueueTable
        t={ui}
        caption={t("pages.inbox.title")}
        select={hands && "row"}
        hidden={hidden}
        rows={items.map(({ request, step, separation }) => {
          const clock = clockOf(step, request.fromJurisdiction, request.toJurisdiction, today);
          const stopped = request.status === "returned";
          // Whoever has it; else who was named, or, in a later round, decided the one before.
          const own = (step.holder ?? step.assignee ?? step.previously) === actor.id;
          const id = `${request.id} ${step.id}`;
          const takes = !own && !step.byVote && step.holder === null && separation.length === 0;
          const inPlaceOf = candidateAt(step.desk, actor).actsFor;
          return {
            id,
            href: `/requests/${request.id}/decide/${step.id}`,
            number: request.number,
            kind: request.kind,
            title: request.title || t("pages.untitled"),
            // What waits for its requester is nobody's to decide, whoever reads.
            parties: stopped ? undefined : separation[0] ? refusalSentence(separation[0], words, { [step.id]: step.names }) : inPlaceOf && t("pages.inbox.inPlaceOf", { for: away.find((one) => one.for === inPlaceOf)?.forName ?? "" }),
            claim: hands && !stopped && (step.holder === actor.id ? <Hand form={hands} does="release" row={id} label={t("case.hands.release")} said={t("pages.inbox.releaseNamed", { number: request.number })} /> : takes ? <Hand form={hands} does="claim" row={id} label={t("case.hands.claim")} said={t("pages.inbox.claimNamed", { number: request.number })} /> : undefined),
            from: cityName(request.fromCity, language),
            to: cityName(request.toCity, language),
            step: step.names[language],
            side: ui(`side.${step.side}`),
            clock: clock && <StepClock {...clock} words={words} today={today} />,
            note: !stopped && step.tied && separation.length === 0 ? <Tag state="yours">{t("pages.inbox.casting")}</Tag> : stopped ? <Tag state="rest" drawing="pause">{ui("paused")}</Tag> : clock && clock.state.over > 0 ? <Tag state="stop" drawing="clock-alert">{ui("overdue")}</Tag> : step.round > 1 ? <Tag state="rest" drawing="corner-up-left">{t("pages.round", { round: step.round })}</Tag> : undefined,
            holder: own ? ui("queue.you") : (step.holderName ?? step.assigneeName ?? step.previousName ?? (several ? (step.deskNames?.[language] ?? "") : ui("queue.nobody"))),
            yours: !stopped && separation.length === 0,
          };
        })}
      />
    </>
  );
}

/** Sends the form beside the table: a form of its own in each row would cost a page of rows as much again. */
function Hand({ form, does, row, label, said }: { form: string; does: "claim" | "release"; row: string; label: string; said: string }) {
  return <button form={form} name={does} value={row} aria-label={said}>{label}</button>;
}
