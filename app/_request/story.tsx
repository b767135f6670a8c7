import type { ReactNode } from "react";
import { More } from "@/app/_ui/panel";
import { Timeline, type TimelineEvent } from "@/app/_ui/timeline";
import type { ShownEvent } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";
import { isForeign, writtenIn } from "@/lib/audit/written-in";
import type { Language } from "@/lib/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { toldEvent } from "@/lib/server/told-event";

/**
 * A request's history, newest first, each entry with its hash mark. `folded`: what no person did stands folded away between what people did, and words in
 * another language than the reader's are marked as what they are. `besides` stands under an entry.
 */
export async function Story({ events, detail, broken, folded, besides }: { events: readonly ShownEvent[]; detail: RequestDetail; broken?: ReadonlyMap<number, { stored: string; computed: string }>; folded?: boolean; besides?: (event: { readonly seq: number; readonly type: string }) => ReactNode }) {
  const of = await reader();
  const { language, t, ui, format } = of;
  const decisive = new Set(["step.approved", "step.rejected", "step.settled", "request.rejected", "request.approved", "permit.issued", "permit.amended", "permit.suspended", "permit.reissued", "permit.revoked", "revocation.announced", "request.submitted"]);
  const told = events.toReversed().map((event): TimelineEvent & { readonly isMachine?: boolean } => {
    if ("withheld" in event) return { id: String(event.seq), text: t("pages.story.withheld"), when: `${event.seq}`, hash: event.hash, broken: broken?.get(event.seq) };
    const actor = event.actor as { person?: string; desk?: string | null };
    const { sentence, spoken, notes } = toldEvent(event, detail, of);
    return {
      id: String(event.seq),
      decisive: decisive.has(event.type),
      text: (<>{sentence}{spoken.map((body, at) => (body === null ? <Note key={`said-${at}`}>{t("takeaway.erased")}</Note> : folded ? <Original key={`said-${at}`} text={body} reader={language} mark={(written) => t(`audit.written.${written as "zh"}`)} /> : <Note key={`said-${at}`}>{body}</Note>))}{notes.map((note, at) => <Note key={at}>{note}</Note>)}{besides?.(event)}</>),
      when: format.dateTime(event.at),
      dateTime: event.at,
      hash: event.hash,
      broken: broken?.get(event.seq),
      isMachine: actor.person === undefined && !actor.desk && broken?.get(event.seq) === undefined,
    };
  });
  return <Timeline t={ui} events={folded ? machineFolded(told, (count) => t("audit.machine", { count })) : told} />;
}

/** What no person did, run by run, as one entry that opens. */
function machineFolded(told: readonly (TimelineEvent & { readonly isMachine?: boolean })[], summary: (count: number) => string): TimelineEvent[] {
  const runs: (TimelineEvent & { readonly isMachine?: boolean })[][] = [];
  for (const one of told) {
    const run = runs.at(-1);
    if (one.isMachine && run?.[0]?.isMachine) run.push(one);
    else runs.push([one]);
  }
  return runs.map(([first, ...others]) => {
    if (!first?.isMachine) return first as TimelineEvent;
    const all = [first, ...others];
    return { id: `machine-${first.id}`, when: first.when, ...(first.dateTime && { dateTime: first.dateTime }), text: <More within summary={summary(all.length)}><ul className="grid gap-1.5">{all.map(({ id, text, when }) => <li key={id} id={`event-${id}`}>{text}<span className="block text-xs text-ink-3">{when}</span></li>)}</ul></More> };
  });
}

function Note({ children }: { children: ReactNode }) {
  return <span className="block whitespace-pre-line text-ink-2">{children}</span>;
}

/** Words as they were written, marked with their language where the reader's is another: nothing here is translated by a machine. */
function Original({ text, reader: of, mark }: { text: string; reader: Language; mark: (language: string) => string }) {
  const written = writtenIn(text);
  const lang = written === "zh" ? "zh" : (written ?? undefined);
  return <span lang={lang} className="block whitespace-pre-line text-ink-2">{isForeign(written, of) && <span className="me-1.5 rounded-control border border-line px-1 text-2xs text-ink-3">{mark(written ?? "")}</span>}{text}</span>;
}
