import { inArray, or } from "drizzle-orm";
import type { ScopedTx } from "../../../db/client.ts";
import { among, prepared } from "../../../db/prepared.ts";
import { peopleNames } from "../../../db/queries/people-names.ts";
import { desks, organisations } from "../../../db/schema/configuration.ts";
import type { Finding } from "../../policy/evaluate.ts";
import type { Regime } from "../../policy/pack.ts";
import type { RequestDetail } from "../request-detail.ts";

/** The names of people, and of organisations: those that take part, and those whose desks decide. */
export async function namesOf(tx: ScopedTx, personIds: readonly (string | null)[], organisationIds: readonly string[], deskIds: readonly string[]): Promise<Omit<RequestDetail["names"], "steps">> {
  const [persons, found] = await Promise.all([
    peopleNames(tx, personIds),
    organisationsTakingPart(tx, { ids: [...new Set(organisationIds)], desks: [...new Set(deskIds)] }),
  ]);
  return { people: persons, organisations: Object.fromEntries(found.map(({ id, names }) => [id, names])) };
}

const organisationsTakingPart = prepared((on) =>
  on
    .select({ id: organisations.id, names: organisations.names })
    .from(organisations)
    .where(or(among(organisations.id, "ids"), inArray(organisations.id, on.select({ id: desks.organisation }).from(desks).where(among(desks.id, "desks"))))),
);

/** The regimes that a page about these findings may name: themselves, and what they replace or ease. */
export function regimesNamed(regimes: ReadonlyMap<string, Regime>, findings: readonly Finding[]): RequestDetail["regimes"] {
  const own = findings.flatMap(({ id }) => regimes.get(id) ?? []);
  const others = own.flatMap(({ substitutes, facilitates }) => [...substitutes, ...facilitates].flatMap((id) => regimes.get(id) ?? []));
  return Object.fromEntries([...own, ...others].map((regime) => [regime.id, regime]));
}
