import { and, eq, inArray, or } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { emailAddress } from "../../lib/access/email-address.ts";
import type { Text } from "../../lib/language.ts";
import { asReader } from "../client.ts";
import { organisations } from "../schema/configuration.ts";
import { people } from "../schema/people.ts";

export type NamedPerson = { readonly id: string; readonly email: string; readonly name: string; readonly organisation: Text | null };

/** The active people with these ids or addresses, and where they work: who is named, said in full before anybody relies on it. */
export async function namedPeople(actor: Actor, { ids = [], emails = [] }: { readonly ids?: readonly string[]; readonly emails?: readonly string[] }): Promise<NamedPerson[]> {
  const addresses = emails.flatMap((email) => emailAddress(email) ?? []);
  if (ids.length === 0 && addresses.length === 0) return [];
  const either = or(...(ids.length > 0 ? [inArray(people.id, [...ids])] : []), ...(addresses.length > 0 ? [inArray(people.email, addresses)] : []));
  return asReader(actor, (tx) =>
    tx
      .select({ id: people.id, email: people.email, name: people.name, organisation: organisations.names })
      .from(people)
      .leftJoin(organisations, eq(organisations.id, people.organisation))
      .where(and(eq(people.active, true), either)),
  );
}
