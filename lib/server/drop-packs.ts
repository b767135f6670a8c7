import { asReader } from "../../db/client.ts";
import { packsInEdition } from "../../db/config.ts";
import type { PersonActor } from "../access/actor.ts";
import { refusal } from "../request/refusal.ts";
import { publish } from "./publish.ts";

/** Publishes an edition without these packs. What was submitted under them keeps them; a shipped one stays out at later starts too. */
export async function dropPacks(actor: PersonActor, ids: readonly string[]): ReturnType<typeof publish> {
  const current = await asReader(actor, packsInEdition);
  const unknown = ids.flatMap((id, at) => (current.some((entry) => entry.id === id) ? [] : [refusal("unknownPack", { pack: id }, String(at))]));
  return unknown.length > 0 ? { refusals: unknown } : publish(actor, [{ of: "edition", packs: current.filter(({ id }) => !ids.includes(id)) }]);
}
