import { and, eq } from "drizzle-orm";
import { asReader } from "../../../db/client.ts";
import { grants, people } from "../../../db/schema/people.ts";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { personActor } from "../../../lib/server/person.ts";
import { publish } from "../../../lib/server/publish.ts";
import { publishDeskRule } from "../../../lib/server/publish-desk.ts";
import { publishStandIn } from "../../../lib/server/publish-stand-in.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

/** Somebody of the demonstration, as they are now: grants change while a world is made. */
export async function person(email: string): Promise<PersonActor> {
  const found = await personActor(email);
  if (!found) throw new Error(`nobody has ${email}`);
  return found;
}

/** The address of somebody who decides at a desk. */
export async function staffOf(desk: string): Promise<string> {
  const [found] = await asReader({ kind: "system" }, (tx) => tx.select({ email: people.email }).from(grants).innerJoin(people, eq(people.id, grants.personId)).where(and(eq(grants.scopeKind, "desk"), eq(grants.scopeId, desk), eq(people.active, true))).orderBy(people.email).limit(1));
  if (!found) throw new Error(`nobody is at ${desk}`);
  return found.email;
}

/** Gives somebody a desk more. */
export async function joins(email: string, desk: string): Promise<void> {
  const actor = await person(email);
  const held = actor.grants.filter((one) => one.for === undefined).map(({ role, scope }) => ({ role, scope }));
  if (held.some(({ scope }) => scope.kind === "desk" && scope.id === desk)) return;
  await publish({ kind: "system" }, [{ of: "grants", person: actor.id, grants: [...held, { role: "desk-officer", scope: { kind: "desk", id: desk } }] }]);
}

/** Samples are signed off by vote from now on, and where advice is asked anybody may give it. */
export async function letMembersVote(): Promise<void> {
  const steps = sampleWorkflow.steps.map((step) => (step.id === "sign-off" ? { ...step, mode: { vote: { present: 2, carries: "majority", veto: false, casting: true } } as const } : step));
  await publish({ kind: "system" }, [{ of: "workflow", kind: "sample", definition: { ...sampleWorkflow, version: sampleWorkflow.version + 1, steps } }]);
}

/** From now on a desk decides without names. */
export async function hideOfficers(desk: string): Promise<void> {
  const [organisation = ""] = desk.split(".");
  must(await publishDeskRule(await person(`admin@${organisation}.example`), { desk, allot: null, hidesOfficers: true }));
}

/** Gives somebody another name. */
export async function renamed(email: string, name: string): Promise<void> {
  const { id, language, organisation } = await person(email);
  await publish({ kind: "system" }, [{ of: "person", id, email, name, language, organisation, active: true }]);
}

/** Somebody stands in for an officer, from today on; why is the officer's to know, and their head's. */
export async function standsInFor(away: string, by: string, reason: string): Promise<void> {
  const today = dayOf(new Date());
  must(await publishStandIn(await person(away), { by, from: today, until: addDays(today, 20), desks: [], reason }));
}

/** What a world is made of has to succeed. */
export function must(answer: object): void {
  if ("refusals" in answer || "problems" in answer || "notFound" in answer) throw new Error(JSON.stringify(answer));
}
