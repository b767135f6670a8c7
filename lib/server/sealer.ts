import { asActor, type ScopedTx } from "../../db/client.ts";
import { isAnyWaiting, keepSeal, lockTree, takeLeaves } from "../../db/seal.ts";
import { checkpointText } from "../audit/checkpoint.ts";
import { signNote } from "../audit/signed-note.ts";
import { type Clock, realClock } from "./clock.ts";
import { type LogKey, newestLogKey } from "./log-keys.ts";
import { addLogKey } from "./publish-log-key.ts";

/** As many events as one seal takes at once: some two seconds' work, and a minute's events at two hundred a second. */
const batch = 10_000;

/**
 * Seals what waits, a batch: leaves, nodes, the signed head and the end of the waiting in one transaction, so that whatever ends a process loses
 * or doubles nothing. Of several sealers one works and the others answer 0. Answers how many events were sealed.
 */
export async function sealWaiting(clock: Clock = realClock, most = batch): Promise<number> {
  return asActor({ kind: "worker" }, async (tx) => {
    if (!(await isAnyWaiting(tx))) return 0;
    const tree = await lockTree(tx);
    if (!tree) return 0;
    const at = clock().toISOString();
    const { verifier, secret } = (await newestLogKey(tx)) ?? (await firstKey(tx, tree.origin, at));
    const { size, root } = await takeLeaves(tx, tree.size, most);
    if (size === tree.size) return 0;
    const note = signNote(checkpointText({ origin: verifier.name, size, root, at }, tree.size), verifier, secret);
    await keepSeal(tx, { size, root, note, sealedAt: at });
    return size - tree.size;
  });
}

/** Seals everything that waits, batch after batch, until told to stop. Answers how many events. */
export async function sealAll(stopped: () => boolean = () => false, clock: Clock = realClock): Promise<number> {
  let sealed = 0;
  for (let more = true; more && !stopped(); ) {
    const took = await sealWaiting(clock);
    sealed += took;
    more = took > 0;
  }
  return sealed;
}

/** The first key is made when it is needed, and another one when the installation's secret was changed. */
async function firstKey(tx: ScopedTx, origin: string | null, at: string): Promise<LogKey> {
  await addLogKey(tx, origin, at);
  const key = await newestLogKey(tx);
  if (!key) throw new Error("a key that was just made cannot be opened");
  return key;
}
