import type { ReactNode } from "react";
import { More } from "@/app/_ui/panel";
import { Timeline, type TimelineEvent } from "@/app/_ui/timeline";
import type { ShownEvent } from "@/db/queries/request-events";
import { reader } from "@/lib/server/language";
import { isForeign, writtenIn } from "@/lib/audit/written-in";
import type { Language } from "@/lib/language";
import type { RequestDetail } from "@/lib/server/request-detail";
import { nameAt } from "@/lib/workflow/step-name";
import { groundNamed } from "@/lib/retention/grounds";
import type { Bars, Quantity } from "@/lib/request/events";
import type { Anomaly } from "@/lib/permit/discrepancy";
import { discrepancySentence } from "./ledger-words";
import { quantityWords } from "./quantity-words";
import { requirementName } from "@/lib/server/requirement-name";

/**
 * A request's history, newest first, each entry with its hash mark. `folded`: what no person did stands folded away between what people did, and words in
 * another language than the reader's are marked as what they are. `besides` stands under an entry.
 */
export async function Story({ events, detail, broken, folded, besides }: { events: readonly ShownEvent[]; detail: RequestDetail; broken?: ReadonlyMap<number, { stored: string; computed: string }>; folded?: boolean; besides?: (event: { readonly seq: number; readonly type: string }) => ReactNode }) {
  const of = await reader();
  const { language, t, ui, format } = of;
  const decisive = new Set(["step.approved", "step.rejected", "step.settled", "request.rejected", "request.approved", "permit.issued", "permit.amended", "permit.suspended", "permit.reissued", "permit.revoked", "revocation.announced", "request.submitted"]);
  const named = (id: unknown) => (typeof id === "string" ? (detail.names.people[id] ?? t("pages.story.somebody")) : "");
  const told = events.toReversed().map((event): TimelineEvent & { readonly isMachine?: boolean } => {
        if ("withheld" in event) return { id: String(event.seq), text: t("pages.story.withheld"), when: `${event.seq}`, hash: event.hash, broken: broken?.get(event.seq) };
        const actor = event.actor as { person?: string; desk?: string | null; for?: string };
        const data = event.data as Record<string, unknown>;
        const step = detail.steps.find(({ id }) => id === data.step);
        const idsIn = (name: string) => (event.type === "request.replanned" && Array.isArray(data[name]) ? (data[name] as readonly unknown[]).map(String) : []);
        const stepNames = (name: string) => format.list(idsIn(name).map((id) => nameAt(detail.names.steps, id)?.[language] ?? id));
        const text = (name: string) => (typeof data[name] === "string" || typeof data[name] === "number" ? String(data[name]) : "");
        const owed = detail.obligations.find(({ id }) => id === data.obligation);
        const words = {
          who: actor.person ? (actor.for ? t("pages.story.inPlaceOf", { who: named(actor.person), for: named(actor.for) }) : named(actor.person)) : actor.desk ? (detail.steps.find(({ desk }) => desk === actor.desk)?.deskNames?.[language] ?? actor.desk) : t("pages.story.system"),
          from: named(data.from),
          to: named(data.to),
          as: text("as"),
          announced: String(data.announced ?? false),
          outcome: text("outcome"),
          entry: text("entry"),
          what: event.type === "entry.corrected" ? t(`pages.event.${text("of").replace(".", "-")}`) : "",
          replaces: text("replaces"),
          version: String((data.workflow as { version?: number } | undefined)?.version ?? ""),
          gone: stepNames("gone"),
          goneCount: idsIn("gone").length,
          fresh: stepNames("fresh"),
          freshCount: idsIn("fresh").length,
          changed: stepNames("changed"),
          changedCount: idsIn("changed").length,
          all: idsIn("gone").length + idsIn("fresh").length + idsIn("changed").length,
          ...(event.type === "revocation.announced" && { day: format.date(text("from")) }),
          obligation: owed ? (owed.requirement === null ? t(`obligation.kind.${owed.kind}`) : requirementName(owed.requirement, language, t)) : t("obligation.one"),
          ...(event.type === "obligation.reminded" && { day: format.date(text("due")) }),
          ...((event.type === "requirement.expiring" || event.type === "permit.expiring") && { day: format.date(text("validUntil")) }),
          sound: String(data.isSound ?? true),
          readings: event.type === "movement.traced" ? format.number(text("readings")) : "",
          share: String(data.share ?? ""),
          recommends: event.type === "step.advised" ? t(`pages.recommends.${String(data.recommends)}`) : "",
          why: event.type === "step.allotted" ? t(`pages.allotted.${String(data.why)}`) : "",
          step: step?.name[language] ?? "",
          desk: step?.deskNames?.[language] ?? "",
          days: typeof data.workingDays === "number" ? data.workingDays : 0,
          requirement: requirementIn(data) === null ? "" : requirementName(requirementIn(data) ?? "", language, t),
          rule: String(data.rule ?? ""),
          law: groundNamed(String(data.rule ?? ""))?.law[language] ?? String(data.rule ?? ""),
          number: typeof data.number === "string" ? data.number : "",
          end: typeof data.end === "string" ? t(`ledger.stage.${data.end}`) : "",
          code: event.type === "discrepancy.opened" ? discrepancySentence(data as Anomaly, of) : "",
          settlement: event.type === "discrepancy.resolved" ? t(`ledger.open.${text("outcome")}`) : "",
          quantity: typeof data.quantity === "object" && data.quantity !== null ? quantityWords(data.quantity as Quantity, of) : "",
        };
        const spoken = Object.entries(event.texts).flatMap(([digest, { body }]) => (body !== null && isSpoken(event.type, data, digest) ? [body] : []));
        const standing = Array.isArray(data.stands) ? detail.steps.flatMap(({ id, name }) => ((data.stands as string[]).includes(id) ? [name[language]] : [])) : [];
        const bars = event.type === "permit.revoked" || event.type === "revocation.announced" ? (data.bars as Bars | undefined) : undefined;
        const notes = [...spoken, ...(bars ? [t("after.forms.barred", { who: format.list(bars.people.map(named)), day: format.date(bars.until) })] : []), ...(standing.length > 0 ? [t("after.stands.story", { steps: format.list(standing) })] : [])];
        return {
          id: String(event.seq),
          decisive: decisive.has(event.type),
          text: (<>{t(`pages.story.${sentenceOf(event.type, data, actor.person ?? actor.desk ?? undefined)}`, words)}{notes.map((body, at) => (folded && at < spoken.length ? <Original key={at} text={body} reader={language} mark={(written) => t(`audit.written.${written as "zh"}`)} /> : <span key={at} className="block whitespace-pre-line text-ink-2">{body}</span>))}{besides?.(event)}</>),
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

/** Words as they were written, marked with their language where the reader's is another: nothing here is translated by a machine. */
function Original({ text, reader: of, mark }: { text: string; reader: Language; mark: (language: string) => string }) {
  const written = writtenIn(text);
  const lang = written === "zh" ? "zh" : (written ?? undefined);
  return <span lang={lang} className="block whitespace-pre-line text-ink-2">{isForeign(written, of) && <span className="me-1.5 rounded-control border border-line px-1 text-2xs text-ink-3">{mark(written ?? "")}</span>}{text}</span>;
}

/** The sentence for an event: how somebody voted, by what a step was settled, and what one gives back oneself, have sentences of their own. */
function sentenceOf(type: string, { vote, casting, by, outcome, from, isVoid, days }: Record<string, unknown>, person?: string): string {
  const name = type.replace(".", "-");
  if (type === "step.released" && from === person) return `${name}-own`;
  if (type === "step.voted") return [name, ...(casting === true ? ["casting"] : []), vote].join("-");
  if (type === "movement.corrected" && isVoid === true) return `${name}-void`;
  if (type === "obligation.reminded" && days === null) return `${name}-late`;
  if (type === "step.settled") return outcome === "settled" ? `${name}-enough` : [name, by, outcome].join("-");
  return name;
}

/** The requirement that an event names: its own, or the one whose answer decided a step. */
function requirementIn({ requirement, by, rule }: Record<string, unknown>): string | null {
  const named = by === "requirement" ? rule : requirement;
  return typeof named === "string" ? named : null;
}

/** Whether these words are said to readers: answers are not, nor what a ledger says beside its amounts, which stand on the page; of an amendment its reason is. */
function isSpoken(type: string, data: Readonly<Record<string, unknown>>, digest: string): boolean {
  if (type === "amendment.requested" || type === "request.replanned") return (data.reason as { digest?: string }).digest === digest;
  // The points of a drawing are no words.
  if (type === "movement.traced") return false;
  if (type.startsWith("movement.")) return (data.about as { digest?: string } | undefined)?.digest !== digest;
  return type !== "request.submitted" && type !== "request.resubmitted";
}
