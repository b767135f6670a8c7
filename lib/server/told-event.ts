import type { ShownEvent } from "../../db/queries/request-events.ts";
import type { Anomaly } from "../permit/discrepancy.ts";
import type { Bars, Quantity } from "../request/events.ts";
import { groundNamed } from "../retention/grounds.ts";
import { nameAt } from "../workflow/step-name.ts";
import { discrepancySentence } from "./discrepancy-words.ts";
import type { Reader } from "./language.ts";
import { quantityWords } from "./quantity-words.ts";
import type { RequestDetail } from "./request-detail.ts";
import { requirementName } from "./requirement-name.ts";

/** An event that its reader may see. */
export type OpenEvent = Exclude<ShownEvent, { readonly withheld: true }>;

/**
 * What an event is told as: its sentence in the reader's language; the words that somebody wrote, as they wrote them, null where these were erased;
 * and what else follows from it, in the reader's language.
 */
export type ToldEvent = { readonly sentence: string; readonly spoken: readonly (string | null)[]; readonly notes: readonly string[] };

/** An event of a request told to a reader: the same on its page, in the audit and in what is taken away. */
export function toldEvent(event: OpenEvent, detail: RequestDetail, of: Pick<Reader, "language" | "t" | "format">): ToldEvent {
  const { language, t, format } = of;
  const named = (id: unknown) => (typeof id === "string" ? (detail.names.people[id] ?? t("pages.story.somebody")) : "");
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
  const spoken = Object.entries(event.texts).flatMap(([digest, { body }]) => (isSpoken(event.type, data, digest) ? [body] : []));
  const standing = Array.isArray(data.stands) ? detail.steps.flatMap(({ id, name }) => ((data.stands as string[]).includes(id) ? [name[language]] : [])) : [];
  const bars = event.type === "permit.revoked" || event.type === "revocation.announced" ? (data.bars as Bars | undefined) : undefined;
  const notes = [...(bars ? [t("after.forms.barred", { who: format.list(bars.people.map(named)), day: format.date(bars.until) })] : []), ...(standing.length > 0 ? [t("after.stands.story", { steps: format.list(standing) })] : [])];
  return { sentence: t(`pages.story.${sentenceOf(event.type, data, actor.person ?? actor.desk ?? undefined)}`, words), spoken, notes };
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
