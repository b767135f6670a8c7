import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { waitingFor, waitsOf } from "../../db/dossiers.ts";
import { loadEvents } from "../../db/log.ts";
import { addMails, mailTopic, markDone, markFailed, type OutboxRow, takeDue } from "../../db/outbox.ts";
import { addressOf, decidersAt, standingInFor } from "../../db/queries/addressees.ts";
import { headship } from "../access/heads.ts";
import { dependencyNotice, toldByDependency } from "../notice/dependency-notices.ts";
import { type Addressee, noticesFor } from "../notice/notices.ts";
import { recipients, type Told } from "../notice/recipients.ts";
import { mostAttempts, nextAttempt } from "../notice/retry.ts";
import { waitingForQuota } from "../request/consequences.ts";
import { replay } from "../request/evolve.ts";
import { openWithDays } from "../request/obligation-reminders.ts";
import type { LiveState } from "../request/state.ts";
import type { CaseStep } from "../workflow/progress.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { documentStore } from "./document-store.ts";
import { type Mail, isRefusedForGood, mailProblem } from "./mail.ts";
import { noticeMail } from "./notice-mail.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { followRenewed, grantRenewedTopic } from "./follow-grant.ts";
import { brokenGlassMailTopic, brokenGlassTopic, sendBrokenGlass, spreadBrokenGlass } from "./notify-break-glass.ts";
import { findingMailTopic, findingTopic, sendFindingMail, spreadFinding } from "./notify-finding.ts";
import { grantExpiringTopic, grantMailTopic, sendGrantWarning, spreadGrantWarning } from "./notify-grant.ts";
import { proposalMailTopic, proposedTopic, sendProposalMail, spreadProposal } from "./notify-proposal.ts";
import { sealMailTopic, sendSealMail } from "./notify-seal.ts";

const worker = { kind: "worker" } as const;

/** Few at a time: connections are shared with the pages. */
const batch = 4;
/** Longer than any attempt can take; what is not settled by then belongs to a process that is gone. */
const leaseMs = 10 * 60_000;

/**
 * Does what is due in the outbox: an event becomes one mail for each who is told, and each mail is sent. Every mail is sent
 * at least once, and twice only when we end between sending it and noting it. Answers how many rows were taken.
 */
export async function drainOutbox(clock: Clock = realClock): Promise<number> {
  const now = clock();
  const lease = new Date(now.getTime() + leaseMs).toISOString();
  const rows = await asActor(worker, (tx) => takeDue(tx, { now: now.toISOString(), lease, most: mostAttempts, limit: batch }));
  const know = onceEach(moment(clock).today);
  await Promise.all(rows.map((row) => attempt(row, know, clock)));
  return rows.length;
}

async function attempt(row: OutboxRow, know: Knowing, clock: Clock): Promise<void> {
  try {
    await work(row, know, clock);
  } catch (error) {
    const next = isRefusedForGood(error) ? null : nextAttempt(row.attempts, clock());
    const problem = mailProblem(error);
    await asActor(worker, (tx) => markFailed(tx, row, { problem, ...(next ? { nextAt: next.toISOString() } : { attempts: mostAttempts }) }));
    if (!next) console.error(`mail: given up on request ${row.requestId}: ${problem}; "causeway mail" lists what waits and what was given up`);
  }
}

function work(row: OutboxRow, know: Knowing, clock: Clock): Promise<void> {
  switch (row.topic) {
    case mailTopic:
      return sendNotice(row, know, clock);
    case proposedTopic:
      return spreadProposal(row, clock);
    case proposalMailTopic:
      return sendProposalMail(row, clock);
    case brokenGlassTopic:
      return spreadBrokenGlass(row, clock);
    case brokenGlassMailTopic:
      return sendBrokenGlass(row, clock);
    case grantExpiringTopic:
      return spreadGrantWarning(row, clock);
    case grantRenewedTopic:
      return followRenewed(row, clock);
    case sealMailTopic:
      return sendSealMail(row, clock);
    case grantMailTopic:
      return sendGrantWarning(row, clock);
    case findingTopic:
      return spreadFinding(row, clock);
    case findingMailTopic:
      return sendFindingMail(row, clock);
    case "document.erased":
      return takeAway(row, know, clock);
    default:
      return spread(row, know, clock);
  }
}

const EventPayload = z.object({ seq: z.number().int() });
/** `awaited` is the request that the event happened to, when it is another one that waits for it. */
const MailPayload = z.object({ seq: z.number().int(), person: z.uuid(), awaited: z.uuid().optional() });

/** An event becomes its mails, in one transaction: all of them, once. */
async function spread(row: OutboxRow, know: Knowing, clock: Clock): Promise<void> {
  const { requestId } = row;
  const { seq } = EventPayload.parse(row.payload);
  const at = clock().toISOString();
  const { told, waiting } = await know(requestId, seq);
  await asActor(worker, async (tx) => {
    await addMails(tx, told.map(({ person }) => ({ requestId, id: idFrom(person, row.id), payload: { seq, person }, at })));
    await addMails(tx, waiting.map(({ request, person }) => ({ requestId: request, id: idFrom(`${person} ${request}`, row.id), payload: { seq, person, awaited: requestId }, at })));
    await markDone(tx, row, at);
  });
}

/** A paper that the record says was erased goes from where papers lie. Done again it does nothing; until it is done the row stays. */
async function takeAway(row: OutboxRow, know: Knowing, clock: Clock): Promise<void> {
  const { seq } = EventPayload.parse(row.payload);
  const event = (await asReader(worker, (tx) => loadEvents(tx, row.requestId, seq - 1)))[0];
  if (event?.type !== "document.erased") throw new Error(`request ${row.requestId} has no erased paper at ${seq}`);
  await documentStore().remove(row.requestId, event.data.document);
  await spread(row, know, clock);
}

/** Sends a mail, unless it has become untrue by now: the reader has left, the step was decided, or what was owed is done. The mail goes out between two transactions, never inside one. */
async function sendNotice(row: OutboxRow, know: Knowing, clock: Clock): Promise<void> {
  const { seq, person, awaited } = MailPayload.parse(row.payload);
  const mail = awaited === undefined ? await eventMail(row.requestId, { seq, person }, know) : await asReader(worker, (tx) => dependencyMail(tx, row.requestId, { awaited, person }));
  await sendWaiting(row, mail, clock);
}

async function eventMail(requestId: string, { seq, person }: { readonly seq: number; readonly person: string }, know: Knowing): Promise<Mail | null> {
  const { told, now } = await know(requestId, seq);
  const found = told.find((one) => one.person === person);
  return asReader(worker, async (tx) => {
    const reader = await addressOf(tx, person);
    if (!found || !reader) return null;
    const { notice, standsInFor } = found;
    if (notice.code === "yourStep" && !now.steps.some((step) => step.id === notice.step && isStillTheirs(step, notice.to))) return null;
    if (notice.obligation && !openWithDays(now).some(({ id }) => id === notice.obligation?.id)) return null;
    const away = standsInFor === undefined ? null : await addressOf(tx, standsInFor);
    return noticeMail(tx, { ...notice, ...(away && { standsInFor: away.name }) }, now, reader);
  });
}

/** What the people of a waiting request are told; nothing when somebody took the dependency away meanwhile. */
async function dependencyMail(tx: ScopedTx, requestId: string, { awaited, person }: { readonly awaited: string; readonly person: string }): Promise<Mail | null> {
  const now = replay(await loadEvents(tx, requestId));
  const wait = (await waitsOf(tx, requestId)).find(({ request }) => request === awaited);
  const reader = await addressOf(tx, person);
  if (now.status === "none" || !wait || !reader) return null;
  const notice = dependencyNotice(wait.standing, wait.number, now, person);
  return notice && noticeMail(tx, notice, now, reader);
}

/** The step is open, and whoever it was given to still has it, or votes there in another's place. */
function isStillTheirs({ status, holder, substitutes }: CaseStep, to: Addressee): boolean {
  return status === "open" && (to.as !== "officer" || holder?.person === to.person || substitutes.includes(to.person));
}

type Knowing = (requestId: string, seq: number) => Promise<Known>;
type Known = { readonly told: readonly Told[]; /** The people of other requests, for which it came about by this event, or now never will. */ readonly waiting: readonly { readonly request: string; readonly person: string }[]; /** The request as it now stands. */ readonly now: LiveState };

/** Mails of one event come one after the other: whom it tells what is worked out once for those that are sent together. */
function onceEach(today: string): Knowing {
  const known = new Map<string, Promise<Known>>();
  return (requestId, seq) => {
    const key = `${requestId} ${seq}`;
    const found = known.get(key) ?? asReader(worker, (tx) => whoIsTold(tx, requestId, { seq, today }));
    known.set(key, found);
    return found;
  };
}

/** Who is told of an event, as desks are staffed now and as people stand in today. */
async function whoIsTold(tx: ScopedTx, requestId: string, { seq, today }: { readonly seq: number; readonly today: string }): Promise<Known> {
  const events = await loadEvents(tx, requestId);
  const event = events[seq - 1];
  const [before, after] = [replay(events.slice(0, seq - 1)), replay(events.slice(0, seq))];
  const now = replay(events);
  if (!event || after.status === "none" || now.status === "none") throw new Error(`request ${requestId} has no event ${seq}`);
  // What a quota had too little for may have found enough in the same breath, or since.
  const notices = noticesFor(event, before, after).filter(({ code, step }) => code !== "quotaShort" || waitingForQuota(now, today).some(({ id }) => id === step));
  const asked = (heads: boolean) => notices.flatMap(({ to }) => (to.as === "desk" && (to.heads === true) === heads ? [to.desk] : []));
  const [staff, heads] = await Promise.all([decidersAt(tx, asked(false)), decidersAt(tx, asked(true), headship)]);
  const officers = [...notices.flatMap(({ to }) => (to.as === "officer" ? [to.person] : [])), ...[...staff.values(), ...heads.values()].flat()];
  const away = await standingInFor(tx, [...new Set(officers)], today);
  const staffing = {
    staffOf: (desk: string, headed: boolean) => (headed ? heads : staff).get(desk) ?? [],
    standInsOf: (person: string, desk: string) => away.filter((one) => one.for === person && (one.desks.length === 0 || one.desks.includes(desk))).map(({ by }) => by),
  };
  const author = "person" in event.actor ? event.actor.person : null;
  const waiting = toldByDependency(await waitingFor(tx, requestId), before, after);
  return { told: recipients(event, notices, after, staffing), waiting: await peopleOf(tx, waiting, author), now };
}

/** Requester and team of each request, but whoever did it. A draft's people find it on its page. */
async function peopleOf(tx: ScopedTx, requests: readonly string[], author: string | null): Promise<Known["waiting"]> {
  const states = await Promise.all(requests.map(async (request) => ({ request, state: replay(await loadEvents(tx, request)) })));
  return states.flatMap(({ request, state }) => (state.status === "none" ? [] : [...new Set([state.requester, ...state.team])].filter((person) => person !== author).map((person) => ({ request, person }))));
}
