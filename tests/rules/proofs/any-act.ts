import { dutyKinds, dutyStarts, dutyUnits } from "../../../lib/request/duty.ts";
import { askedByDesks } from "../../../lib/request/obligations.ts";
import fc from "fast-check";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { type CommandType, rules } from "../../../lib/request/command.ts";
import { waitingForQuota } from "../../../lib/request/consequences.ts";
import type { Target } from "../../../lib/request/context.ts";
import { notArrived } from "../../../lib/permit/discrepancy.ts";
import { blocking, isMet } from "../../../lib/request/requirement.ts";
import { permitOf, type RequestStatus } from "../../../lib/request/state.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import type { Act, Play } from "./play.ts";
import { grantYear } from "./play.ts";
import { mayGive } from "./reading.ts";
import { type Who, world } from "./world.ts";

/* Any command, by anybody, at any time. Three of five are such as somebody of the case could want now; the others are anything at all. */

/** Small numbers that are read against the case as it stands when the command's turn comes, so that they shrink by themselves. */
export type Choice = { readonly how: number; readonly what: number; readonly where: number; readonly who: number; readonly more: number; readonly later: number };
export const anyChoice: fc.Arbitrary<Choice> = fc.record({ how: fc.nat(4), what: fc.nat(999), where: fc.nat(19), who: fc.nat(99), more: fc.nat(59), later: fc.nat(399) });

const all = Object.keys(rules) as CommandType[];
type Weights = Partial<Record<CommandType, number>>;

const talk: Weights = { comment: 1, correct: 1, attachDocument: 1, erase: 1 };
const atDesks: Weights = {
  approve: 14, approveWithConditions: 3, vote: 14, closeVote: 6, countersign: 6, reject: 1, return: 2, claim: 3, release: 2, assign: 2, delegate: 3, refer: 4, advise: 4, suspendStep: 1, resumeStep: 3, skip: 3, addReviewer: 2, nameSubstitute: 3,
  recuse: 3, extend: 1, dropStep: 1, allot: 2, tellClock: 3, lapse: 3, tellExpiry: 1, goOn: 1,
};
const undecided: Weights = { ...atDesks, ...talk, recordRequirement: 6, linkGrant: 2, transfer: 1, move: 3, withdraw: 1, decideAppeal: 8 };
const ended: Weights = { ...talk, recordMovement: 4, recordStage: 2, recordEnd: 2, correctMovement: 2, resolveDiscrepancy: 2, fulfilObligation: 2, waiveObligation: 1, tellObligations: 2, reportNotArrived: 3, recordRequirement: 3, withdrawAmendment: 1, approve: 2, placeHold: 2, liftHold: 2 };

/** What people do, by where a case stands. */
const usual: Readonly<Record<RequestStatus, readonly CommandType[]>> = {
  draft: drawn({ submit: 12, saveDraft: 3, acceptTerms: 1, recordRequirement: 1, attachDocument: 1, deleteDraft: 1 }),
  submitted: drawn(undecided),
  "in-review": drawn(undecided),
  returned: drawn({ ...talk, resubmit: 10, close: 1, withdraw: 1, advise: 1, dropStep: 1, transfer: 1 }),
  approved: drawn({ ...talk, recordRequirement: 20, linkGrant: 3, followGrant: 3, issuePermit: 15, amend: 3, acceptTerms: 1, close: 2, withdraw: 2, transfer: 1 }),
  permitted: drawn({ ...talk, recordMovement: 12, planMovement: 3, recordStage: 5, recordEnd: 2, recordReading: 4, correctMovement: 6, recordTrace: 4, recordMovements: 2, takeOver: 4, resolveDiscrepancy: 3, fulfilObligation: 3, waiveObligation: 2, tellObligations: 2, reportNotArrived: 3, recordRequirement: 6, amend: 6, renew: 3, suspend: 1, reinstate: 3, reissue: 1, revoke: 1, expire: 3, tellExpiry: 2, close: 1, transfer: 1 }),
  rejected: drawn({ ...talk, appeal: 12 }),
  withdrawn: drawn(talk),
  closed: drawn(ended),
  expired: drawn(ended),
  revoked: drawn(ended),
};

/** While an amendment is with the desks they go on as with a request. */
const amended = drawn({ ...atDesks, ...talk, recordRequirement: 6, recordMovement: 4, withdrawAmendment: 2, expire: 1 });

function usualAt(target: Target): readonly CommandType[] {
  return target.at === "live" && target.state.amendment !== null ? amended : usual[statusOf(target)];
}

function drawn(weights: Weights): readonly CommandType[] {
  return Object.entries(weights).flatMap(([type, weight]) => Array.from({ length: weight }, () => type as CommandType));
}

function pick<T>(from: readonly T[], at: number): T | undefined {
  return from[at % Math.max(from.length, 1)];
}

export function statusOf(target: Target): RequestStatus {
  return target.at === "draft" ? "draft" : target.state.status;
}

/** Who gives what; the clock of the play goes on by a minute or an hour, now and then by days. */
export function actOf(choice: Choice, play: Play): { readonly who: Who; readonly act: Act } {
  const { how, what, later } = choice;
  play.now += later < 300 ? 60_000 : later < 380 ? 3_600_000 : later < 398 ? (later - 379) * 6 * 3_600_000 : 20 * 86_400_000;
  const isApt = aptly(how);
  const step = stepAt(choice, play.target, isApt);
  // What waits for a quota soon has somebody raise it.
  const goesOn = isApt && what % 3 === 0 && play.target.at === "live" && waitingForQuota(play.target.state, dayOf(new Date(play.now).toISOString())).length > 0;
  // What has not arrived in time is soon asked for; left to chance, a run may end without it.
  const isMissing = isApt && what % 3 === 1 && play.target.at === "live" && notArrived(play.target.state).some(({ due }) => due < dayOf(new Date(play.now).toISOString()));
  const type = goesOn ? "goOn" : isMissing ? "reportNotArrived" : isApt ? fitting(pick(usualAt(play.target), what) ?? "comment", step) : (pick(all, what) ?? "comment");
  const act = { type, ...(atStep.has(type) && { step: step?.id ?? "s9" }), ...filled(type, choice, play) };
  return { who: giverOf(type, step, choice, play.target), act };
}

function aptly(how: number): boolean {
  return how > 1;
}

/** Where members vote nobody approves alone, and elsewhere nobody votes. */
function fitting(type: CommandType, step: CaseStep | undefined): CommandType {
  if (step?.vote && type === "approve") return "vote";
  return type === "vote" && step && !step.vote ? "approve" : type;
}

const byRequester: readonly CommandType[] = ["submit", "withdraw", "appeal", "deleteDraft"];

/** Somebody who could be asked for it; where everybody of the team could, mostly the requester; now and then anybody. */
function giverOf(type: CommandType, step: CaseStep | undefined, { how, who }: Choice, target: Target): Who {
  const { requester } = target.at === "draft" ? target.draft : target.state;
  const able = !aptly(how) ? world : world.filter((one) => mayGive[type](one, target, step?.id) && (type !== "closeVote" || one.leads.length > 0));
  const first = aptly(how) && byRequester.includes(type) && who % 8 > 0 ? able.find(({ id }) => id === requester) : undefined;
  return first ?? pick(able.length > 0 ? able : world, who) ?? nobody;
}

const nobody: Who = { actor: { kind: "public" }, id: "public", staffs: [], leads: [], standsInFor: null, is: "nobody" };

const atStep = new Set<CommandType>(all.filter((type) => "step" in rules[type].schema.shape && type !== "decideAppeal"));

/** Mostly a step that is open. */
function stepAt({ where, more }: Choice, target: Target, isApt: boolean): CaseStep | undefined {
  if (target.at === "draft") return undefined;
  const { steps } = target.state;
  const open = steps.filter(({ status }) => status === "open");
  return pick(isApt && more % 8 > 0 && open.length > 0 ? open : steps, where);
}

const reason = { reason: "Because." };
const edits: readonly Readonly<Record<string, unknown>>[] = [{}, { "sample.quantity": 7 }, { "sample.quantity": 45 }, { "sample.un": "UN2814" }, { "sample.refrigerant": "none" }, { "sample.un": "none" }, { "sample.colour": "red" }];

function obligationAt(target: Target, where: number): string {
  return pick(target.at === "live" ? askedByDesks(target.state, "2030-01-01").map(({ id }) => id) : [], where) ?? "none";
}

/** The rest of a command. */
function filled(type: CommandType, { more, who, where }: Choice, play: Play): Readonly<Record<string, unknown>> {
  const today = dayOf(new Date(play.now));
  const window = { from: today, to: addDays(today, [-1, 5, 40, 90][more % 4] ?? 5) };
  const to = pick(world, who + where + more)?.id ?? "nobody";
  switch (type) {
    case "saveDraft":
      return more % 12 === 0 ? { window } : { facts: pick(edits, more) };
    case "acceptTerms":
      return { terms: [pick(["true-answers", "material-use@1", "other"], more)] };
    case "recordRequirement":
      return { requirement: requirementAt(play, where), outcome: pick(["granted", "granted", "granted", "granted", "granted", "filed", "queried", "refused"], more), reference: "R/2", date: addDays(today, more % 10 === 0 ? 1 : 0), ...(more % 8 === 6 && { question: "Which room?" }), ...(more % 9 === 0 && { validUntil: addDays(today, more) }) };
    case "followGrant": {
      const [known] = play.target.at === "live" ? play.target.state.requirements.flatMap(({ grant }) => (grant ? [grant] : [])) : [];
      return { organisation: "smu", quota: known?.quota ?? "none", year: grantYear };
    }
    case "linkGrant":
      return { requirement: requirementAt(play, where), organisation: "smu", quota: requirementAt(play, where).slice(0, 41), year: grantYear };
    case "recordMovement":
      return { ...(where % 2 === 0 && carriedOn(play.target, where)), direction: more % 3 === 0 ? "return" : "out", quantity: { value: pick(["1", "9", "30", "0.5", "4", "2"], more), unit: more === 59 ? "g" : unitOf(play.target) }, at: new Date(play.now - (more % 7) * 43_200_000).toISOString() };
    case "planMovement":
    case "recordStage":
    case "recordEnd":
    case "recordReading":
    case "correctMovement":
      return ledgerAct(type, { more, where }, play);
    case "recordTrace":
      return { movement: "01900000-0000-7000-8000-0000000000ff", ...carriedOn(play.target, where), document: pick(play.target.at === "live" ? play.target.state.documents.map(({ id }) => id) : [], more) ?? "01900000-0000-7000-8000-0000000000fe", range: more % 9 === 0 ? { from: "8", to: "2" } : { from: "2", to: "8" } };
    case "recordMovements":
      return { movements: Array.from({ length: 1 + (more % 3) }, (_, at) => ({ direction: more % 5 === 0 ? "return" : "out", quantity: { value: pick(["1", "2", "9"], more + at) ?? "1", unit: unitOf(play.target) }, at: new Date(play.now - (at + 1) * 60_000).toISOString() })) };
    case "takeOver":
      return { code: "shown", place: "Bay 4", isSound: more % 5 > 0, ...(more % 3 === 0 && { quantity: { value: pick(["1", "3", "30", "0.5"], more) ?? "1", unit: unitOf(play.target) } }) };
    case "resolveDiscrepancy":
      return { ...reason, discrepancy: pick(play.target.at === "live" ? play.target.state.discrepancies.map(({ id }) => id) : [], where) ?? "none", outcome: pick(["explained", "corrected", "breach"], more) };
    case "fulfilObligation":
      return { obligation: obligationAt(play.target, where), date: addDays(today, more % 9 === 0 ? 1 : 0), ...(more % 3 > 0 && { reference: "R/3" }), ...(more % 4 > 0 && { document: "01900000-0000-7000-8000-0000000000dd" }) };
    case "waiveObligation":
      return { ...reason, obligation: obligationAt(play.target, where) };
    case "attachDocument":
      return { document: "01900000-0000-7000-8000-0000000000dd", name: "Paper", paper: null, mediaType: "application/pdf", size: 9, sha256: "a".repeat(64) };
    case "comment":
      return { audience: pick(["requester", "desks", "side"], more), text: "Words." };
    case "correct":
      return { what: 1 + (more % (play.events.length + 2)), text: "It is otherwise." };
    case "approveWithConditions":
      return { conditions: [{ text: "Keep it cold.", ...(more % 2 === 0 && { duty: { is: pick(dutyKinds, more), count: 1 + (more % 3), unit: pick(dutyUnits, where), from: pick(dutyStarts, more + where) } }) }] };
    case "reject":
      return { reasons: [{ code: "risk", text: "No." }] };
    case "return":
      return { questions: [{ text: "Why?", ...(more % 2 === 0 && { fact: "sample.un" }) }] };
    case "resubmit":
      return { ...(more % 4 !== 0 && { facts: pick(edits, more) }), ...(more % 7 === 0 && { window }) };
    case "amend":
      return { ...reason, ...(more % 2 === 0 ? { facts: pick(edits, more) } : { limit: { value: pick(["5", "12", "60"], more), unit: unitOf(play.target) } }), ...(more % 5 === 0 && { window }) };
    case "renew":
      return { ...reason, window };
    case "vote":
      return { vote: pick(["for", "for", "against", "abstain"], more), casting: more % 5 === 0 };
    case "assign":
      return { to: colleague(play.target, where, more) ?? to, keepWork: more % 2 === 0 };
    case "addReviewer":
    case "nameSubstitute":
    case "delegate":
    case "transfer":
      return { ...reason, to: more % 3 > 0 ? (type === "transfer" ? pick(teamOf(play.target), more) : colleague(play.target, where, more)) ?? to : to };
    case "refer":
      return { to, question: "Is it safe?" };
    case "advise":
      return { text: "It is.", recommends: pick(["yes", "no", "neither"], more) };
    case "extend":
      return { ...reason, workingDays: 1 + more };
    case "revoke":
      return { ...reason, ...(more % 2 === 0 && { from: addDays(today, more % 9) }) };
    case "move":
      return { ...reason, version: 1 + (more % 3) };
    case "decideAppeal":
      return { ...reason, outcome: more % 3 === 0 ? "upheld" : "overturned" };
    case "erase":
      return { rule: pick(["cn-pipl-47-1", "hk-pdpo-dpp1", "cn-pipl-6", "mo-8-2005-11", "none"], more), ...(more % 3 === 0 ? { whole: true } : more % 3 === 1 ? { entries: [1 + (more % 9)] } : { documents: ["01900000-0000-7000-8000-0000000000dd"] }) };
    case "reissue":
      return { ...reason, ...(play.target.at === "live" && more % 4 > 0 && { replaces: permitOf(play.target.state)?.number ?? "CWP-0000" }) };
    case "placeHold":
      return { ...reason, authority: "Court of First Instance" };
    case "dropStep":
    case "recuse":
    case "skip":
    case "suspend":
    case "liftHold":
    case "suspendStep":
    case "reinstate":
    case "appeal":
    case "withdraw":
    case "withdrawAmendment":
      return reason;
    case "submit":
    case "deleteDraft":
    case "approve":
    case "countersign":
    case "claim":
    case "release":
    case "closeVote":
    case "resumeStep":
    case "close":
    case "expire":
    case "reportNotArrived":
    case "tellExpiry":
    case "tellObligations":
    case "issuePermit":
    case "goOn":
    case "lapse":
    case "allot":
    case "tellClock":
      return {};
    default:
      return type satisfies never;
  }
}

/** A movement of the ledger, now and then one that is not there. */
function carriedOn(target: Target, where: number): { readonly movement?: string } {
  const known = target.at === "live" ? target.state.ledger.map(({ id }) => id) : [];
  return where === 18 ? { movement: "01900000-0000-7000-8000-0000000000ff" } : known.length > 0 ? { movement: pick(known, where) ?? "" } : {};
}

function ledgerAct(type: "planMovement" | "recordStage" | "recordEnd" | "recordReading" | "correctMovement", { more, where }: Pick<Choice, "more" | "where">, { target, now }: Play): Readonly<Record<string, unknown>> {
  const at = new Date(now - (more % 5) * 43_200_000).toISOString();
  const quantity = { value: pick(["1", "3", "30", "0.5", "4", "2"], more) ?? "1", unit: more === 59 ? "g" : unitOf(target) };
  switch (type) {
    case "planMovement":
      return { direction: "out", quantity, at: new Date(now + 86_400_000).toISOString() };
    case "recordStage":
      return { stage: more % 2 === 0 ? "departed" : "arrived", quantity, at, ...(where % 3 > 0 && carriedOn(target, where)), ...(where === 7 && { otherItem: "A box." }) };
    case "recordEnd":
      return { end: pick(["destroyed", "transferred", "remitted"], more), quantity, at };
    case "recordReading":
      return { counter: pick(["a", "b"], where), total: { ...quantity, value: pick(["1", "3", "5", "8", "0", "21"], more) }, at };
    case "correctMovement":
      return { ...reason, movement: "01900000-0000-7000-8000-0000000000ff", ...carriedOn(target, where), ...(more % 4 === 0 ? { isVoid: true } : { quantity }) };
  }
}

function requirementAt({ target, now }: Play, at: number): string {
  if (target.at === "draft") return pick(["doc-mta", "cn-ethics-review", "no-such"], at) ?? "";
  const { requirements, amendment } = target.state;
  const coming = [...requirements, ...(amendment?.requirements ?? [])];
  const today = dayOf(new Date(now));
  const [due, open] = [blocking(coming, "permit", today), coming.filter((one) => !isMet(one, today))];
  return pick(at % 8 === 0 ? requirements : due.length > 0 ? due : open, at)?.id ?? "no-such";
}

function unitOf(target: Target): string {
  return target.at === "live" ? (permitOf(target.state)?.limit.unit ?? target.state.limit.unit) : "container";
}

function teamOf(target: Target): readonly string[] {
  return target.at === "live" ? target.state.team : [];
}

/** An officer of the desk of a step that is open. */
function colleague(target: Target, where: number, more: number): string | undefined {
  if (target.at === "draft") return undefined;
  const step = pick(target.state.steps.filter(({ status }) => status === "open"), where);
  return step && pick(world.filter(({ staffs }) => staffs.includes(step.desk)), more)?.id;
}
