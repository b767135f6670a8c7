import { and, asc, eq, inArray, lte } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { requests, steps } from "../../db/schema/requests.ts";
import { isAccepted } from "./answer.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { execute } from "./execute.ts";

const worker = { kind: "worker" } as const;

/**
 * Says what the clocks of open steps have to say, and lets lapse what its workflow lets lapse. Each is a command under its request's
 * lock and done once, however many processes ask. Answers at how many steps it did something.
 */
export async function tellClocks(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  const due = await asActor(worker, (tx) =>
    tx
      .select({ request: steps.requestId, step: steps.stepId })
      .from(steps)
      .innerJoin(requests, eq(requests.requestId, steps.requestId))
      .where(and(eq(steps.status, "open"), lte(steps.tellOn, today), inArray(requests.status, ["submitted", "in-review"])))
      .orderBy(asc(steps.tellOn))
      .limit(100),
  );
  let done = 0;
  for (const { request, step } of due) {
    const told = await execute(worker, request, { type: "tellClock", commandId: newId(), step }, clock);
    const answer = isAccepted(told) ? told : await execute(worker, request, { type: "lapse", commandId: newId(), step }, clock);
    if (isAccepted(answer)) done++;
  }
  return done;
}
