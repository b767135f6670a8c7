import { wrongUsage } from "../failure.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "permit-keys list|rotate [--json]";
export const summary = "lists the public keys of permits' signatures, the one that signs first; rotate makes a new one that signs from now on, and what older ones signed goes on verifying";
export const needs = "schema";

export default async function permitKeys(args: readonly string[], io: Io): Promise<number> {
  const { json = false } = readOptions(args, { json: { type: "boolean" } }, true);
  const [what, ...more] = args.filter((one) => !one.startsWith("--"));
  if ((what !== "list" && what !== "rotate") || more.length > 0) throw wrongUsage(`usage: ${usage}`);
  if (what === "rotate") {
    const { publishPermitKey } = await import("../../lib/server/publish-permit-key.ts");
    const kid = await publishPermitKey();
    if (json) io.json({ kid });
    else io.line(`${kid} signs from now on; the keys before it stay published`);
    return 0;
  }
  const { permitPublicKeys } = await import("../../db/queries/permit-keys.ts");
  const { newestSigningKey, published } = await import("../../lib/server/permit-keys.ts");
  const [keys, newest] = [await permitPublicKeys(), await newestSigningKey()];
  for (const key of keys) {
    const signs = key.id === newest?.kid;
    if (json) io.json({ ...published(key), createdAt: key.createdAt, signs });
    else io.line([key.id, key.createdAt, ...(signs ? ["signs"] : [])].join("\t"));
  }
  return 0;
}
