import { wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "log-keys list|rotate [--compromised] [--json]";
export const summary = "lists the public keys of seals; rotate makes a new one that signs from now on, and what older ones signed goes on verifying; with --compromised, the older ones count only for what they have sealed so far";
export const needs = "schema";

export default async function logKeys(args: readonly string[], io: Io): Promise<number> {
  const { json = false, compromised = false } = readOptions(args, { json: { type: "boolean" }, compromised: { type: "boolean" } }, true);
  const [what, ...more] = args.filter((one) => !one.startsWith("--"));
  if ((what !== "list" && what !== "rotate") || more.length > 0 || (compromised && what === "list")) throw wrongUsage(`usage: ${usage}`);
  if (what === "rotate") {
    const { rotateLogKey } = await import("../../lib/server/publish-log-key.ts");
    const { sealAll } = await import("../../lib/server/sealer.ts");
    const id = await rotateLogKey({ compromised });
    // The new key signs the log with its own beginning in it at once.
    await sealAll();
    if (json) io.json({ id });
    else io.line(`${id} signs from now on; the keys before it stay published${compromised ? ", and count only for what they have sealed so far" : ""}`);
    return 0;
  }
  const { logPublicKeys } = await import("../../db/queries/log-keys.ts");
  const { publishedLogKey } = await import("../../lib/server/log-keys.ts");
  for (const key of (await logPublicKeys()).map(publishedLogKey)) {
    if (json) io.json(key);
    else io.line([key.id, key.createdAt, key.verifier, ...(key.until === null ? [] : [`counts up to ${key.until} events`])].join("\t"));
  }
  return 0;
}
