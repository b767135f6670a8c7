import { EmptyState } from "@/app/_ui/empty-state";
import { KindIcon } from "@/app/_ui/kind-icon";
import { Panel } from "@/app/_ui/panel";
import { RouteGlyph } from "@/app/_ui/route-glyph";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import { waitSentence } from "@/app/_dossier/words";
import { clockOf, StepClock } from "@/app/_request/step-clock";
import { cityName, statusTag } from "@/app/_request/words";
import type { OwnRequest } from "@/lib/request/agenda";
import { reader, type Reader } from "@/lib/server/language";

/** What is under way with others: where it goes, who has it and since when, how its clock stands. */
export async function Moving({ requests, today }: { requests: readonly OwnRequest[]; today: string }) {
  const words = await reader();
  const { language, t, ui } = words;
  return (
    <Panel title={t("home.moving.title")} count={t("home.moving.count", { count: requests.length })} padded={requests.length === 0}>
      {requests.length === 0 ? <EmptyState link={<a href="/requests">{t("home.moving.all")}</a>}>{t("home.moving.none")}</EmptyState> : (
        <RowList
          items={requests.slice(0, shown).map((request) => ({
            id: request.id,
            title: <span className="flex items-start gap-2"><KindIcon kind={request.kind} className="mt-[.2em] size-4 text-ink-3" /><a href={`/requests/${request.id}`} className="text-ink no-underline hover:text-ink hover:underline">{request.title || t("pages.untitled")}</a></span>,
            detail: (
              <span className="block ps-6">
                <span className="flex flex-wrap items-center gap-x-3"><span className="font-mono text-2xs text-ink-3">{request.number}</span><RouteGlyph t={ui} from={cityName(request.from.city, language)} to={cityName(request.to.city, language)} /></span>
                <span className="block text-sm">{whose(request, words)}</span>
                {request.waits.map((wait) => <span key={wait.request} className="block text-sm">{waitSentence({ ...wait, waiting: request.number, awaits: wait.number }, words)}</span>)}
              </span>
            ),
            end: <Standing request={request} words={words} today={today} />,
          }))}
        />
      )}
      {requests.length > shown && <p className="border-t border-line px-4 py-3 text-sm sm:px-5"><a href="/requests">{t("home.moving.all")}</a></p>}
    </Panel>
  );
}

/** As many as one can take in; the list has them all. */
const shown = 10;

/** Whose move it is, and since when. */
function whose({ status, requester, steps, changedAt }: OwnRequest, { language, t, format }: Reader): string {
  if (status === "returned") return t("home.moving.requester", { who: requester.name, day: format.date(changedAt) });
  const [first] = steps;
  if (!first?.since) return t("home.moving.waits", { day: format.date(changedAt) });
  const holders = steps.map(({ assignee, deskNames, officeNames }) => format.within(assignee ?? deskNames?.[language], officeNames?.[language]));
  return t("home.moving.with", { desk: format.list([...new Set(holders)]), day: format.date(first.since) });
}

/** The clock of the step that is due first; otherwise how the request stands. */
function Standing({ request, words, today }: { request: OwnRequest; words: Reader; today: string }) {
  const { from, to, status, steps } = request;
  const step = steps.toSorted((a, b) => ((a.dueOn ?? "9") < (b.dueOn ?? "9") ? -1 : 1))[0];
  const clock = step && status !== "approved" ? clockOf(step, from.jurisdiction, to.jurisdiction, today) : null;
  return clock ? <StepClock {...clock} words={words} today={today} /> : <Tag state={statusTag[status]}>{words.ui(`status.${status}`)}</Tag>;
}
