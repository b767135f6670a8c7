import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { z } from "zod";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { organisationHolds, organisations } from "../../db/schema/configuration.ts";
import type { PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { Line, Words } from "../request/commands/shared.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type KeepingRule, keepingRules } from "../retention/keeping.ts";
import { type Clock, realClock } from "./clock.ts";
import { publisher } from "./publish.ts";

/** How long an organisation keeps what it is asked to keep, by rule, and whether what is due is erased by itself. */
export const RetentionForm = z.strictObject({ organisation: z.string().min(1).max(60), years: z.record(z.string().max(60), z.number().int().positive().max(200)), automatic: z.boolean() });
/** A hold on everything of an organisation. */
export const OrganisationHold = z.strictObject({ organisation: z.string().min(1).max(60), authority: Line, reason: Words });

type Outcome = { readonly refusals: readonly Refusal[] } | { readonly id: string } | { readonly notFound: true };

/** Sets an organisation's years, never fewer than a rule's own; on record like any change of the set-up. */
export async function publishRetention(actor: PersonActor, { organisation, years, automatic }: z.infer<typeof RetentionForm>, clock: Clock = realClock): Promise<Outcome> {
  return asActor({ kind: "system" }, async (tx) => {
    if (!(await organisationAt(tx, organisation)) || !can(actor, "record.erase", { organisations: [organisation] })) return { notFound: true };
    const against = Object.entries(years).flatMap(([id, asked]) => {
      const rule = (keepingRules as readonly KeepingRule[]).find((one) => one.id === id);
      if (!rule) return [refusal("unknownRule", { rule: id }, `years.${id}`)];
      return asked < rule.years ? [refusal("keptTooShort", { rule: id, years: rule.years }, `years.${id}`)] : [];
    });
    if (against.length > 0) return { refusals: against };
    await keepChange(tx, { of: "retention", id: organisation, years, automatic }, { actor: publisher(actor), at: clock().toISOString() });
    return { id: organisation };
  });
}

/** Keeps everything of an organisation as it is, whatever the law would have erased. */
export async function placeOrganisationHold(actor: PersonActor, { organisation, authority, reason }: z.infer<typeof OrganisationHold>, clock: Clock = realClock): Promise<Outcome> {
  return asActor({ kind: "system" }, async (tx) => {
    const at = clock().toISOString();
    const [row] = await tx.select({ id: organisations.id, jurisdiction: organisations.jurisdiction }).from(organisations).where(eq(organisations.id, organisation)).for("update");
    if (!row || !mayHold(actor, row)) return { notFound: true };
    const id = newId();
    await keepChange(tx, { of: "hold", id, organisation, authority, reason, placedBy: actor.id, placedAt: at, liftedBy: null, liftedAt: null, liftedBecause: null }, { actor: publisher(actor), at });
    return { id };
  });
}

/** Ends it; whoever does erases nothing of the organisation afterwards. */
export async function liftOrganisationHold(actor: PersonActor, id: string, reason: string, clock: Clock = realClock): Promise<Outcome> {
  if (!z.uuid().safeParse(id).success) return { notFound: true };
  return asActor({ kind: "system" }, async (tx) => {
    const at = clock().toISOString();
    const [row] = await tx.select().from(organisationHolds).where(eq(organisationHolds.id, id)).for("update");
    const of = row && (await organisationAt(tx, row.organisation));
    if (!row || !of || !mayHold(actor, of)) return { notFound: true };
    if (row.liftedAt !== null) return { refusals: [refusal("noHold")] };
    await keepChange(tx, { of: "hold", ...row, liftedBy: actor.id, liftedAt: at, liftedBecause: reason }, { actor: publisher(actor), at });
    return { id };
  });
}

type Organisation = { readonly id: string; readonly jurisdiction: string };

async function organisationAt(tx: ScopedTx, id: string): Promise<Organisation | null> {
  const [row] = await tx.select({ id: organisations.id, jurisdiction: organisations.jurisdiction }).from(organisations).where(eq(organisations.id, id));
  return row ?? null;
}

function mayHold(actor: PersonActor, { id, jurisdiction }: Organisation): boolean {
  return can(actor, "record.hold", { organisations: [id], jurisdictions: [jurisdiction] });
}
