import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { announce } from "../../db/announce.ts";
import { waitingForAccounts } from "../../db/accounts.ts";
import { enterEvents, forgetEntries, rebuildEntries } from "../../db/audit-rows.ts";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { workflowInForce, workflowPinned } from "../../db/config.ts";
import { findCommand, forgetSent, keepCommand } from "../../db/commands.ts";
import { waitingFor } from "../../db/dossiers.ts";
import { deleteDraft, insertDraft, insertDraftDocument, takeId, updateDraft } from "../../db/drafts.ts";
import { append, eraseWords } from "../../db/log.ts";
import { project } from "../../db/project.ts";
import { lateObligations } from "../../db/queries/late-obligations.ts";
import type { AccountKey } from "../account/quota.ts";
import { erasedBy } from "../audit/sealed-in.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { type Actor, actorName } from "../access/actor.ts";
import { holdsAnywhere } from "../access/can.ts";
import { requestNumber } from "../permit/number.ts";
import { warningOf } from "../request/began.ts";
import type { Command } from "../request/command.ts";
import { create, type Create } from "../request/commands/create.ts";
import type { Context, Target } from "../request/context.ts";
import { decide } from "../request/decide.ts";
import type { Draft, Warning } from "../request/draft.ts";
import { eventActor } from "../request/event-actor.ts";
import type { EventType } from "../request/events.ts";
import { evolve } from "../request/evolve.ts";
import { onDay } from "../request/on-day.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { LiveState, RequestState } from "../request/state.ts";
import { stepNames } from "../workflow/definition.ts";
import { openedByRule, type Opened } from "./allot-opened.ts";
import { type Accepted, type Answer, isAccepted, type Refused } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { contextFor, contextForCreation } from "./context.ts";
import { documentStore } from "./document-store.ts";
import { recordEntries } from "./execute-entries.ts";
import { codeNamed, sightOf } from "./hand-over-code.ts";
import { lockTarget, type LockedTarget } from "./target.ts";
import { traceNamed } from "./trace-file.ts";

/**
 * The one way to change a request: lock, load, decide, append, project and announce in one transaction.
 * A command that was accepted before under its id gives the same answer again; refusals are judged anew.
 */
export async function execute(actor: Actor, requestId: string, command: Command, clock: Clock = realClock): Promise<Answer> {
  const trace = await traceNamed(requestId, command);
  const handOver = codeNamed(command);
  const first = await inOneTransaction(actor, requestId, command, { clock, trace, handOver, sight: keepsRecord(actor, command) ? { kind: "system" } : sightOf(actor, requestId, handOver) });
  // Whoever keeps another organisation's record learns no more of this request than anybody.
  const { answer, waiting, opened, freed } = keepsRecord(actor, command) && isNotPermitted(first.answer) ? await inOneTransaction(actor, requestId, command, { clock, trace, handOver, sight: actor }) : first;
  await releaseWaiting(waiting, clock);
  await goOnWith(freed, clock);
  await allotAll(opened, clock);
  if (isAccepted(answer) && answer.events.some(({ type }) => type === "words.erased" || type === "document.erased")) await asActor({ kind: "worker" }, (tx) => rebuildEntries(tx, requestId)).catch((error: unknown) => complain(`request ${requestId}: search`, error));
  // After the transaction: a rollback could not bring a file back. Said again, the command removes again what a crash left.
  if (isAccepted(answer) && answer.status === "deleted") await documentStore().removeAll(requestId);
  return answer;
}

/** `waiting` are the requests that may have waited for this, `opened` the steps that a rule gives to somebody now that they are open, `freed` the accounts that got something back. */
type Done = { readonly answer: Answer; readonly waiting: readonly string[]; readonly opened: readonly Opened[]; readonly freed: readonly AccountKey[] };

function inOneTransaction(actor: Actor, requestId: string, command: Command, { clock, trace, handOver, sight }: { readonly clock: Clock; /** As whom the database is asked. */ readonly sight: Actor } & Pick<Context, "trace" | "handOver">): Promise<Done> {
  // Kept under the name that the database knows; whoever it was is then part of what was sent.
  const sent = sight === actor ? sentBy(actor, command) : sentBy(sight, { ...command, by: actorName(actor) });
  return asActor(sight, async (tx): Promise<Done> => {
    const only = (answer: Answer): Done => ({ answer, waiting: [], opened: [], freed: [] });
    const locked = await lockTarget(tx, requestId);
    const [before, context] = await Promise.all([findCommand(tx, requestId, command.commandId), locked && contextFor(tx, actor, locked.target, command, moment(clock))]);
    if (before) return only(again(before, sent));
    if (!locked || !context) return only({ notFound: true });
    const { target } = locked;
    const outcome = decide(command, target, trace === null && handOver === null ? context : { ...context, trace, handOver });
    if ("refusals" in outcome) return only(await withStepNames(tx, target, outcome.refusals, context));
    const { answer, opened, freed = [] } = await settle(tx, locked, command, context, outcome);
    // Sent one behind the other without waiting in between.
    const [, waiting] = await Promise.all([
      keepCommand(tx, { requestId, commandId: command.commandId, ...sent, answer, at: context.now }),
      bringsOthersOn(answer) ? waitingFor(tx, requestId) : [],
    ]);
    return { answer, waiting: waiting.map((one) => one.waiting), opened, freed };
  });
}

/** Whoever keeps an organisation's record erases, and holds, without reading what was said: it is the system that looks. */
function keepsRecord(actor: Actor, { type }: Command): boolean {
  return (type === "erase" && holdsAnywhere(actor, "record.erase")) || ((type === "placeHold" || type === "liftHold") && holdsAnywhere(actor, "record.hold"));
}

function isNotPermitted(answer: Answer): boolean {
  return "refusals" in answer && answer.refusals.some(({ code }) => code === "notPermitted");
}

/** What can be what another request waits for. */
const milestones: readonly EventType[] = ["request.submitted", "step.approved", "step.countersigned", "request.approved", "permit.issued", "movement.recorded", "movement.read"];

function bringsOthersOn({ events }: Accepted): boolean {
  return events.some(({ type }) => milestones.includes(type));
}

/**
 * Lets requests have their permit that waited for what was just done, in transactions of their own: whoever did it may not
 * see them. What fails here stands done all the same; the worker asks again every minute.
 */
export async function releaseWaiting(waiting: readonly string[], clock: Clock = realClock): Promise<void> {
  for (const id of waiting) await asWorker(id, { type: "issuePermit", commandId: newId() }, clock);
}

/** Lets steps go on that wait for one of these accounts, whoever waited longest first; where it still has too little, or has no more, they go on waiting. */
export async function goOnWith(accounts: readonly AccountKey[] | "any", clock: Clock = realClock): Promise<number> {
  if (accounts.length === 0) return 0;
  // What freed or raised an account is done, whatever comes of this: the worker asks again.
  const ids = await asReader({ kind: "worker" }, (tx) => waitingForAccounts(tx, accounts)).catch((error: unknown): string[] => {
    complain("goOn", error);
    return [];
  });
  for (const id of ids) await asWorker(id, { type: "goOn", commandId: newId() }, clock);
  return ids.length;
}

/** Gives steps to whom their rule says, in transactions of their own: it is the system that does it. What fails here the worker tries again. */
export async function allotAll(opened: readonly Opened[], clock: Clock = realClock): Promise<void> {
  for (const { request, step } of opened) await asWorker(request, { type: "allot", commandId: newId(), step }, clock);
}

async function asWorker(request: string, command: Command, clock: Clock): Promise<void> {
  await execute({ kind: "worker" }, request, command, clock).catch((error: unknown) => complain(`request ${request}: ${command.type}`, error));
}

function complain(what: string, error: unknown): void {
  console.error(`${what}:`, error instanceof Error ? error.message.split("\n")[0] : error);
}

/** Begins a draft, under the id that the client made. */
export async function createRequest(actor: Actor, command: Create, clock: Clock = realClock): Promise<Answer> {
  const id = command.id ?? newId();
  return asActor(actor, (tx) => beginDraft(tx, actor, { ...command, id }, clock));
}

/** The same inside a transaction: a dossier begins several at once. */
export async function beginDraft(tx: ScopedTx, actor: Actor, command: Create & { readonly id: string }, clock: Clock): Promise<Answer> {
  const { id } = command;
  const [before, context] = await Promise.all([findCommand(tx, id, id), contextForCreation(tx, actor, command, moment(clock))]);
  if (before) return begunAgain(before, sentBy(actor, command));
  const outcome = create(command, { id, number: requestNumber(randomBytes(9)) }, context);
  if (!("draft" in outcome)) return "refusals" in outcome ? outcome : { refusals: [refusal("malformed")] };
  if (!(await takeId(tx, id))) {
    // Sent twice at once, the second waits for the first and then finds its answer.
    const first = await findCommand(tx, id, id);
    return begunAgain(first, sentBy(actor, command));
  }
  const answer = ofDraft(outcome.draft, outcome.warnings);
  await Promise.all([insertDraft(tx, outcome.draft), keepCommand(tx, { requestId: id, commandId: id, ...sentBy(actor, command), answer, at: context.now })]);
  return answer;
}

async function withStepNames(tx: ScopedTx, target: Target, refusals: readonly Refusal[], { today }: Context): Promise<Refused> {
  if (!refusals.some(({ params }) => params?.step !== undefined)) return { refusals };
  const workflow = await (target.at === "draft" ? workflowInForce(tx, target.draft.kind, today) : workflowPinned(tx, target.state.kind, target.state.workflow.version));
  return { refusals, ...(workflow && { steps: stepNames(workflow.definition) }) };
}

type Written = { readonly answer: Accepted } & Pick<Done, "opened"> & Partial<Pick<Done, "freed">>;
type Settled = Exclude<ReturnType<typeof decide>, { refusals: unknown }>;

async function settle(tx: ScopedTx, locked: LockedTarget, command: Command, context: Context, outcome: Settled): Promise<Written> {
  const { target } = locked;
  if ("events" in outcome) return record(tx, locked, command, context, outcome);
  const draft = draftOf(target);
  if ("deleted" in outcome) {
    await deleteDraft(tx, draft.id);
    return { answer: { ...ofDraft(draft, []), status: "deleted" }, opened: [] };
  }
  if (command.type === "attachDocument") await insertDraftDocument(tx, draft.id, command, context);
  await updateDraft(tx, outcome.draft);
  return { answer: ofDraft(outcome.draft, outcome.warnings), opened: [] };
}

/** Writes events and everything that follows from them. */
async function record(tx: ScopedTx, { target, head, requestId }: LockedTarget, command: Command, context: Context, { events: happenings, entries = [] }: Extract<Settled, { events: unknown }>): Promise<Written> {
  const before: RequestState = target.at === "live" ? target.state : { status: "none" };
  const by = eventActor(command, target, context);
  const { events, words, beside } = await append(tx, head, by, context.now, happenings);
  const after = events.reduce<RequestState>(evolve, before) as LiveState;
  const erased = events.flatMap(erasedBy);
  const shown = await project(tx, before, after, words, erased);
  for (const event of events) if (event.type === "words.erased" || event.type === "document.erased") await eraseWords(tx, requestId, { rule: event.data.rule, digests: erasedBy(event), at: context.now });
  if (erased.length > 0) await forgetSent(tx, requestId, events.flatMap((event) => (event.type === "words.erased" ? event.data.entries : [])));
  // Where words go, all entries of the request go with them, and come back made anew once this is committed.
  if (erased.length > 0) await forgetEntries(tx, requestId);
  else await enterEvents(tx, before, events, new Map([...[...shown].map(([digest, body]) => [digest, { body, readers: null }] as const), ...beside]));
  await recordEntries(tx, after, { entries, accounts: context.accounts, by, at: context.now });
  const [opened] = await Promise.all([openedByRule(tx, before, after), target.at === "draft" ? deleteDraft(tx, requestId) : null, announce(tx, events)]);
  // They stop nothing; who submits learns what the desks will see.
  const late = target.at === "draft" ? await lateObligations(tx, { requester: after.requester, request: requestId, today: context.today }) : [];
  const answer: Accepted = { id: requestId, number: after.number, version: after.version, status: onDay(after, context.today).status, events: events.map(({ seq, type }) => ({ seq, type })), warnings: target.at === "draft" ? [...after.sinceBegun.map(warningOf), ...late.map(({ number, kind, due }): Warning => ({ code: "lateObligation", path: "lateObligations", params: { number, kind, due } }))] : [], repeated: false };
  return { answer, opened, freed: entries.flatMap(({ key, happening }) => (happening.type === "quota.released" ? [key] : [])) };
}

type Sent = { readonly actor: string; readonly bodyDigest: string };

function sentBy(actor: Actor, command: unknown): Sent {
  return { actor: actorName(actor), bodyDigest: contentDigest(command) };
}

/** What was begun under an id, once more. To anybody else, and with other content, it is said alike whose the id is: that it was used. */
function begunAgain(before: (Sent & { readonly answer: unknown }) | undefined, sent: Sent): Answer {
  return before?.actor === sent.actor && before.bodyDigest === sent.bodyDigest ? again(before, sent) : { refusals: [refusal("idTaken", {}, "id")] };
}

function again(before: Sent & { readonly answer: unknown }, sent: Sent): Answer {
  if (before.actor !== sent.actor) return { notFound: true };
  if (before.bodyDigest !== sent.bodyDigest) return { refusals: [refusal("commandIdReused")] };
  // The database keeps the fields of JSON in an order of its own.
  const { id, number, version, status, events, warnings } = before.answer as Accepted;
  return { id, number, version, status, events, warnings, repeated: true };
}

function ofDraft({ id, number, version }: Draft, warnings: readonly Warning[]): Accepted {
  return { id, number, version, status: "draft", events: [], warnings, repeated: false };
}

function draftOf(target: Target): Draft {
  if (target.at !== "draft") throw new Error("a submitted request has no draft");
  return target.draft;
}
