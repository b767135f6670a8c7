import { and, asc, eq, sql } from "drizzle-orm";
import type { PersonActor } from "../../lib/access/actor.ts";
import type { Text } from "../../lib/language.ts";
import { asReader } from "../client.ts";
import { given, prepared } from "../prepared.ts";
import { referrals, requests, steps } from "../schema/requests.ts";
import { peopleNames } from "./people-names.ts";
import { pinnedSteps, stepName } from "./step-names.ts";

export type AdviceAsked = { readonly request: string; readonly title: string; readonly step: Text; readonly by: string; readonly at: string; readonly due: string | null };

/** The questions of officers that a person has not answered, at steps that are still to be decided; what is wanted first on top. */
export async function adviceAsked(actor: PersonActor): Promise<readonly AdviceAsked[]> {
  return asReader(actor, async (tx) => {
    const rows = await openFor(tx, { person: actor.id });
    if (rows.length === 0) return [];
    const [names, define] = await Promise.all([peopleNames(tx, rows.map(({ by }) => by)), pinnedSteps(tx, rows)]);
    return rows.map(({ request, title, step, by, at, due, ...pinned }) => ({ request, title: title ?? "", step: stepName(define(pinned, step), step), by: names[by ?? ""] ?? "", at, due }));
  });
}

const openFor = prepared((on) =>
  on
    .select({ request: requests.requestId, title: requests.title, step: referrals.stepId, by: referrals.by, at: referrals.at, due: referrals.due, workflowId: requests.workflowId, workflowVersion: requests.workflowVersion })
    .from(referrals)
    .innerJoin(requests, eq(requests.requestId, referrals.requestId))
    .innerJoin(steps, and(eq(steps.requestId, referrals.requestId), eq(steps.stepId, referrals.stepId)))
    .where(and(eq(referrals.person, given("person")), eq(referrals.status, "open"), eq(steps.status, "open")))
    .orderBy(sql`${referrals.due} nulls last`, asc(referrals.at), asc(requests.requestId), asc(referrals.referralId))
    .limit(50),
);
