import { randomBytes } from "node:crypto";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { logKeysKept } from "../../db/queries/log-keys.ts";
import { awaitTree, keepLogSecret, nameLog } from "../../db/seal.ts";
import { type Clock, realClock } from "./clock.ts";
import { newLogKey } from "./log-keys.ts";
import { settings } from "./settings.ts";

/** Makes a key that signs seals from now on, on record like any change of the set-up; the first gives the log its name. The caller holds the tree's lock. */
export async function addLogKey(tx: ScopedTx, origin: string | null, at: string): Promise<string> {
  const name = origin ?? newOrigin();
  if (origin === null) await nameLog(tx, name);
  const { sealed, ...row } = await newLogKey(name);
  await keepChange(tx, { of: "log-key", ...row, until: null }, { actor: { system: true }, at });
  await keepLogSecret(tx, row.id, sealed);
  return row.id;
}

/**
 * Makes a new key. With `compromised`, the keys before it count only for seals up to the size that the log has now: whoever has stolen one can
 * sign nothing more that counts, and what was sealed goes on verifying. Answers the id of the new one.
 */
export async function rotateLogKey({ compromised }: { readonly compromised: boolean }, clock: Clock = realClock): Promise<string> {
  return asActor({ kind: "system" }, async (tx) => {
    const at = clock().toISOString();
    const { origin, size } = await awaitTree(tx);
    const earlier = compromised ? (await logKeysKept(tx)).filter(({ until }) => until === null) : [];
    for (const { id, name, x } of earlier) await keepChange(tx, { of: "log-key", id, name, x, until: size }, { actor: { system: true }, at });
    return addLogKey(tx, origin, at);
  });
}

/** Hosts change and are shared by trials: a part by chance tells two logs apart. */
function newOrigin(): string {
  return `${new URL(settings().PUBLIC_URL).host}/log/${randomBytes(6).toString("hex")}`;
}
