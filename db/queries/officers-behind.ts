import { and, eq, inArray, sql } from "drizzle-orm";
import type { Unnamed } from "../../lib/access/masked-names.ts";
import type { Language } from "../../lib/language.ts";
import { asReader } from "../client.ts";
import { streamOf } from "../log.ts";
import { desks as offices } from "../schema/configuration.ts";
import { grants, people, standIns } from "../schema/people.ts";
import { events } from "../schema/record.ts";

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

/** Who acted for these desks in a case, whether they still staff them or not, each with the desk. */
export async function officersWho(requestId: string, desks: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (desks.length === 0) return new Map();
  const [person, whom, desk] = [sql<string | null>`${events.actor} ->> 'person'`, sql<string | null>`${events.actor} ->> 'for'`, sql<string>`${events.actor} ->> 'desk'`];
  const rows = await asReader({ kind: "system" }, (tx) => tx.selectDistinct({ person, whom, desk }).from(events).where(and(eq(events.requestId, requestId), eq(events.stream, streamOf(requestId)), inArray(desk, [...desks]))));
  return new Map(rows.flatMap((row) => [row.person, row.whom].flatMap((one) => (one === null ? [] : [[one, row.desk] as const]))));
}

/** What these people are called: whoever else has such a name is not to be taken for one of them. */
export async function calledNames(persons: readonly string[]): Promise<readonly string[]> {
  if (persons.length === 0) return [];
  const rows = await asReader({ kind: "system" }, (tx) => tx.select({ name: people.name }).from(people).where(inArray(people.id, [...persons])));
  return rows.map(({ name }) => name);
}

/** What these people are called, and their desks, by which they are called instead. */
export async function unnamed(officers: ReadonlyMap<string, string>, language: Language): Promise<readonly Unnamed[]> {
  if (officers.size === 0) return [];
  return asReader({ kind: "system" }, async (tx) => {
    const [persons, places] = await Promise.all([
      tx.select({ id: people.id, name: people.name, email: people.email }).from(people).where(inArray(people.id, [...officers.keys()])),
      tx.select({ id: offices.id, names: offices.names }).from(offices).where(inArray(offices.id, [...new Set(officers.values())])),
    ]);
    const names = new Map(places.map(({ id, names: of }) => [id, of[language]]));
    return persons.map(({ id, name, email }) => ({ name, email, shownAs: names.get(officers.get(id) ?? "") ?? "" }));
  });
}
