import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { findCommand, keepCommand } from "../../db/commands.ts";
import { takeId } from "../../db/drafts.ts";
import { appendToPaper, type Head, loadPaperEvents, lockHead, newHead, paperStream } from "../../db/log.ts";
import { isAskedIn } from "../../db/queries/audit-findings.ts";
import { seesPaper } from "../../db/queries/working-papers.ts";
import { admitAuditors, projectPaper, projectReply } from "../../db/project-paper.ts";
import { type Actor, actorName, type PersonActor } from "../access/actor.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { paperNumber } from "../permit/number.ts";
import type { EventActor } from "../request/events.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { OpenPaper, PaperCommand } from "../working-paper/command.ts";
import { type AuditorsCommand, decidePaper, decideReply, type ReplyToFinding } from "../working-paper/decide.ts";
import type { NewPaperHappening, PaperEvent, PaperEventType } from "../working-paper/events.ts";
import { evolvePaper, replayFindings, replayPaper } from "../working-paper/evolve.ts";
import { openPaper } from "../working-paper/open.ts";
import { reminderOn } from "../working-paper/reminder.ts";
import type { PaperState, WorkingPaper } from "../working-paper/state.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { drawSample } from "./draw-sample.ts";
import { tellOfFindings } from "./notify-finding.ts";
import { paperContext } from "./paper-context.ts";

/** What an accepted command on a working paper answers, the first time and every time it is sent again. `finding` is the one that was raised. */
export type PaperAccepted = { readonly id: string; readonly version: number; readonly events: readonly { readonly seq: number; readonly type: PaperEventType }[]; readonly finding?: number; readonly repeated: boolean };
export type PaperAnswer = PaperAccepted | { readonly refusals: readonly Refusal[] } | { readonly notFound: true };

export function isPaperAccepted(answer: PaperAnswer): answer is PaperAccepted {
  return "version" in answer;
}

/** The one way to change a working paper: lock, load, decide, append and project in one transaction; what was accepted once answers the same again. */
export async function executeOnPaper(actor: Actor, paperId: string, command: PaperCommand, clock: Clock = realClock): Promise<PaperAnswer> {
  if (actor.kind !== "person") return { notFound: true };
  const { today, now } = moment(clock);
  return asActor(actor, async (tx): Promise<PaperAnswer> => {
    const head = await lockHead(tx, paperId, paperStream(paperId));
    const before = await findCommand(tx, paperId, command.commandId);
    if (before) return again(before, actor, command);
    const isAudited = await seesPaper(tx, actor, paperId);
    if (!head || !(isAudited || (await isAskedIn(tx, actor, paperId)))) return { notFound: true };
    // Row-level security shows the whole stream to the paper's auditors, and the desk that is asked what it is asked.
    const known = await loadPaperEvents(tx, paperId);
    // Whoever sees findings of it and no more is asked, and changes nothing.
    if (command.type !== "replyToFinding" && !isAudited) return { refusals: [refusal("notPermitted")] };
    const written = command.type === "replyToFinding" ? await reply(tx, { head, known }, { actor, command, now }) : await change(tx, { head, known }, { actor, command, now, today });
    if ("refusals" in written) return written;
    const accepted = acceptedOf(paperId, written);
    await keepCommand(tx, { requestId: paperId, commandId: command.commandId, actor: actorName(actor), bodyDigest: contentDigest(command), answer: accepted, at: now });
    return accepted;
  });
}

/** Opens a working paper over a sample that is drawn as it is opened. What the machine drew as a seed the first time stands in the paper. */
export async function startPaper(actor: Actor, asked: OpenPaper, clock: Clock = realClock): Promise<PaperAnswer> {
  if (actor.kind !== "person") return { refusals: [refusal("notPermitted")] };
  const id = asked.id ?? newId();
  const first = await asActor(actor, (tx) => findCommand(tx, id, id));
  if (first) return openedAgain(first, actor, asked);
  const sample = await drawSample(actor, { question: asked.question ?? {}, sample: asked.sample, scope: asked.scope });
  if (!sample) return { refusals: [refusal("notPermitted")] };
  const { seed, scope } = sample;
  const number = paperNumber(randomBytes(9));
  const outcome = openPaper(asked, { actor, number, scope, seed, drawn: "drawn" in sample ? sample.drawn : sample });
  if ("refusals" in outcome) return { refusals: outcome.refusals };
  return asActor(actor, async (tx): Promise<PaperAnswer> => {
    const { now } = moment(clock);
    if (!(await takeId(tx, id))) {
      // Sent twice at once, the second waits for the first and then finds its answer.
      const before = await findCommand(tx, id, id);
      return before ? openedAgain(before, actor, asked) : { refusals: [refusal("idTaken", {}, "id")] };
    }
    await admitAuditors(tx, { paperId: id, number, scope, opener: actor.id, at: now });
    const accepted = acceptedOf(id, await record(tx, { head: newHead(id, paperStream(id)), before: { status: "none" }, happenings: [outcome.event] }, by(actor), now));
    await keepCommand(tx, { requestId: id, commandId: id, actor: actorName(actor), bodyDigest: contentDigest(asked), answer: accepted, at: now });
    return accepted;
  });
}

/** Says of a finding what is to be said of it today: under its paper's lock, and once, however many processes ask. Answers whether there was anything. */
export async function remindOfFinding(paperId: string, finding: number, clock: Clock = realClock): Promise<boolean> {
  const { today, now } = moment(clock);
  return asActor({ kind: "worker" }, async (tx) => {
    const head = await lockHead(tx, paperId, paperStream(paperId));
    const state = replayPaper(await loadPaperEvents(tx, paperId));
    const found = state.status === "none" ? undefined : state.findings.find((one) => one.finding === finding);
    const reminder = found && reminderOn(found, today);
    if (!head || !reminder) return false;
    await record(tx, { head, before: state, happenings: [{ type: "finding.reminded", data: { finding, ...reminder } }] }, { system: true }, now);
    return true;
  });
}

type Loaded = { readonly head: Head; readonly known: readonly PaperEvent[] };
type Written = { readonly events: readonly PaperEvent[] } | { readonly refusals: readonly Refusal[] };

async function change(tx: ScopedTx, { head, known }: Loaded, { actor, command, now, today }: { readonly actor: PersonActor; readonly command: AuditorsCommand; readonly now: string; readonly today: string }): Promise<Written> {
  const state = replayPaper(known);
  if (state.status === "none") throw new Error("a working paper without a beginning");
  const outcome = decidePaper(command, state, await paperContext(tx, actor, state, { command, today }));
  return "refusals" in outcome ? outcome : record(tx, { head, before: state, happenings: outcome.events }, by(actor), now);
}

async function reply(tx: ScopedTx, { head, known }: Loaded, { actor, command, now }: { readonly actor: PersonActor; readonly command: ReplyToFinding; readonly now: string }): Promise<Written> {
  const outcome = decideReply(command, replayFindings(known).find(({ finding }) => finding === command.finding), { actor, version: head.seq });
  if ("refusals" in outcome) return outcome;
  const { events } = await appendToPaper(tx, head, { actor: by(actor), at: now }, outcome.events);
  for (const one of replayFindings([...known, ...events])) if (one.finding === command.finding) await projectReply(tx, head.requestId, one);
  await tellOfFindings(tx, head.requestId, events);
  return { events };
}

/** Writes events and everything that follows from them. */
async function record(tx: ScopedTx, { head, before, happenings }: { readonly head: Head; readonly before: PaperState; readonly happenings: readonly NewPaperHappening[] }, actor: EventActor, now: string): Promise<{ readonly events: readonly PaperEvent[] }> {
  const { events, words } = await appendToPaper(tx, head, { actor, at: now }, happenings);
  await projectPaper(tx, before, events.reduce<PaperState>(evolvePaper, before) as WorkingPaper, words);
  await tellOfFindings(tx, head.requestId, events);
  return { events };
}

function by(actor: PersonActor): EventActor {
  return { person: actor.id, desk: null };
}

function acceptedOf(id: string, { events }: { readonly events: readonly PaperEvent[] }): PaperAccepted {
  const raised = events.find((event) => event.type === "finding.raised");
  return { id, version: events.at(-1)?.seq ?? 0, events: events.map(({ seq, type }) => ({ seq, type })), ...(raised?.type === "finding.raised" && { finding: raised.data.finding }), repeated: false };
}

/** What was begun under an id, once more. To anybody else, and with other content, it is said alike whose the id is: that it was used. */
function openedAgain(before: Parameters<typeof again>[0], actor: PersonActor, asked: unknown): PaperAnswer {
  return before.actor === actorName(actor) && before.bodyDigest === contentDigest(asked) ? again(before, actor, asked) : { refusals: [refusal("idTaken", {}, "id")] };
}

function again(before: { readonly actor: string; readonly bodyDigest: string; readonly answer: unknown }, actor: PersonActor, command: unknown): PaperAnswer {
  if (before.actor !== actorName(actor)) return { notFound: true };
  if (before.bodyDigest !== contentDigest(command)) return { refusals: [refusal("commandIdReused")] };
  // The database keeps the fields of JSON in an order of its own.
  const { id, version, events, finding } = before.answer as PaperAccepted;
  return { id, version, events: events.map(({ seq, type }) => ({ seq, type })), ...(finding !== undefined && { finding }), repeated: true };
}
