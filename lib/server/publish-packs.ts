import { asReader } from "../../db/client.ts";
import { packsInEdition } from "../../db/config.ts";
import type { Change } from "../access/configuration.ts";
import type { PersonActor } from "../access/actor.ts";
import { contentDigest } from "../audit/content-digest.ts";
import type { Pack } from "../policy/pack.ts";
import { publish } from "./publish.ts";

/** Publishes packs and an edition in which they stand in place of whatever had their ids; they count from then on. What is no pack is refused. */
export async function publishPacks(actor: PersonActor, given: readonly unknown[]): ReturnType<typeof publish> {
  // Publishing says what is wrong with them; until then they only need names.
  const packs = given.map((one) => (typeof one === "object" && one !== null ? one : {}) as Pack);
  const current = await asReader(actor, packsInEdition);
  const stay = current.filter(({ id }) => !packs.some((pack) => pack.id === id));
  const entries = [...stay, ...packs.map((pack) => ({ id: String(pack.id), version: String(pack.version), digest: contentDigest(pack), shipped: false }))];
  return publish(actor, [...packs.map((pack): Change => ({ of: "pack", pack })), { of: "edition", packs: entries }]);
}
