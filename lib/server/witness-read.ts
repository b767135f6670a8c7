import { v7 as newId } from "uuid";
import { asActor, asReader } from "../../db/client.ts";
import { readingPlace } from "../../db/queries/reading-place.ts";
import { keepReadings } from "../../db/reads.ts";
import type { Actor } from "../access/actor.ts";
import { capacityOf } from "../access/capacity.ts";
import { type Clock, realClock } from "./clock.ts";

/**
 * Writes down that somebody reads papers of a request, and as what, before they get them: each page, key, bundle or export that
 * hands papers out calls this. `null` is the request itself. The capacity is worked out here from their place in the case.
 * Answers whether they may: somebody with no place in it has nothing to read, and what is not written down is not handed out.
 */
export async function witnessRead(actor: Actor, requestId: string, papers: readonly (string | null)[], clock: Clock = realClock): Promise<boolean> {
  if (actor.kind !== "person") return false;
  const place = await asReader(actor, (tx) => readingPlace(tx, actor, requestId));
  const why = place && capacityOf(place);
  if (!why) return false;
  const at = clock().toISOString();
  const { capacity, desk, step: stepId, access: accessId } = why;
  await asActor(actor, (tx) => keepReadings(tx, papers.map((documentId) => ({ requestId, id: newId(), documentId, person: actor.id, at, capacity, desk, stepId, accessId }))));
  return true;
}

/** The same for whoever sees the request by break-glass alone: each look at it is written down, also where no paper is opened. */
export async function witnessGlass(actor: Actor, requestId: string, clock: Clock = realClock): Promise<void> {
  if (actor.kind !== "person" || actor.opened === undefined) return;
  const place = await asReader(actor, (tx) => readingPlace(tx, actor, requestId));
  if (place && capacityOf(place)?.capacity === "breakGlass") await witnessRead(actor, requestId, [null], clock);
}
