import { asReader } from "../../db/client.ts";
import type { Actor } from "../access/actor.ts";
import type { Regime } from "../policy/pack.ts";
import { rulebookInForce } from "./policy.ts";

/** What an authority can grant for more than one request, by the rules in force: also those that an installation published itself. */
export async function grantableRegimes(actor: Actor): Promise<readonly Regime[]> {
  const { regimes } = await asReader(actor, rulebookInForce);
  return [...regimes.values()].filter(({ type }) => type === "permit" || type === "filing" || type === "document");
}
