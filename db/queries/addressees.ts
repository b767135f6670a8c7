import { and, eq, gte, inArray, lte, sql } from "drizzle-orm";
import type { ScopedTx } from "../client.ts";
import type { headship } from "../../lib/access/heads.ts";
import type { StandIn } from "../../lib/access/stand-in.ts";
import { grants, people, roles, standIns } from "../schema/people.ts";
import { knownStandIns } from "./stand-ins.ts";

/** Who decides at these desks now, by desk: active people whose role there lets them; or, by another permission, who heads them. */
export async function decidersAt(tx: ScopedTx, desks: readonly string[], permission: "step.decide" | typeof headship = "step.decide"): Promise<ReadonlyMap<string, readonly string[]>> {
  if (desks.length === 0) return new Map();
  const rows = await tx
    .selectDistinct({ desk: grants.scopeId, person: people.id })
    .from(grants)
    .innerJoin(roles, and(eq(roles.id, grants.role), sql`${permission} = any (${roles.permissions})`))
    .innerJoin(people, and(eq(people.id, grants.personId), eq(people.active, true)))
    .where(and(eq(grants.scopeKind, "desk"), inArray(grants.scopeId, [...new Set(desks)])))
    .orderBy(grants.scopeId, people.id);
  return new Map(desks.map((desk) => [desk, rows.filter((row) => row.desk === desk).map(({ person }) => person)]));
}

/** Active people who administer one of these organisations. */
export async function administratorsOf(tx: ScopedTx, organisations: readonly string[]): Promise<readonly string[]> {
  if (organisations.length === 0) return [];
  const rows = await tx
    .selectDistinct({ person: people.id })
    .from(grants)
    .innerJoin(roles, and(eq(roles.id, grants.role), sql`'people.manage' = any (${roles.permissions})`))
    .innerJoin(people, and(eq(people.id, grants.personId), eq(people.active, true)))
    .where(and(eq(grants.scopeKind, "organisation"), inArray(grants.scopeId, [...organisations])))
    .orderBy(people.id);
  return rows.map(({ person }) => person);
}

/** Those of some organisations that an active person administers. */
export async function administeredAmong(tx: ScopedTx, organisations: readonly string[]): Promise<ReadonlySet<string>> {
  if (organisations.length === 0) return new Set();
  const rows = await tx
    .selectDistinct({ organisation: grants.scopeId })
    .from(grants)
    .innerJoin(roles, and(eq(roles.id, grants.role), sql`'people.manage' = any (${roles.permissions})`))
    .innerJoin(people, and(eq(people.id, grants.personId), eq(people.active, true)))
    .where(and(eq(grants.scopeKind, "organisation"), inArray(grants.scopeId, [...organisations])));
  return new Set(rows.map(({ organisation }) => organisation));
}

/** Active people who propose and approve workflows: over everything and in their own right. */
export async function policyKeepers(tx: ScopedTx) {
  const { id, name, email, language } = people;
  return tx
    .selectDistinct({ id, name, email, language })
    .from(people)
    .innerJoin(grants, and(eq(grants.personId, people.id), eq(grants.scopeKind, "everything")))
    .innerJoin(roles, and(eq(roles.id, grants.role), sql`'policy.publish' = any (${roles.permissions})`))
    .where(eq(people.active, true))
    .orderBy(people.id);
}

/** The stand-ins that run on a day for one of these people, as long as they have an account. */
export async function standingInFor(tx: ScopedTx, persons: readonly string[], today: string): Promise<readonly StandIn[]> {
  return persons.length === 0 ? [] : knownStandIns(tx, and(inArray(standIns.personId, [...persons]), sql`exists (select from ${people} where ${people.id} = ${standIns.personId} and ${people.active})`, eq(standIns.ended, false), lte(standIns.fromDay, today), gte(standIns.untilDay, today)));
}

/** Where and in which language somebody is told; null when they have left. */
export async function addressOf(tx: ScopedTx, person: string) {
  const { id, name, email, language } = people;
  const [row] = await tx.select({ id, name, email, language }).from(people).where(and(eq(people.id, person), eq(people.active, true)));
  return row ?? null;
}
