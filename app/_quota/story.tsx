import { Timeline } from "@/app/_ui/timeline";
import { quantityWords } from "@/lib/server/quantity-words";
import { isUnlimited } from "@/lib/account/standing-grant";
import type { ShownEvent } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";

type Entry = { readonly request?: string; readonly number?: string; readonly amount?: { readonly value: string; readonly unit: string }; readonly limit?: { readonly value: string; readonly unit: string }; readonly validUntil?: string };

/** The entries of a quota, newest first: who set how much, and what which request had set aside, used or let go. A request is linked for whoever may see it. */
export async function QuotaStory({ events, seen, people }: { events: readonly ShownEvent[]; seen: ReadonlySet<string>; people: Readonly<Record<string, string>> }) {
  const { t, ui, format } = await reader();
  return (
    <Timeline
      t={ui}
      events={events.map((event) => {
        if ("withheld" in event) return { id: String(event.seq), text: t("pages.story.unread"), when: `${event.seq}`, hash: event.hash };
        const { request = "", number = "", amount, limit, validUntil } = event.data as Entry;
        const { person = "", for: of = "" } = event.actor as { person?: string; for?: string };
        const named = (id: string) => people[id] ?? t("pages.story.somebody");
        const who = person === "" ? t("pages.story.system") : of === "" ? named(person) : t("pages.story.inPlaceOf", { who: named(person), for: named(of) });
        const said = limit ?? amount;
        return {
          id: String(event.seq),
          decisive: event.type === "quota.set",
          text: (
            <>
              {t(`quotas.event.${event.type.replace(".", "-")}`, { who, day: validUntil === undefined ? "" : format.date(validUntil), amount: !said ? "" : isUnlimited({ unit: said.unit, limit: said.value }) ? t("grants.noLimit") : quantityWords(said, { t, format }) })}
              {number !== "" && <span className="block font-mono text-2xs">{seen.has(request) ? <a href={`/requests/${request}`}>{number}</a> : number}</span>}
              {Object.values(event.texts).flatMap(({ body }) => (body === null ? [] : [<span key={body} className="block whitespace-pre-line text-ink-2">{body}</span>]))}
            </>
          ),
          when: format.dateTime(event.at),
          dateTime: event.at,
          hash: event.hash,
        };
      })}
    />
  );
}
