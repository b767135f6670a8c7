import { v7 as newId } from "uuid";
import type { RequestEvent } from "../lib/request/events.ts";
import type { ScopedTx } from "./client.ts";
import { outbox } from "./schema/record.ts";

/** Queues new events for whoever is to be told, in the transaction that made them. */
export async function announce(tx: ScopedTx, events: readonly RequestEvent[]): Promise<void> {
  await tx.insert(outbox).values(events.map(({ request, seq, type, at }) => ({ requestId: request, id: newId(), topic: type, payload: { seq }, createdAt: at, nextAt: at })));
}
