import { and, eq } from "drizzle-orm";
import type { ScopedTx } from "./client.ts";
import { given, prepared } from "./prepared.ts";
import { commands } from "./schema/record.ts";

export type KeptCommand = { readonly actor: string; readonly bodyDigest: string; readonly answer: unknown };

/** What was accepted under this id, if the actor sent it. */
export async function findCommand(tx: ScopedTx, requestId: string, commandId: string): Promise<KeptCommand | undefined> {
  const [found] = await commandById(tx, { requestId, commandId });
  return found;
}

const commandById = prepared((on) => {
  const { actor, bodyDigest, answer } = commands;
  return on
    .select({ actor, bodyDigest, answer })
    .from(commands)
    .where(and(eq(commands.requestId, given("requestId")), eq(commands.commandId, given("commandId"))));
});

export async function keepCommand(tx: ScopedTx, row: KeptCommand & { readonly requestId: string; readonly commandId: string; readonly at: string }): Promise<void> {
  await tx.insert(commands).values(row);
}
