import type { ScopedTx } from "../../db/client.ts";
import { appendToAccount, lockHead } from "../../db/log.ts";
import { projectTaken } from "../../db/project-account.ts";
import { type AccountEntry, type AccountStanding, afterEntry } from "../account/ledger.ts";
import { accountId, accountStream } from "../account/quota.ts";
import type { EventActor } from "../request/events.ts";
import type { LiveState } from "../request/state.ts";

type Writing = { readonly entries: readonly AccountEntry[]; readonly accounts: readonly AccountStanding[]; readonly by: EventActor; readonly at: string };

/** Writes what a decision takes from accounts, or lets go, into their chains: in the decision's own transaction, under the locks that it holds. */
export async function recordEntries(tx: ScopedTx, { id: request, number }: LiveState, { entries, accounts, by, at }: Writing): Promise<void> {
  for (const account of accounts) {
    const stream = accountStream(account);
    const happenings = entries.filter(({ key }) => accountStream(key) === stream).map(({ happening }) => happening);
    if (happenings.length === 0) continue;
    const head = await lockHead(tx, accountId(account), stream);
    if (!head) throw new Error(`${stream} was looked at and has no chain`);
    const seqs = await appendToAccount(tx, head, { actor: by, at }, happenings);
    const after = happenings.reduce(afterEntry, account);
    await projectTaken(tx, { request, number, after, version: seqs.at(-1) ?? head.seq, at });
  }
}
