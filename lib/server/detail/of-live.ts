import type { ScopedTx } from "../../../db/client.ts";
import { readTexts } from "../../../db/log.ts";
import { calledNames, officersBehind, unnamed } from "../../../db/queries/officers-behind.ts";
import { lateObligations } from "../../../db/queries/late-obligations.ts";
import { accountAt, type AccountStanding } from "../../account/ledger.ts";
import { type Actor, desksOf } from "../../access/actor.ts";
import { holdsAnywhere } from "../../access/can.ts";
import { jsonIn } from "../../audit/entry-says.ts";
import { ledgerBalance } from "../../permit/balance.ts";
import type { Language } from "../../language.ts";
import type { Point } from "../../permit/excursions.ts";
import { answersIn } from "../../request/answers-in.ts";
import { allowed } from "../../request/allowed.ts";
import { blockersOf } from "../../request/blockers.ts";
import type { Context, Target } from "../../request/context.ts";
import type { RequestEvent, Sealed } from "../../request/events.ts";
import { onDay } from "../../request/on-day.ts";
import { obligationsIn } from "../../request/obligations.ts";
import { type LiveState, permitOf, permitStatus, type Requirement } from "../../request/state.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { stepNames } from "../../workflow/definition.ts";
import { digestsIn } from "../../audit/digests-in.ts";
import { withoutNames } from "../../access/masked-names.ts";
import { hiddenOfficers, readsOfficers } from "../../access/hidden-officers.ts";
import { pinnedRegimes } from "../policy.ts";
import type { DetailRequirement, RequestDetail, TalkEntry } from "../request-detail.ts";
import { custodyIn, ledgerIn } from "./ledger.ts";
import { namesOf, regimesNamed } from "./names.ts";
import { renamed } from "./renamed.ts";
import { namedSteps, officesOf } from "./steps.ts";
import { mayKnow, standingFor } from "./tally.ts";
import { termsShown } from "./terms.ts";

type Live = { readonly actor: Actor; readonly today: string; readonly target: Extract<Target, { at: "live" }>; readonly events: readonly RequestEvent[]; readonly context: Promise<Context> };

/** A submitted request as its events and pinned rules tell it. */
export async function ofLive(tx: ScopedTx, { actor, target, events, today, context: gathering }: Live): Promise<RequestDetail> {
  const state = onDay(target.state, today);
  const comments = events.filter((event) => event.type === "comment.added");
  // Whoever the reader stands in for is named where the reader would decide.
  const away = actor.kind === "person" ? (actor.standsIn ?? []) : [];
  const persons = [state.requester, ...state.team, state.endorser, ...state.deciders.flatMap((one) => [one.person, one.for ?? null]), ...state.steps.flatMap((step) => [step.assignee, step.holder?.person ?? null, ...(step.members ?? []), ...step.substitutes, ...step.referrals.flatMap(({ person, by }) => [person, by])]), ...events.flatMap(personsOf), ...comments.map(({ actor }) => ("person" in actor ? actor.person : null)), ...state.ledger.map(({ person }) => person), ...state.custody.flatMap(({ from, to }) => [from, to]), ...state.discrepancies.map(({ resolved }) => resolved?.person ?? null), ...state.settledObligations.map(({ person }) => person), ...state.holds.flatMap(({ person, lifted }) => [person, lifted?.person ?? null]), ...away];
  const parties = [state.home.organisation, ...("organisation" in state.host ? [state.host.organisation] : [])];
  // Sent one behind the other without waiting in between.
  const [context, written, offices, names, late] = await Promise.all([
    gathering,
    readTexts(tx, state.id, wantedWords(state, comments)),
    officesOf(tx, state.steps),
    namesOf(tx, persons, parties, state.steps.map(({ desk }) => desk)),
    stillAsks(state) ? lateObligations(tx, { requester: state.requester, request: state.id, today }) : [],
  ]);
  const hiding = readsOfficers(actor, state) ? [] : offices.flatMap(({ id, hidesOfficers }) => (hidesOfficers ? [id] : []));
  const behind = await officersBehind(hiding);
  const hidden = hiddenOfficers(state, events, new Set(hiding), behind);
  const language = actor.kind === "person" ? actor.language : "en";
  const words = await readWithout(written, { state, events, officers: new Map([...behind, ...hidden]), language });
  const shownAs = Object.fromEntries([...hidden].map(([person, desk]) => [person, offices.find(({ id }) => id === desk)?.names[language] ?? desk]));
  const answers = answersIn(words.get(state.answers.digest));
  const before = state.answersBefore ? answersIn(words.get(state.answersBefore.digest)) : null;
  const definition = context.workflow?.definition;
  const steps = namedSteps(state.steps, offices, { workflow: definition, words, conditions: state.conditions, today: context.today, standing: (step) => standingFor(context.actor, step, state), account: (step) => (mayKnow(context.actor, step, state) ? accountOf(step, context.accounts) : null) });
  const permit = permitOf(state);
  const regimes = await pinnedRegimes(tx, state.packs);
  const wordsOf = (sealed: Sealed | null) => (sealed === null ? null : (words.get(sealed.digest) ?? ""));
  const detail: RequestDetail = {
    target,
    id: state.id,
    number: state.number,
    kind: state.kind,
    title: words.get(state.title.digest) ?? "",
    status: state.status,
    version: state.version,
    requester: state.requester,
    team: state.team,
    warnings: [],
    facts: answers.facts,
    rates: answers.rates ?? [],
    factsBefore: before?.facts ?? null,
    changed: state.changed,
    lines: answers.lines,
    claims: state.claims,
    home: state.home.organisation,
    host: "ror" in state.host ? { ror: state.host.ror } : { organisation: state.host.organisation },
    endorser: state.endorser,
    window: state.window,
    limit: state.limit,
    findings: state.findings,
    regimes: regimesNamed(regimes, state.findings),
    requirements: state.requirements.map((one) => requirementIn(one, words)),
    steps,
    blockers: blockersOf(state, context),
    amendment: amendmentIn(state, words),
    waits: context.waits,
    permit: permit && { ...permit, limit: permit.limit, ...ledgerBalance(permit.limit, state.ledger), status: permitStatus(state, permit) },
    movements: state.movements,
    ledger: ledgerIn(state, words),
    traces: state.traces.map((one) => ({ ...one, series: seriesIn(words.get(one.series.digest)) })),
    custody: custodyIn(state, words),
    discrepancies: state.discrepancies.map((one) => ({ ...one, resolved: one.resolved && { ...one.resolved, reason: words.get(one.resolved.reason.digest) ?? "" } })),
    obligations: obligationsIn(state, context.today, regimes).map(({ text, settled, ...one }) => ({ ...one, text: wordsOf(text), settled: settled && { ...settled, reference: wordsOf(settled.reference), reason: wordsOf(settled.reason) } })),
    lateObligations: late,
    documents: state.documents.map((one) => ({ ...one, name: words.get(one.name.digest) ?? "" })),
    erasedOn: state.erased.wholeOn,
    endedOn: state.endedOn,
    holds: mayKnowHolds(actor, state) ? state.holds : [],
    terms: termsShown(state.kind, state.terms, state.requester),
    questions: state.status === "returned" ? state.questions.map((one) => ({ ...one, text: words.get(one.text.digest) ?? "" })) : [],
    sinceBegun: state.sinceBegun,
    talk: comments.flatMap((event): TalkEntry[] => {
      const text = words.get(event.data.text.digest);
      return text === undefined ? [] : [{ seq: event.seq, at: event.at, person: "person" in event.actor ? event.actor.person : null, audience: event.data.audience, side: event.data.side, text }];
    }),
    allowed: allowed(target, context),
    names: {
      ...names,
      // A desk that decides without names speaks with its own.
      people: { ...names.people, ...shownAs },
      steps: definition ? stepNames(definition) : {},
    },
    submittedAt: state.submittedAt,
    submittedBy: state.submittedBy,
    changedAt: state.changedAt,
  };
  // Not even an id by which one of them could be told from another.
  return renamed(detail, hidden);
}

/** That an authority wants it kept is for those who keep it. */
function mayKnowHolds(actor: Actor, { steps }: LiveState): boolean {
  return holdsAnywhere(actor, "audit.search") || (actor.kind === "person" && steps.some(({ desk }) => desksOf(actor).includes(desk)));
}

/** As long as what it asks for is being decided, or waits for its permit. */
function stillAsks({ status, amendment }: LiveState): boolean {
  return amendment !== null || (["submitted", "in-review", "returned", "approved"] as readonly LiveState["status"][]).includes(status);
}

function accountOf({ reserves }: CaseStep, accounts: Context["accounts"]): AccountStanding | null {
  return (reserves && accountAt(accounts, reserves)) ?? null;
}

function requirementIn({ question, reason, earlier, ...one }: Requirement, words: ReadonlyMap<string, string>): DetailRequirement {
  const read = (sealed: Sealed | null) => (sealed === null ? null : (words.get(sealed.digest) ?? null));
  return { ...one, reference: read(one.reference), ...(question && { question: read(question) ?? "" }), ...(reason && { reason: read(reason) ?? "" }), ...(earlier && { earlier: earlier.map((grant) => ({ ...grant, reference: read(grant.reference) })) }) };
}

function amendmentIn({ amendment }: LiveState, words: ReadonlyMap<string, string>): RequestDetail["amendment"] {
  if (amendment === null) return null;
  const { as, at, reason, changed, agreed, asked } = amendment;
  return { as, at, reason: words.get(reason.digest) ?? "", changed, agreed, facts: answersIn(words.get(asked.answers.digest)).facts, claims: asked.claims, window: asked.window, limit: asked.limit };
}

/** The points of a trace's drawing; none once they are erased. */
function seriesIn(body: string | undefined): readonly Point[] {
  const points = jsonIn(body);
  return Array.isArray(points) ? (points as readonly Point[]) : [];
}

type Comment = RequestEvent & { readonly type: "comment.added" };

function wantedWords(state: LiveState, comments: readonly Comment[]): string[] {
  const questions = state.status === "returned" ? state.questions.map(({ text }) => text) : [];
  const all = [state.title, state.answers, state.answersBefore, state.amendment?.reason, state.amendment?.asked.answers, ...questions, ...state.conditions.map(({ text }) => text), ...state.steps.flatMap(({ referrals }) => referrals.flatMap(({ question, text }) => [question, text])), ...state.requirements.flatMap(({ reference, question, reason, earlier = [] }) => [reference, question, reason, ...earlier.map((grant) => grant.reference)]), ...state.documents.map(({ name }) => name), ...state.ledger.flatMap(({ about, reason }) => [about, reason]), ...state.traces.map(({ series }) => series), ...state.custody.map(({ about }) => about), ...state.discrepancies.map(({ resolved }) => resolved?.reason), ...state.settledObligations.flatMap(({ reference, reason }) => [reference, reason]), ...comments.map(({ data }) => data.text)];
  return all.flatMap((words) => (words ? [words.digest] : []));
}

/** Who did it, in whose place, and whose hands it went out of and into. */
function personsOf({ type, actor, data }: RequestEvent): (string | null)[] {
  const by = "person" in actor ? [actor.person, actor.for ?? null] : [];
  // Elsewhere these are days, places and desks.
  const handed = type.startsWith("step.") && type !== "step.escalated" ? ["from" in data ? data.from : null, "to" in data ? data.to : null] : [];
  return [...by, ...handed.filter((one) => typeof one === "string")];
}

/** What others wrote to the people of a request, without the names of officers that these are not to read; their own words they read as they wrote them. */
async function readWithout(words: ReadonlyMap<string, string>, { state, events, officers, language }: { readonly state: LiveState; readonly events: readonly RequestEvent[]; readonly officers: ReadonlyMap<string, string>; readonly language: Language }): Promise<ReadonlyMap<string, string>> {
  const people = [state.requester, ...state.team, ...(state.endorser === null ? [] : [state.endorser])];
  const masked = withoutNames(await unnamed(new Map([...officers].filter(([person]) => !people.includes(person))), language), await calledNames(officers.size === 0 ? [] : people));
  const own = new Set([state.title, state.answers, state.answersBefore].flatMap((one) => (one ? [one.digest] : [])));
  for (const { actor, data } of events) if ("person" in actor && people.includes(actor.person)) for (const digest of digestsIn(data)) own.add(digest);
  return new Map([...words].map(([digest, text]) => [digest, own.has(digest) ? text : masked(text)]));
}
