import { and, eq } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import { commands } from "./schema/record.ts";

export type KeptCommand = { readonly actor: string; readonly bodyDigest: string; readonly answer: unknown };

/** What was accepted under this id, if the actor sent it. */
export async function findCommand(tx: ScopedTx, requestId: string, commandId: string): Promise<KeptCommand | undefined> {
  const { actor, bodyDigest, answer } = commands;
  const [found] = await tx
    .select({ actor, bodyDigest, answer })
    .from(commands)
    .where(and(eq(commands.requestId, requestId), eq(commands.commandId, commandId)));
  return found;
}

export async function keepCommand(tx: ScopedTx, row: KeptCommand & { readonly requestId: string; readonly commandId: string; readonly at: string }): Promise<void> {
  await tx.insert(commands).values(row);
}
