import { Timeline } from "@/app/_ui/timeline";
import type { ShownEvent } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";

/** A dossier's history, newest first, each entry with its words and its hash mark. */
export async function DossierStory({ events, names }: { events: readonly ShownEvent[]; names: Readonly<Record<string, string>> }) {
  const { t, ui, format } = await reader();
  const shown = events.flatMap((event) => ("withheld" in event ? [] : [event]));
  // A request that was taken out later is still called by the number it was linked under.
  const numbers = new Map(shown.flatMap(({ data }) => { const { request, number } = data as { request?: string; number?: string }; return request && number ? [[request, number] as const] : []; }));
  return (
    <Timeline
      t={ui}
      events={events.toReversed().map((event) => {
        if ("withheld" in event) return { id: String(event.seq), text: t("pages.story.unread"), when: `${event.seq}`, hash: event.hash };
        const { seq, type, at, actor, data, hash, texts } = event;
        const { request = "", waiting = "", awaits = "" } = data as { request?: string; waiting?: string; awaits?: string };
        const number = (id: string) => numbers.get(id) ?? "";
        const { person = "" } = actor as { person?: string };
        return {
          id: String(seq),
          text: (<>{t(`dossier.event.${type.replace(".", "-")}`, { who: names[person] ?? t("pages.story.somebody"), request: number(request), waiting: number(waiting), awaits: number(awaits) })}{Object.values(texts).flatMap(({ body }) => (body === null ? [] : [<span key={body} className="block whitespace-pre-line text-ink-2">{body}</span>]))}</>),
          when: format.dateTime(at),
          dateTime: at,
          hash,
        };
      })}
    />
  );
}
