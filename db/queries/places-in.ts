import { and } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import type { Reader } from "../../lib/request/visibility.ts";
import type { ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { organisations } from "../schema/configuration.ts";
import { requests, steps } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";

/** A reader's place in each of some cases that they see, as `requestEvents` works it out for one. */
export async function placesIn(tx: ScopedTx, actor: Actor, ids: readonly string[]): Promise<ReadonlyMap<string, Omit<Reader, "isAuthor">>> {
  const { subjects } = subjectsOfActor(actor);
  const asked = [...new Set(ids)];
  const [cases, staffed, known] = await Promise.all([
    tx.select({ id: requests.requestId, from: requests.fromJurisdiction, to: requests.toJurisdiction, home: requests.home, host: requests.hostOrganisation }).from(requests).where(and(anyOf(requests.requestId, asked), visibleTo(tx, actor, requests.requestId))),
    tx.select({ id: steps.requestId, desk: steps.desk, side: steps.side }).from(steps).where(anyOf(steps.requestId, asked)),
    tx.select({ id: organisations.id, jurisdiction: organisations.jurisdiction }).from(organisations),
  ]);
  const jurisdictions = new Map(known.map(({ id, jurisdiction }) => [id, jurisdiction]));
  const own = staffed.filter(({ desk }) => subjects.includes(`desk:${desk}`));
  return new Map(cases.map(({ id, from, to, home, host }) => {
    const audited = [home, host].filter((party) => party !== null && subjects.includes(`audit:org:${party}`));
    const watches = (jurisdiction: string) => subjects.includes(`audit:jur:${jurisdiction}`) || audited.some((party) => jurisdictions.get(party ?? "") === jurisdiction);
    const [origin, destination] = [watches(from), watches(to)];
    const desks = own.filter((step) => step.id === id);
    return [id, { auditor: audited.length > 0 || origin || destination, desk: desks.length > 0, desks: desks.map(({ desk }) => desk), sides: [...desks.map(({ side }) => side), ...(origin ? ["origin"] : []), ...(destination ? ["destination"] : [])] }];
  }));
}
