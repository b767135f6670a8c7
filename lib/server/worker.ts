import { and, eq, gte, inArray, lt, lte, sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { fillEntries } from "../../db/audit-rows.ts";
import { asActor } from "../../db/client.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { forgetDone } from "../../db/outbox.ts";
import { lastDay } from "../../db/queries/status-today.ts";
import { obligations, permits, requests, requirements } from "../../db/schema/requests.ts";
import { underWay } from "../request/state.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { approvedAndWaiting, waitsOf } from "../../db/dossiers.ts";
import { waitingByRule } from "./allot-opened.ts";
import { allotAll, execute, goOnWith, releaseWaiting } from "./execute.ts";
import { drainOutbox } from "./notify.ts";
import { remindOfFindings } from "./remind-findings.ts";
import { eraseDue } from "./retention.ts";
import { publishReads } from "./publish-reads.ts";
import { publishGrantWarning } from "./publish-grant-warning.ts";
import { sealAll } from "./sealer.ts";
import { queueSealMails } from "./notify-seal.ts";
import { tellClocks } from "./tell-clocks.ts";

const worker = { kind: "worker" } as const;

/** How long the outbox remembers what it has done. */
const remembered = 30 * 86_400_000;

/** Begins the work that nobody asks for: permits expire the day after their last, and whoever is to be told is told. Answers how to stop it. */
export function startWorker(): () => Promise<void> {
  const stops = [
    every(60_000, () => expirePermits()),
    every(60_000, () => reportMissing()),
    every(60_000, () => warnOfExpiry()),
    every(60_000, () => remindOfObligations()),
    every(60_000, () => remindOfFindings()),
    every(60_000, () => warnOfGrants()),
    every(60_000, () => releaseApproved()),
    every(60_000, () => goOnWith("any")),
    every(60_000, () => allotWaiting()),
    every(60_000, () => tellClocks()),
    every(3_600_000, () => eraseDue()),
    every(60_000, async (stopped) => {
      while (!stopped() && (await publishReads()) > 0);
    }),
    every(60_000, async (stopped) => {
      while (!stopped() && (await fillSearch()) > 0);
    }),
    every(60_000, () => queueSealMails()),
    every(3_600_000, () => asActor(worker, (tx) => forgetDone(tx, new Date(Date.now() - remembered).toISOString()))),
    every(15_000, (stopped) => sealAll(stopped)),
    every(2_000, async (stopped) => {
      while (!stopped() && (await drainOutbox()) > 0);
    }),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
    // What was done since the last round need not wait for the next start.
    await sealAll().catch((error: unknown) => console.error("worker:", error instanceof Error ? error.message.split("\n")[0] : error));
  };
}

/** Does a piece of work now and again and again, never twice at once. */
function every(ms: number, work: (stopped: () => boolean) => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let running: Promise<unknown> | undefined;
  let said: string | undefined;
  // A database that is away for an hour is said once, not every round.
  const complain = (error: unknown) => {
    const problem = error instanceof Error ? error.message.split("\n")[0] : String(error);
    if (problem !== said) console.error("worker:", problem);
    said = problem;
  };
  const round = () => {
    running ??= work(() => stopped)
      .then(() => (said = undefined), complain)
      .finally(() => (running = undefined));
  };
  const timer = setInterval(round, ms);
  round();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await running;
  };
}

/** Lets auditors find what was recorded before there was a search, some streams at a time. */
function fillSearch(clock: Clock = realClock): Promise<number> {
  return asActor(worker, (tx) => fillEntries(tx, 50, moment(clock).now));
}

/** Ends every permit whose last day is over, or whose announced revocation takes effect; each through the same command as anything else. Answers how many. */
export async function expirePermits(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, (tx) =>
    tx
      .select({ requestId: permits.requestId })
      .from(permits)
      .where(and(inArray(permits.status, ["valid", "suspended"]), lt(lastDay, today)))
      .limit(200),
  );
  return giveEach("expire", due, clock);
}

/** Asks where every movement is that should have arrived; each through the same command as anything else, and once. Answers how many. */
export async function reportMissing(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, (tx) => tx.select({ requestId: permits.requestId }).from(permits).where(lt(permits.arrivalDue, today)).limit(200));
  return giveEach("reportNotArrived", due, clock);
}

/** Tells of everything that ends soon and that a request rests on, its permit too; each through the same command as anything else, and once. Answers how many requests. */
export async function warnOfExpiry(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, async (tx) => {
    const rested = tx
      .selectDistinct({ requestId: requirements.requestId })
      .from(requirements)
      .innerJoin(requests, eq(requests.requestId, requirements.requestId))
      .where(and(lte(requirements.tellOn, today), gte(requirements.validUntil, today), inArray(requests.status, [...underWay])));
    const ending = tx.select({ requestId: permits.requestId }).from(permits).where(and(lte(permits.tellOn, today), gte(permits.validUntil, today)));
    return rested.union(ending).limit(200);
  });
  return giveEach("tellExpiry", due, clock);
}

async function giveEach(type: "expire" | "reportNotArrived" | "tellExpiry" | "tellObligations", due: readonly { readonly requestId: string }[], clock: Clock): Promise<number> {
  for (const { requestId } of due) await execute(worker, requestId, { type, commandId: newId() }, clock);
  return due.length;
}

/** Tells the desks that keep standing grants of those that end soon, whether or not anything rests on them; once each time. Answers how many were looked at. */
export async function warnOfGrants(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const { organisation, quota, year, tellOn, grant } = accounts;
  const due = await asActor(worker, (tx) => tx.select({ organisation, quota, year }).from(accounts).where(and(lte(tellOn, today), gte(sql`${grant} ->> 'validUntil'`, today))).limit(200));
  for (const key of due) await publishGrantWarning(key, clock);
  return due.length;
}

/** Reminds whoever owes something that is due soon, or late; each through the same command as anything else, and once. Answers how many requests. */
export async function remindOfObligations(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, (tx) => tx.selectDistinct({ requestId: obligations.requestId }).from(obligations).where(lte(obligations.tellOn, today)).limit(200));
  return giveEach("tellObligations", due, clock);
}

/**
 * Lets every approved request have its permit whose last dependency was met while nobody could see to it: the process that met
 * it ended in between. Answers how many were asked.
 */
export async function releaseApproved(clock: Clock = realClock): Promise<number> {
  const free: string[] = [];
  for (let after = "00000000-0000-0000-0000-000000000000", more = true; more; ) {
    const batch = await asActor(worker, async (tx) => {
      const ids = await approvedAndWaiting(tx, after, 200);
      const waits = await Promise.all(ids.map((id) => waitsOf(tx, id)));
      return ids.map((id, at) => ({ id, isFree: waits[at]?.every(({ standing }) => standing === "met") ?? false }));
    });
    free.push(...batch.flatMap(({ id, isFree }) => (isFree ? [id] : [])));
    after = batch.at(-1)?.id ?? after;
    more = batch.length > 0;
  }
  await releaseWaiting(free, clock);
  return free.length;
}

/** Gives every step that a rule gives to somebody and that nobody has yet. Answers how many were asked for. */
export async function allotWaiting(clock: Clock = realClock): Promise<number> {
  const waiting = await asActor(worker, (tx) => waitingByRule(tx, 200));
  await allotAll(waiting, clock);
  return waiting.length;
}
