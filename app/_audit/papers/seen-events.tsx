import { Timeline } from "@/app/_ui/timeline";
import { requestEvents } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";
import { requireActor } from "@/lib/server/session";
import type { SeenEvent } from "@/lib/working-paper/state";
import { typeWords } from "@/lib/server/type-words";

/** The entries that a finding rests on, with the hashes that it saw; what has another hash today is said. */
export async function SeenEvents({ request, seen }: { request: string; seen: readonly SeenEvent[] }) {
  const [actor, { t, ui, format }] = await Promise.all([requireActor(), reader()]);
  const history = await requestEvents(actor, request, { limit: 1_000 });
  return (
    <Timeline
      t={ui}
      events={seen.map(({ seq, hash }) => {
        const event = history?.items.find((one) => one.seq === seq);
        const isShown = event !== undefined && !("withheld" in event);
        return {
          id: String(seq),
          text: <>{format.pair(String(seq), isShown ? typeWords(event.type, t) : t("papers.finding.notShown"))}{event && event.hash !== hash && <b className="block text-stop">{t("papers.finding.changed")}</b>}</>,
          when: isShown ? format.dateTime(event.at) : "–",
          dateTime: isShown ? event.at : undefined,
          hash,
        };
      })}
    />
  );
}
