import { Pager } from "@/app/_ui/pager";
import { Panel } from "@/app/_ui/panel";
import { Timeline } from "@/app/_ui/timeline";
import type { PaperPart } from "@/db/queries/paper-part";
import { workingPaperHistory } from "@/db/queries/working-papers";
import { reader } from "@/lib/server/language";
import { askedName } from "./asked-name";
import { requireActor } from "@/lib/server/session";
import { toldPaperEvent } from "@/lib/server/told-paper-event";
import { type PaperPlace, placeText } from "@/lib/working-paper/place";

/** A working paper's own history, newest first: who did what on it and when, with the words of each entry and its hash mark. */
export async function PaperStory({ part: { paper, numbers, asked: everyAsked }, at }: { part: PaperPart; at: PaperPlace }) {
  const [actor, of] = await Promise.all([requireActor(), reader()]);
  const { t, ui, format, language } = of;
  const [history, asked] = await Promise.all([workingPaperHistory(actor, paper.id, at.before ?? null), askedName(actor, everyAsked, language)]);
  const { items = [], next = null, people = {} } = history ?? {};
  const named = { numbers, attributes: paper.attributes, people, asked };
  const here = (before?: number) => `/audit/papers/${paper.id}${placeText({ ...at, before })}`;
  return (
    <Panel id="history" title={t("pages.history")} count={t("audit.events", { count: paper.version })}>
      <Timeline
        t={ui}
        events={items.map((event) => {
          if ("withheld" in event) return { id: String(event.seq), text: t("pages.story.unread"), when: `${event.seq}`, hash: event.hash };
          const { sentence, spoken } = toldPaperEvent(event, named, of);
          return {
            id: String(event.seq),
            decisive: event.type === "paper.signed" || event.type === "finding.closed",
            text: <>{sentence}{spoken.map((body, at) => <span key={at} dir="auto" className="block whitespace-pre-line text-ink-2">{body ?? t("papers.erased")}</span>)}</>,
            when: format.dateTime(event.at),
            dateTime: event.at,
            hash: event.hash,
          };
        })}
      />
      <Pager t={ui} list="history" newer={at.before === undefined ? undefined : here()} older={next === null ? undefined : here(next)} />
    </Panel>
  );
}
