import type { ReactNode } from "react";
import { HashMark } from "./hash-mark";
import { Icon } from "./icon";
import type { Words } from "./words";

export type TimelineEvent = {
  id: string;
  /** A decision is a filled point, everything else an open one. */
  decisive?: boolean;
  text: ReactNode;
  /** As shown, and as ISO 8601. */
  when: ReactNode;
  dateTime?: string;
  hash?: string;
  /** The record no longer fits its predecessor: both hashes stand there in full. */
  broken?: { stored: string; computed: string };
};

/** What happened, newest first; every event ends in its hash mark. */
export function Timeline({ t, events }: { t: Words; events: readonly TimelineEvent[] }) {
  return (
    <ol className="px-4 pt-2 pb-4 sm:px-5">
      {events.map((event, at) => (
        <li key={event.id} id={`event-${event.id}`} className="relative py-2.5 ps-5.5 text-sm">
          <span aria-hidden="true" data-line className={`absolute start-1 w-0.5 bg-line-strong ${reach(at, events.length)}`} />
          <span aria-hidden="true" data-line className={`absolute start-0 top-4 size-2.5 rounded-full border-2 ${event.decisive ? "border-ink bg-ink" : "border-ink-3 bg-paper"}`} />
          {event.text}
          <div className="mt-0.5 flex flex-wrap items-center justify-between gap-x-3 text-xs text-ink-3">
            <time dateTime={event.dateTime}>{event.when}</time>
            {event.hash && <HashMark t={t} hash={event.hash} />}
          </div>
          {event.broken && <Broken t={t} {...event.broken} />}
        </li>
      ))}
    </ol>
  );
}

function Broken({ t, stored, computed }: { t: Words; stored: string; computed: string }) {
  return (
    <div role="alert" className="mt-2 rounded-control border-2 border-stop-solid bg-stop-tint px-3 py-2 text-xs">
      <b className="flex items-center gap-1.5 text-stop"><Icon name="unlink" className="size-3.5" />{t("chainBroken")}</b>
      <dl className="mt-1">
        <dt>{t("hashStored")}</dt>
        <dd className="font-mono break-all">{stored}</dd>
        <dt className="mt-1">{t("hashComputed")}</dt>
        <dd className="font-mono break-all">{computed}</dd>
      </dl>
    </div>
  );
}

function reach(at: number, count: number) {
  if (count === 1) return "hidden";
  if (at === 0) return "top-5 bottom-0";
  return at === count - 1 ? "top-0 h-5" : "inset-y-0";
}
