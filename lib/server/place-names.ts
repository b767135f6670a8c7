import { eq, inArray } from "drizzle-orm";
import { asReader } from "../../db/client.ts";
import { desks, organisations } from "../../db/schema/configuration.ts";
import type { PersonActor } from "../access/actor.ts";
import { format } from "../format.ts";
import type { Language } from "../language.ts";

/** The names of a person's organisation, and of the organisations and desks they hold roles for, by id. */
export async function placeNames(actor: PersonActor, language: Language): Promise<Readonly<Record<string, string>>> {
  const ids = [...(actor.organisation === null ? [] : [actor.organisation]), ...actor.grants.flatMap(({ scope }) => (scope.kind === "everything" ? [] : [scope.id]))];
  if (ids.length === 0) return {};
  const rows = await asReader(actor, (tx) =>
    tx
      .select({ id: organisations.id, names: organisations.names })
      .from(organisations)
      .where(inArray(organisations.id, ids))
      .unionAll(tx.select({ id: desks.id, names: desks.names }).from(desks).where(inArray(desks.id, ids))),
  );
  return Object.fromEntries(rows.map(({ id, names }) => [id, names[language]]));
}

/** The names of desks, by id. */
export async function deskNames(actor: PersonActor, ids: readonly string[], language: Language): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = await asReader(actor, (tx) => tx.select({ id: desks.id, names: desks.names }).from(desks).where(inArray(desks.id, [...ids])));
  return Object.fromEntries(rows.map(({ id, names }) => [id, names[language]]));
}

/** The names of organisations, by id. */
export async function organisationNames(actor: PersonActor, ids: readonly string[], language: Language): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = await asReader(actor, (tx) => tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(inArray(organisations.id, [...ids])));
  return Object.fromEntries(rows.map(({ id, names }) => [id, names[language]]));
}

/** The names of desks with that of their institution, by id: several institutions have a desk of the same name. */
export async function desksInFull(actor: PersonActor, ids: readonly string[], language: Language): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = await asReader(actor, (tx) => tx.select({ id: desks.id, names: desks.names, within: organisations.names }).from(desks).innerJoin(organisations, eq(organisations.id, desks.organisation)).where(inArray(desks.id, [...ids])));
  return Object.fromEntries(rows.map(({ id, names, within }) => [id, format(language).within(names[language], within[language])]));
}
