import { z } from "zod";
import { can } from "../../access/can.ts";
import { keeping } from "../../retention/due.ts";
import { type Ground, groundNamed, groundsFor } from "../../retention/grounds.ts";
import { type Context, type ErasableEntry, isPerson, type Target } from "../context.ts";
import { isHeld, placesOf } from "../evolve-erasure.ts";
import { papersInUse } from "../papers-in-use.ts";
import { openObligations, askedByDesks } from "../obligations.ts";
import { refusal, type Refusal } from "../refusal.ts";
import { live, refused, said, type CommandRule } from "../rule.ts";
import type { CaseDocument, LiveState } from "../state.ts";
import { acts, asDesk, asParty, isOurs, Words } from "./shared.ts";

/** `entries` are entries of the history whose words go, `documents` papers; `whole` is all of both. `rule` is the law under which they go. */
export const Erase = z.strictObject({
  type: z.literal("erase"),
  ...acts,
  rule: z.string().min(1).max(60),
  whole: z.literal(true).optional(),
  entries: z.array(z.number().int().positive()).min(1).max(500).optional(),
  documents: z.array(z.uuid()).min(1).max(100).optional(),
  reason: Words.optional(),
});
type Asked = z.infer<typeof Erase>;

/**
 * Words and papers go, and their salts with them; the entries of the history stay, and one more says who erased what under which rule.
 * Asked for by whoever it is about, by whoever keeps the organisation's record, for a single paper by a desk of the case, and by
 * Causeway itself where the organisation lets it. A legal hold stops them all.
 */
export const erase: CommandRule<typeof Erase> = {
  schema: Erase,
  permitted: (target, context) => eraserOf(target, context) !== null,
  may(target, context) {
    const state = live(target);
    return state ? [...keptByHold(state.holds, context), ...(hasWords(state) ? [] : [refusal("nothingToErase")])] : [refusal("wrongStatus", { status: "draft" })];
  },
  decide(command, target, context) {
    const state = live(target);
    const eraser = eraserOf(target, context);
    if (!state || !eraser) return refused(refusal("notPermitted"));
    const ground = groundNamed(command.rule);
    if (ground === null) return refused(refusal("unknownRule", { rule: command.rule }, "rule"));
    const { entries, documents, against: missing } = chosen(command, state, context);
    const against = [...missing, ...groundAgainst(ground, eraser, state, context), ...timeAgainst(ground, { entries, documents, whole: command.whole === true }, state, context), ...ownAgainst(eraser, { entries, documents, whole: command.whole === true }, state, context)];
    if (against.length > 0) return refused(...against);
    const digests = entries.flatMap((one) => one.digests);
    if (digests.length === 0 && documents.length === 0) return refused(refusal("nothingToErase"));
    const reason = (): ReturnType<typeof said> | null => (command.reason === undefined ? null : said(command.reason));
    return {
      events: [
        ...(digests.length > 0 || command.whole ? [{ type: "words.erased" as const, data: { rule: ground.id, entries: entries.map(({ seq }) => seq), digests, ...(command.whole && { whole: true as const }), reason: reason() } }] : []),
        ...documents.map((one) => ({ type: "document.erased" as const, data: { document: one.id, rule: ground.id, digests: state.erased.digests.includes(one.name.digest) || digests.includes(one.name.digest) ? [] : [one.name.digest], reason: digests.length > 0 || command.whole ? null : reason() } })),
      ],
    };
  },
};

/** As what somebody erases: as Causeway itself, as who keeps the record of the organisation, as one of the request's people, or as an officer of its desks. */
type Eraser = "ours" | "keeper" | "party" | "desk";

function eraserOf(target: Target, context: Context): Eraser | null {
  const state = live(target);
  if (!state) return null;
  if (isOurs(context.actor)) return "ours";
  if (can(context.actor, "record.erase", { organisations: [state.home.organisation] })) return "keeper";
  if (asParty("request.own", target, context)) return "party";
  return asDesk("step.decide", target, context) ? "desk" : null;
}

/** A hold on the request or on all of its organisation stops everybody; whoever lifted one does not erase what it kept. A draft has no holds of its own. */
export function keptByHold(holds: LiveState["holds"], { actor, retention }: Pick<Context, "actor" | "retention">): Refusal[] {
  if (isHeld({ holds }) || retention.held) return [refusal("underHold")];
  const lifters = [...holds.map(({ lifted }) => lifted?.person ?? null), ...retention.lifters];
  return isPerson(actor) && lifters.includes(actor.id) ? [refusal("liftedTheHold")] : [];
}

function hasWords({ erased, documents }: LiveState): boolean {
  return erased.wholeOn === null || documents.some((one) => one.erased === null);
}

type Chosen = { readonly entries: readonly ErasableEntry[]; readonly documents: readonly CaseDocument[] };

function chosen({ whole, entries: seqs = [], documents: ids = [] }: Asked, state: LiveState, { retention }: Context): Chosen & { readonly against: Refusal[] } {
  const left = retention.entries.filter(({ digests }) => digests.length > 0);
  const papers = state.documents.filter(({ erased }) => erased === null);
  if (whole) return { entries: left, documents: papers, against: [] };
  const wanted = [...new Set(seqs)];
  return {
    entries: left.filter(({ seq }) => wanted.includes(seq)),
    documents: papers.filter(({ id }) => ids.includes(id)),
    against: [
      ...wanted.filter((seq) => !left.some((one) => one.seq === seq)).map((seq) => refusal(retention.entries.some((one) => one.seq === seq) ? "erasedAlready" : "unknownEntry", { entry: seq }, "entries")),
      ...[...new Set(ids)].filter((id) => !papers.some((one) => one.id === id)).map((id) => refusal(state.documents.some((one) => one.id === id) ? "erasedAlready" : "unknownDocument", {}, "documents")),
    ],
  };
}

/** Whether this rule counts here, and for whoever names it. */
function groundAgainst({ id, because }: Ground, eraser: Eraser, state: LiveState, { retention }: Context): Refusal[] {
  if (!groundsFor(placesOf(state)).some((one) => one.id === id)) return [refusal("ruleElsewhere", { rule: id }, "rule")];
  const may = because === "timeOver" ? eraser !== "desk" && (eraser !== "ours" || retention.terms.automatic) : because === "personAsks" ? eraser === "party" || eraser === "keeper" : eraser !== "ours";
  return may ? [] : [refusal("ruleNotYours", { rule: id }, "rule")];
}

/** What must have gone by. What should never have been here goes at once, but for the answers that are being decided on. */
function timeAgainst({ because }: Ground, { entries, documents, whole }: Chosen & { readonly whole: boolean }, state: LiveState, { today, retention }: Context): Refusal[] {
  const { endedOn } = state;
  const decidedOn = whole || entries.some(({ isAnswers }) => isAnswers);
  const running = endedOn === null || state.amendment !== null;
  const papers = documents.length > 0 || whole ? [...papersKept(state, today), ...papersInUse(documents, state, today)] : [];
  if (because === "needless") return [...(running && decidedOn ? [refusal("eraseUnderWay")] : []), ...papers];
  if (running || endedOn === null) return [refusal("eraseUnderWay"), ...papers];
  const [first] = keeping({ kind: state.kind, jurisdictions: placesOf(state), endedOn }, { terms: retention.terms, today, personAsks: because === "personAsks" });
  return [...(first ? [refusal("keptUntil", { day: first.until, rule: first.rule.id })] : []), ...papers];
}

/** Somebody still has to keep the papers, because a desk asked for it. */
function papersKept(state: LiveState, today: string): Refusal[] {
  const days = openObligations(askedByDesks(state, today)).flatMap(({ kind, due }) => (kind === "keepPapers" ? [due ?? ""] : []));
  const last = days.includes("") ? "" : days.toSorted().at(-1);
  return last === undefined ? [] : [last === "" ? refusal("papersKept") : refusal("papersKeptUntil", { day: last })];
}

/** People erase what they said and attached themselves, the requester the answers too; a desk takes away a paper that should not be there, but none of those who decide in person. */
function ownAgainst(eraser: Eraser, { entries, documents, whole }: Chosen & { readonly whole: boolean }, state: LiveState, { actor }: Context): Refusal[] {
  if (eraser === "keeper" || !isPerson(actor)) return [];
  if (eraser === "desk") {
    const deciders = reservedTo(state);
    const others = documents.filter(({ person }) => person !== null && person !== actor.id && deciders.includes(person));
    return [...(whole || entries.length > 0 ? [refusal("deskErasesPapers")] : []), ...others.map(() => refusal("paperOfDecider", {}, "documents"))];
  }
  const isOwn = (person: string | null) => person === actor.id;
  const foreign = entries.some((one) => !(isOwn(one.person) && !one.isAnswers) && !(one.isAnswers && state.requester === actor.id)) || documents.some(({ person }) => !isOwn(person));
  return whole || foreign ? [refusal("notYourWords", {}, whole ? "whole" : entries.length > 0 ? "entries" : "documents")] : [];
}

/** Where a step is reserved to whoever is asked, the answer is the decision: their papers are part of it. */
function reservedTo({ steps }: LiveState): string[] {
  return steps.flatMap(({ people, referrals }) => (people?.reserved ? referrals.map(({ person }) => person) : []));
}
