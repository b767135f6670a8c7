import { inArray, or } from "drizzle-orm";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { readTexts } from "../../db/log.ts";
import { desks, organisations } from "../../db/schema/configuration.ts";
import { people } from "../../db/schema/people.ts";
import type { Actor } from "../access/actor.ts";
import type { Text } from "../language.ts";
import type { ClockState } from "../calendar/due.ts";
import { balance } from "../permit/balance.ts";
import type { Facts } from "../policy/condition.ts";
import { allowed, type Allowed } from "../request/allowed.ts";
import { readableFacts } from "../request/answers.ts";
import { sinceBegun, type SinceBegun } from "../request/began.ts";
import { weigh } from "../request/asked.ts";
import { warningsOf } from "../request/commands/draft-fields.ts";
import { draftRequirements } from "../request/commands/record-requirement.ts";
import { askingOf } from "../request/commands/submit.ts";
import type { Context, Target } from "../request/context.ts";
import type { Warning } from "../request/draft.ts";
import type { RequestEvent } from "../request/events.ts";
import { blocking, gateOf } from "../request/requirement.ts";
import { permitOf, type LiveState, type Requirement } from "../request/state.ts";
import { termsFor } from "../request/terms.ts";
import type { Finding } from "../policy/evaluate.ts";
import type { Regime } from "../policy/pack.ts";
import { stepNames, type StepNames, type WorkflowDefinition } from "../workflow/definition.ts";
import type { CaseStep } from "../workflow/progress.ts";
import { freshStep } from "../workflow/progress.ts";
import { clockOf, dueOf } from "../workflow/step-clock.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor } from "./context.ts";
import { pinnedRegimes, regimesOf } from "./policy.ts";
import { readCase } from "./target.ts";

export type Blocker = { readonly code: "requirementOpen" | "requirementRefused" | "prohibited" | "stepOpen" | "windowPassed"; readonly requirement?: string; readonly step?: string };
export type DetailStep = CaseStep & { readonly name: Text; readonly as: Text; readonly deskNames: Text | null; readonly organisation: string | null; readonly dueOn: string | null; readonly time: ClockState | null; readonly conditions: readonly string[] };
export type DetailRequirement = Omit<Requirement, "reference"> & { readonly reference: string | null };
export type TalkEntry = { readonly seq: number; readonly at: string; readonly person: string | null; readonly audience: "requester" | "desks" | "side"; readonly side: string | null; readonly text: string };

/** Everything that an actor may know of one request: one shape for the page and the API. */
export type RequestDetail = {
  readonly target: Target;
  readonly id: string;
  readonly number: string;
  readonly kind: LiveState["kind"];
  readonly title: string;
  readonly status: "draft" | LiveState["status"];
  readonly version: number;
  readonly requester: string;
  readonly team: readonly string[];
  readonly facts: Facts;
  readonly factsBefore: Facts | null;
  readonly changed: readonly string[];
  readonly lines: readonly unknown[];
  /** What of a draft should be looked at again before it is submitted. */
  readonly warnings: readonly Warning[];
  readonly claims: readonly string[];
  readonly home: string;
  readonly host: { readonly organisation: string } | { readonly ror: string } | null;
  readonly endorser: string | null;
  readonly window: { readonly from: string; readonly to: string } | null;
  readonly limit: { readonly value: string; readonly unit: string } | null;
  readonly findings: readonly Finding[];
  /** The regimes that findings and requirements name, as the packs say that count for this request: those it pinned, once submitted. */
  readonly regimes: Readonly<Record<string, Regime>>;
  readonly requirements: readonly DetailRequirement[];
  readonly steps: readonly DetailStep[];
  readonly blockers: readonly Blocker[];
  readonly permit: { readonly number: string; readonly status: "valid" | "closed" | "expired" | "revoked"; readonly limit: { value: string; unit: string }; readonly used: string; readonly remaining: string; readonly validFrom: string; readonly validUntil: string; readonly controlPoint: string | null } | null;
  readonly movements: LiveState["movements"];
  readonly documents: readonly { readonly id: string; readonly name: string; readonly paper: string | null; readonly mediaType: string; readonly size: number; readonly sha256: string; readonly at: string | null }[];
  readonly terms: readonly { readonly id: string; readonly version: number; readonly title: Text; readonly body: Text; readonly accepted: boolean }[];
  readonly questions: readonly { readonly id: string; readonly step: string; readonly fact: string | null; readonly text: string }[];
  readonly sinceBegun: readonly SinceBegun[];
  readonly talk: readonly TalkEntry[];
  readonly allowed: readonly Allowed[];
  readonly names: { readonly people: Readonly<Record<string, string>>; readonly organisations: Readonly<Record<string, Text>>; readonly steps: StepNames };
  readonly submittedAt: string | null;
  readonly changedAt: string;
};

/** One request as this actor may see it; null when they may not, or there is none. */
export async function requestDetail(actor: Actor, id: string, clock: Clock = realClock): Promise<RequestDetail | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null;
  return asReader(actor, async (tx) => {
    const read = await readCase(tx, id);
    if (!read) return null;
    const { target, events } = read;
    const context = contextFor(tx, actor, target, null, moment(clock));
    return target.at === "draft" ? ofDraft(tx, target, await context) : ofLive(tx, { target, events, context });
  });
}

async function ofDraft(tx: ScopedTx, target: Extract<Target, { at: "draft" }>, context: Context): Promise<RequestDetail> {
  const { draft } = target;
  const weighed = weigh(askingOf(draft), context);
  const requirements = draftRequirements(draft, context).map((one) => ({ ...one, reference: draft.recorded.find((record) => record.requirement === one.id)?.reference ?? null }));
  const definition = context.workflow?.definition;
  const planned = (weighed.plan?.steps ?? []).map(freshStep);
  const parties = [draft.home, ...(draft.host && "organisation" in draft.host ? [draft.host.organisation] : [])];
  const [offices, names] = await Promise.all([officesOf(tx, planned), namesOf(tx, [draft.requester, ...draft.team], parties, planned.map(({ desk }) => desk))]);
  const steps = namedSteps(planned, offices, { workflow: definition, words: new Map(), conditions: [], today: context.today });
  return {
    ...draft,
    target,
    status: "draft",
    facts: readableFacts(draft.kind, draft.facts, null),
    factsBefore: null,
    changed: [],
    findings: weighed.evaluation.findings,
    regimes: named(regimesOf(context.packs), weighed.evaluation.findings),
    requirements,
    steps,
    blockers: blocking(requirementsPlain(requirements), "submission").map(blockerOf),
    permit: null,
    movements: [],
    documents: context.draftDocuments.map((one) => ({ ...one, at: null })),
    terms: termsShown(draft.kind, draft.terms, draft.requester),
    warnings: warningsOf(draft, context),
    questions: [],
    sinceBegun: sinceBegun(draft.began, draft.kind, context, []),
    talk: [],
    allowed: allowed(target, context),
    names: { ...names, steps: definition ? stepNames(definition) : {} },
    submittedAt: null,
    changedAt: draft.updatedAt,
  };
}

type Live = { readonly target: Extract<Target, { at: "live" }>; readonly events: readonly RequestEvent[]; readonly context: Promise<Context> };

async function ofLive(tx: ScopedTx, { target, events, context: gathering }: Live): Promise<RequestDetail> {
  const { state } = target;
  const comments = events.filter((event) => event.type === "comment.added");
  const persons = [state.requester, ...state.team, state.endorser, ...state.deciders.map(({ person }) => person), ...state.steps.map((step) => step.assignee), ...comments.map(({ actor }) => ("person" in actor ? actor.person : null)), ...state.movements.map(({ person }) => person)];
  const parties = [state.home.organisation, ...("organisation" in state.host ? [state.host.organisation] : [])];
  // Sent one behind the other without waiting in between.
  const [context, words, offices, names] = await Promise.all([
    gathering,
    readTexts(tx, state.id, wantedWords(state, comments)),
    officesOf(tx, state.steps),
    namesOf(tx, persons, parties, state.steps.map(({ desk }) => desk)),
  ]);
  const answers = answersIn(words.get(state.answers.digest));
  const before = state.answersBefore ? answersIn(words.get(state.answersBefore.digest)) : null;
  const definition = context.workflow?.definition;
  const steps = namedSteps(state.steps, offices, { workflow: definition, words, conditions: state.conditions, today: context.today });
  const permit = permitOf(state);
  return {
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
    regimes: named(await pinnedRegimes(tx, state.packs), state.findings),
    requirements: state.requirements.map((one) => ({ ...one, reference: one.reference ? (words.get(one.reference.digest) ?? null) : null })),
    steps,
    blockers: blockersOf(state, context.today),
    permit: permit && { ...permit, limit: permit.limit, ...balance(permit.limit, state.movements), status: state.status === "permitted" ? "valid" : (state.status as "closed" | "expired" | "revoked") },
    movements: state.movements,
    documents: state.documents.map((one) => ({ ...one, name: words.get(one.name.digest) ?? "" })),
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
      steps: definition ? stepNames(definition) : {},
    },
    submittedAt: state.submittedAt,
    changedAt: state.changedAt,
  };
}

/** The regimes that a page about these findings may name: themselves, and what they replace or ease. */
function named(regimes: ReadonlyMap<string, Regime>, findings: readonly Finding[]): RequestDetail["regimes"] {
  const own = findings.flatMap(({ id }) => regimes.get(id) ?? []);
  const others = own.flatMap(({ substitutes, facilitates }) => [...substitutes, ...facilitates].flatMap((id) => regimes.get(id) ?? []));
  return Object.fromEntries([...own, ...others].map((regime) => [regime.id, regime]));
}

/** What keeps the request from its next gate: open steps while it is decided, then what the permit or the crossing waits for. */
export function blockersOf(state: LiveState, today: string): Blocker[] {
  const steps = state.steps.filter((step) => step.status === "open").map(({ id }): Blocker => ({ code: "stepOpen", step: id }));
  const shut = (gate: "submission" | "permit" | "crossing") => blocking(state.requirements, gate).map(blockerOf);
  if (state.status === "submitted" || state.status === "in-review" || state.status === "returned") return [...steps, ...shut("submission"), ...shut("permit")];
  if (state.status === "approved") return [...shut("submission"), ...shut("permit"), ...(state.window.to < today ? [{ code: "windowPassed" } as const] : [])];
  return state.status === "permitted" ? shut("crossing") : [];
}

function blockerOf(requirement: Requirement): Blocker {
  if (gateOf(requirement) === "submission" && requirement.type === "prohibition") return { code: "prohibited", requirement: requirement.id };
  return { code: requirement.status === "refused" ? "requirementRefused" : "requirementOpen", requirement: requirement.id };
}

function requirementsPlain(requirements: readonly DetailRequirement[]): Requirement[] {
  return requirements.map((one) => ({ ...one, reference: null }));
}

function answersIn(body: string | undefined): { facts: Facts; lines: unknown[] } {
  // Erased answers leave the request readable without them.
  return body === undefined ? { facts: {}, lines: [] } : (JSON.parse(body) as { facts: Facts; lines: unknown[] });
}

type Comment = RequestEvent & { readonly type: "comment.added" };

function wantedWords(state: LiveState, comments: readonly Comment[]): string[] {
  const questions = state.status === "returned" ? state.questions.map(({ text }) => text) : [];
  const all = [state.title, state.answers, state.answersBefore, ...questions, ...state.conditions.map(({ text }) => text), ...state.requirements.map(({ reference }) => reference), ...state.documents.map(({ name }) => name), ...comments.map(({ data }) => data.text)];
  return all.flatMap((words) => (words ? [words.digest] : []));
}

function termsShown(kind: LiveState["kind"], accepted: LiveState["terms"], person: string): RequestDetail["terms"] {
  return termsFor(kind).map(({ id, version, title, body }) => ({ id, version, title, body, accepted: accepted.some((one) => one.id === id && one.version === version && one.person === person) }));
}

type Desk = { readonly id: string; readonly names: Text; readonly organisation: string };

async function officesOf(tx: ScopedTx, steps: readonly CaseStep[]): Promise<Desk[]> {
  const ids = [...new Set(steps.map((step) => step.desk))];
  return ids.length === 0 ? [] : tx.select({ id: desks.id, names: desks.names, organisation: desks.organisation }).from(desks).where(inArray(desks.id, ids));
}

type Naming = { readonly workflow: WorkflowDefinition | undefined; readonly words: ReadonlyMap<string, string>; readonly conditions: LiveState["conditions"]; readonly today: string };

function namedSteps(steps: readonly CaseStep[], rows: readonly Desk[], { workflow, words, conditions, today }: Naming): DetailStep[] {
  return steps.map((step) => {
    const definition = workflow?.steps.find(({ id }) => id === step.id);
    const desk = rows.find(({ id }) => id === step.desk);
    const plain: Text = { en: step.id, "zh-Hant": step.id, "zh-Hans": step.id, pt: step.id };
    return {
      ...step,
      name: definition?.name ?? plain,
      as: definition?.as ?? plain,
      deskNames: desk?.names ?? null,
      organisation: desk?.organisation ?? null,
      dueOn: step.status === "open" ? dueOf(step) : null,
      time: clockOf(step, today),
      conditions: conditions.filter((one) => one.step === step.id).map(({ text }) => words.get(text.digest) ?? ""),
    };
  });
}

/** The names of people, and of organisations: those that take part, and those whose desks decide. */
async function namesOf(tx: ScopedTx, personIds: readonly (string | null)[], organisationIds: readonly string[], deskIds: readonly string[]): Promise<Omit<RequestDetail["names"], "steps">> {
  const ids = [...new Set(personIds.filter((id): id is string => id !== null && id !== ""))];
  const deciding = deskIds.length === 0 ? undefined : inArray(organisations.id, tx.select({ id: desks.organisation }).from(desks).where(inArray(desks.id, [...new Set(deskIds)])));
  const [persons, found] = await Promise.all([
    ids.length === 0 ? [] : tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(or(inArray(organisations.id, [...new Set(organisationIds)]), deciding)),
  ]);
  return { people: Object.fromEntries(persons.map(({ id, name }) => [id, name])), organisations: Object.fromEntries(found.map(({ id, names }) => [id, names])) };
}
