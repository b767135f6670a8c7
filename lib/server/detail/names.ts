import { inArray, or } from "drizzle-orm";
import type { ScopedTx } from "../../../db/client.ts";
import { desks, organisations } from "../../../db/schema/configuration.ts";
import { people } from "../../../db/schema/people.ts";
import type { Finding } from "../../policy/evaluate.ts";
import type { Regime } from "../../policy/pack.ts";
import type { RequestDetail } from "../request-detail.ts";

/** The names of people, and of organisations: those that take part, and those whose desks decide. */
export async function namesOf(tx: ScopedTx, personIds: readonly (string | null)[], organisationIds: readonly string[], deskIds: readonly string[]): Promise<Omit<RequestDetail["names"], "steps">> {
  const ids = [...new Set(personIds.filter((id): id is string => id !== null && id !== ""))];
  const deciding = deskIds.length === 0 ? undefined : inArray(organisations.id, tx.select({ id: desks.organisation }).from(desks).where(inArray(desks.id, [...new Set(deskIds)])));
  const [persons, found] = await Promise.all([
    ids.length === 0 ? [] : tx.select({ id: people.id, name: people.name }).from(people).where(inArray(people.id, ids)),
    tx.select({ id: organisations.id, names: organisations.names }).from(organisations).where(or(inArray(organisations.id, [...new Set(organisationIds)]), deciding)),
  ]);
  return { people: Object.fromEntries(persons.map(({ id, name }) => [id, name])), organisations: Object.fromEntries(found.map(({ id, names }) => [id, names])) };
}

/** The regimes that a page about these findings may name: themselves, and what they replace or ease. */
export function regimesNamed(regimes: ReadonlyMap<string, Regime>, findings: readonly Finding[]): RequestDetail["regimes"] {
  const own = findings.flatMap(({ id }) => regimes.get(id) ?? []);
  const others = own.flatMap(({ substitutes, facilitates }) => [...substitutes, ...facilitates].flatMap((id) => regimes.get(id) ?? []));
  return Object.fromEntries([...own, ...others].map((regime) => [regime.id, regime]));
}
