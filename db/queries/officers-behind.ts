import { and, eq, inArray } from "drizzle-orm";
import { asReader } from "../client.ts";
import { grants, standIns } from "../schema/people.ts";

/** Who staffs these desks or stood in for their staff, each with the desk: stand-ins are nobody else’s to read, so the system does. */
export async function officersBehind(desks: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (desks.length === 0) return new Map();
  return asReader({ kind: "system" }, async (tx) => {
    const here = and(eq(grants.scopeKind, "desk"), inArray(grants.scopeId, [...desks]));
    const [staff, others] = await Promise.all([
      tx.select({ person: grants.personId, desk: grants.scopeId }).from(grants).where(here),
      tx.select({ person: standIns.standIn, desk: grants.scopeId }).from(standIns).innerJoin(grants, eq(grants.personId, standIns.personId)).where(here),
    ]);
    return new Map([...others, ...staff].map(({ person, desk }) => [person, desk]));
  });
}
