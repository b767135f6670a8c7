import { asActor } from "../../db/client.ts";
import { markDone, type OutboxRow } from "../../db/outbox.ts";
import type { Clock } from "./clock.ts";
import { deliver, type Mail } from "./mail.ts";

/** Sends a mail that waited in the outbox, or none where it has become untrue by now; either way it waits no more. */
export async function sendWaiting(row: OutboxRow, mail: Omit<Mail, "id" | "brief"> | null, clock: Clock): Promise<void> {
  if (mail) await deliver({ ...mail, id: row.id, brief: true });
  await asActor({ kind: "system" }, (tx) => markDone(tx, row, clock().toISOString()));
}
