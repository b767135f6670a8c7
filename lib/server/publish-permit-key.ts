import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { keepSecret } from "../../db/permit-credentials.ts";
import { type Clock, realClock } from "./clock.ts";
import { newestSigningKey, newKeyPair, type SigningKey } from "./permit-keys.ts";

/**
 * Makes a key that signs from now on, on record like any change of the set-up. Older ones stay published, and what they signed goes on
 * verifying. Answers its id.
 */
export async function publishPermitKey(clock: Clock = realClock): Promise<string> {
  const { kid, x, sealed } = await newKeyPair();
  await asActor({ kind: "system" }, async (tx) => {
    await keepChange(tx, { of: "permit-key", id: kid, x }, { actor: { system: true }, at: clock().toISOString() });
    await keepSecret(tx, kid, sealed);
  });
  return kid;
}

/** What signs now. The first key is made when it is needed, once in a process; two servers at once make two, and both are published. */
export async function signingKey(clock: Clock = realClock): Promise<SigningKey> {
  const newest = await newestSigningKey();
  if (newest) return newest;
  making ??= publishPermitKey(clock).finally(() => (making = undefined));
  await making;
  const made = await newestSigningKey();
  if (!made) throw new Error("a key that was just made cannot be opened");
  return made;
}

let making: Promise<string> | undefined;
