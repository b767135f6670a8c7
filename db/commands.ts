import { and, eq, or, sql } from "drizzle-orm";
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

/**
 * Forgets what was sent of entries whose words are gone: a command is known again by a digest without a salt, by which a guess could
 * be tried. Sent again it is a conflict. What was saved of the draft goes with the submission.
 */
export async function forgetSent(tx: ScopedTx, requestId: string, entries: readonly number[]): Promise<void> {
  if (entries.length === 0) return;
  const named = sql`exists (select 1 from jsonb_array_elements(${commands.answer} -> 'events') said where (said ->> 'seq')::int = any (${sql.param([...entries])}::int[]))`;
  const ofDraft = entries.includes(1) ? sql`jsonb_array_length(${commands.answer} -> 'events') = 0` : sql`false`;
  await tx.update(commands).set({ bodyDigest: forgotten }).where(and(eq(commands.requestId, requestId), or(named, ofDraft)));
}

/** No digest of anything. */
export const forgotten = "forgotten";
