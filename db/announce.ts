import { v7 as newId } from "uuid";
import type { RequestEvent } from "../lib/request/events.ts";
import type { ScopedTx } from "./client.ts";
import { streamOf } from "./log.ts";
import { outbox, sealQueue } from "./schema/record.ts";

/** Queues an event of the set-up for its seal; nobody is told of it. */
export async function queueForSeal(tx: ScopedTx, event: { readonly requestId: string; readonly stream: string; readonly seq: number }): Promise<void> {
  await tx.insert(sealQueue).values(event);
}

/** Queues new events for their seal and for whoever is to be told, in the transaction that made them. */
export async function announce(tx: ScopedTx, events: readonly RequestEvent[]): Promise<void> {
  await Promise.all([
    tx.insert(sealQueue).values(events.map(({ request, seq }) => ({ requestId: request, stream: streamOf(request), seq }))),
    tx.insert(outbox).values(events.map(({ request, seq, type, at }) => ({ requestId: request, id: newId(), topic: type, payload: { seq }, createdAt: at, nextAt: at }))),
  ]);
}
