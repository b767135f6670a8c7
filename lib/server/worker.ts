import { and, eq, lt } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { permits } from "../../db/schema/requests.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { execute } from "./execute.ts";

const worker = { kind: "worker" } as const;

/** Begins the work that nobody asks for: permits expire the day after their last. Answers how to stop it. */
export function startWorker(everyMs = 60_000): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const round = () => {
    running = running.then(() => expirePermits()).catch((error: unknown) => console.error("worker:", error instanceof Error ? error.message : error));
  };
  const timer = setInterval(round, everyMs);
  round();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

/** Expires every permit whose last day is over; each through the same command as anything else. Answers how many. */
export async function expirePermits(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, (tx) =>
    tx
      .select({ requestId: permits.requestId })
      .from(permits)
      .where(and(eq(permits.status, "valid"), lt(permits.validUntil, today)))
      .limit(200),
  );
  for (const { requestId } of due) await execute(worker, requestId, { type: "expire", commandId: newId() }, clock);
  return due.length;
}
