import { randomBytes } from "node:crypto";
import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { findCommand, keepCommand } from "../../db/commands.ts";
import { seesDossier } from "../../db/dossiers.ts";
import { takeId } from "../../db/drafts.ts";
import { appendToDossier, dossierStream, type Head, loadDossierEvents, lockHead, newHead } from "../../db/log.ts";
import { admitOpener, projectDossier } from "../../db/project-dossier.ts";
import { type Actor, actorName } from "../access/actor.ts";
import { contentDigest } from "../audit/content-digest.ts";
import type { DossierCommand, NewLink } from "../dossier/command.ts";
import { decideDossier, openDossier } from "../dossier/decide.ts";
import type { DossierEventType, NewDossierHappening } from "../dossier/events.ts";
import { evolveDossier, replayDossier } from "../dossier/evolve.ts";
import { rolesOf } from "../dossier/role.ts";
import { startedId, type StartDossier } from "../dossier/start.ts";
import type { Dossier, DossierState, DossierStatus } from "../dossier/state.ts";
import { dossierNumber } from "../permit/number.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { isAccepted } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { dossierContext, seenRequests } from "./dossier-context.ts";
import { beginDraft, releaseWaiting } from "./execute.ts";

/** What an accepted command on a dossier answers, the first time and every time it is sent again. */
export type DossierAccepted = {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly status: DossierStatus;
  readonly events: readonly { readonly seq: number; readonly type: DossierEventType }[];
  /** The drafts that were begun with it, in the order asked. */
  readonly started: readonly { readonly id: string; readonly number: string }[];
  readonly repeated: boolean;
};
export type DossierAnswer = DossierAccepted | { readonly refusals: readonly Refusal[] } | { readonly notFound: true };

export function isDossierAccepted(answer: DossierAnswer): answer is DossierAccepted {
  return "version" in answer;
}

/** The one way to change a dossier: lock, load, decide, append and project in one transaction; what was accepted once answers the same again. */
export async function executeOnDossier(actor: Actor, dossierId: string, command: DossierCommand, clock: Clock = realClock): Promise<DossierAnswer> {
  const answer = await asActor(actor, async (tx): Promise<DossierAnswer> => {
    const head = await lockHead(tx, dossierId, dossierStream(dossierId));
    const before = await findCommand(tx, dossierId, command.commandId);
    if (before) return again(before, actor, command);
    const state = head ? replayDossier(await loadDossierEvents(tx, dossierId)) : null;
    if (!head || !state || state.status === "none") return (await seesDossier(tx, dossierId)) ? { refusals: [refusal("notPermitted")] } : { notFound: true };
    const outcome = decideDossier(command, state, await dossierContext(tx, actor, state, { command, lock: true, today: moment(clock).today }));
    if ("refusals" in outcome) return outcome;
    const accepted = await record(tx, { head, before: state, happenings: outcome.events, started: [] }, actor, moment(clock).now);
    await keep(tx, { dossierId, commandId: command.commandId }, actor, { command, answer: accepted, at: moment(clock).now });
    return accepted;
  });
  // Nothing holds back any more what waited only for this.
  if (command.type === "removeDependency" && isDossierAccepted(answer)) await releaseWaiting([command.waiting], clock);
  return answer;
}

/**
 * Opens a dossier, begins the drafts that are asked for and links them, all or nothing. Ids that were not made by the client
 * come from the dossier's, so that the same sent twice begins nothing twice.
 */
export async function startDossier(actor: Actor, asked: StartDossier, clock: Clock = realClock): Promise<DossierAnswer> {
  const id = asked.id ?? newId();
  return asActor(actor, async (tx) => {
    const before = await findCommand(tx, id, id);
    if (before) return startedAgain(before, actor, asked);
    await tx.execute(sql`savepoint nothing_begun`);
    const answer = await start(tx, actor, { ...asked, id }, clock);
    if (!isDossierAccepted(answer)) {
      await tx.execute(sql`rollback to savepoint nothing_begun`);
      // Sent twice at once, the second waits for the first and then finds its answer.
      const first = await findCommand(tx, id, id);
      return first ? startedAgain(first, actor, asked) : answer;
    }
    await keep(tx, { dossierId: id, commandId: id }, actor, { command: asked, answer, at: moment(clock).now });
    return answer;
  });
}

async function start(tx: ScopedTx, actor: Actor, { start: parts = [], ...asked }: StartDossier & { readonly id: string }, clock: Clock): Promise<DossierAnswer> {
  const { id, title, requests = [] } = asked;
  if (actor.kind !== "person") return { refusals: [refusal("notPermitted")] };
  if (!(await takeId(tx, id))) return { refusals: [refusal("idTaken", {}, "id")] };
  const refusals: Refusal[] = [];
  const begun: (NewLink & { readonly number: string })[] = [];
  for (const [at, { role, ...part }] of parts.entries()) {
    const answer = await beginDraft(tx, actor, { title, ...part, id: part.id ?? startedId(id, at) }, clock);
    if (isAccepted(answer)) begun.push({ request: answer.id, number: answer.number, role: role ?? rolesOf[part.kind][0] });
    else refusals.push(...("refusals" in answer ? answer.refusals : [refusal("idTaken", {}, "id")]).map((one) => ({ ...one, path: [`start.${at}`, one.path].filter(Boolean).join(".") })));
  }
  const links = [...begun.map(({ request, role }) => ({ request, role })), ...requests];
  const seen = await seenRequests(tx, actor, { dossier: id, ids: links.map(({ request }) => request), locked: requests.map(({ request }) => request), today: moment(clock).today });
  const number = dossierNumber(randomBytes(9));
  // What waits for a draft that could not be begun would only repeat it.
  const dependencies = refusals.length > 0 ? [] : asked.dependencies;
  const outcome = openDossier({ ...asked, requests: links, dependencies }, number, { actor, requests: seen, standings: [] });
  if ("refusals" in outcome) refusals.push(...outcome.refusals.map((one) => asAsked(one, begun.length)));
  if (refusals.length > 0 || !("events" in outcome)) return { refusals };
  const { now } = moment(clock);
  await admitOpener(tx, { dossierId: id, number, opener: actor.id, at: now });
  return record(tx, { head: newHead(id, dossierStream(id)), before: { status: "none" }, happenings: outcome.events, started: begun.map((one) => ({ id: one.request, number: one.number })) }, actor, now);
}

/** Links to drafts that were begun come before the others; each is named where the client asked for it. */
function asAsked(one: Refusal, begun: number): Refusal {
  const path = one.path?.replace(/^requests\.(\d+)/, (_, at: string) => (Number(at) < begun ? `start.${at}` : `requests.${Number(at) - begun}`));
  return { ...one, ...(path !== undefined && { path }) };
}

type Recorded = { readonly head: Head; readonly before: DossierState; readonly happenings: readonly NewDossierHappening[]; readonly started: DossierAccepted["started"] };

/** Writes events and everything that follows from them. */
async function record(tx: ScopedTx, { head, before, happenings, started }: Recorded, actor: Actor, now: string): Promise<DossierAccepted> {
  if (actor.kind !== "person") throw new Error("only people change a dossier");
  const { events, words } = await appendToDossier(tx, head, { actor: { person: actor.id, desk: null }, at: now }, happenings);
  const after = events.reduce<DossierState>(evolveDossier, before) as Dossier;
  await projectDossier(tx, before, after, words);
  return { id: after.id, number: after.number, version: after.seq, status: after.status, events: events.map(({ seq, type }) => ({ seq, type })), started, repeated: false };
}

async function keep(tx: ScopedTx, { dossierId, commandId }: { readonly dossierId: string; readonly commandId: string }, actor: Actor, { command, answer, at }: { readonly command: unknown; readonly answer: DossierAccepted; readonly at: string }): Promise<void> {
  await keepCommand(tx, { requestId: dossierId, commandId, actor: actorName(actor), bodyDigest: contentDigest(command), answer, at });
}

/** What was begun under an id, once more. To anybody else, and with other content, it is said alike whose the id is: that it was used. */
function startedAgain(before: Parameters<typeof again>[0], actor: Actor, asked: unknown): DossierAnswer {
  return before.actor === actorName(actor) && before.bodyDigest === contentDigest(asked) ? again(before, actor, asked) : { refusals: [refusal("idTaken", {}, "id")] };
}

function again(before: { readonly actor: string; readonly bodyDigest: string; readonly answer: unknown }, actor: Actor, command: unknown): DossierAnswer {
  if (before.actor !== actorName(actor)) return { notFound: true };
  if (before.bodyDigest !== contentDigest(command)) return { refusals: [refusal("commandIdReused")] };
  // The database keeps the fields of JSON in an order of its own.
  const { id, number, version, status, events, started } = before.answer as DossierAccepted;
  return { id, number, version, status, events: events.map(({ seq, type }) => ({ seq, type })), started: started.map((one) => ({ id: one.id, number: one.number })), repeated: true };
}
