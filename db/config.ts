import { and, desc, eq, gt, inArray, isNull, lte, notInArray, or, sql } from "drizzle-orm";
import type { EditionEntry } from "../lib/access/configuration.ts";
import { emailAddress } from "../lib/access/email-address.ts";
import type { Kind } from "../lib/policy/pack.ts";
import type { Context } from "../lib/request/context.ts";
import type { DeskFunction } from "../lib/workflow/definition.ts";
import type { PlanDesk } from "../lib/workflow/plan.ts";
import type { ScopedTx } from "./client.ts";
import { configurationId, configurationStream } from "./configure.ts";
import { among, given, prepared } from "./prepared.ts";
import { desks, editions, organisations, packs, workflows } from "./schema/configuration.ts";
import { people, roles } from "./schema/people.ts";
import { events } from "./schema/record.ts";

export type Organisation = typeof organisations.$inferSelect;

/** An organisation of ours by its id or its ROR. */
export async function organisationByIdOrRor(tx: ScopedTx, named: string): Promise<Organisation | null> {
  const [found] = await organisationNamed(tx, { named });
  return found ?? null;
}

const organisationNamed = prepared((on) =>
  on
    .select()
    .from(organisations)
    .where(or(eq(organisations.id, given("named")), eq(organisations.ror, given("named")))),
);

/** The desks of these organisations, and every desk that runs a programme, with the active people who staff each. */
export async function desksFor(tx: ScopedTx, ids: readonly string[]): Promise<PlanDesk[]> {
  return desksOrProgrammes(tx, { ids });
}

const desksOrProgrammes = prepared((on) => {
  // Written out: in a question about one table its columns would stand there without its name.
  const staff = sql<string[]>`array(select distinct g.person_id::text from grants g join people p on p.id = g.person_id and p.active where g.scope_kind = 'desk' and g.scope_id = desks.id order by 1)`;
  const { id, organisation, function: does, programmes } = desks;
  return on
    .select({ id, organisation, function: does, programmes, staff })
    .from(desks)
    .where(or(among(organisation, "ids"), eq(does, "programme")))
    .orderBy(id);
});

/** The organisations that have a desk of other functions than these. */
export async function organisationsWithDesks(tx: ScopedTx, except: readonly DeskFunction[]): Promise<Pick<Organisation, "id" | "jurisdiction">[]> {
  return tx
    .selectDistinct({ id: organisations.id, jurisdiction: organisations.jurisdiction })
    .from(organisations)
    .innerJoin(desks, eq(desks.organisation, organisations.id))
    .where(notInArray(desks.function, [...except]))
    .orderBy(organisations.id);
}

/** Desks of control-point officers. */
export async function checkpointDesks(tx: ScopedTx): Promise<Context["checkpoints"]> {
  return desksAtPoints(tx, {});
}

const desksAtPoints = prepared((on) => on.select({ desk: desks.id, controlPoints: desks.controlPoints }).from(desks).where(eq(desks.function, "checkpoint")));

/** The id of the active person with this address. */
export async function personByEmail(tx: ScopedTx, email: string): Promise<string | null> {
  const address = emailAddress(email);
  if (address === undefined) return null;
  const [found] = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.email, address), eq(people.active, true)));
  return found?.id ?? null;
}

/** The workflow of a kind on a day: the newest version that has taken effect. */
export async function workflowInForce(tx: ScopedTx, kind: Kind, today: string): Promise<Context["workflow"]> {
  const [found] = await newestWorkflow(tx, { kind, today });
  return found ?? null;
}

/** One version of the workflow of a kind, as a running case pinned it. */
export async function workflowPinned(tx: ScopedTx, kind: Kind, version: number): Promise<Context["workflow"]> {
  const [found] = await pinnedWorkflow(tx, { kind, version });
  return found ?? null;
}

/** The same for moving a case to it: a version that is still to come takes none. */
export async function workflowTakenUp(tx: ScopedTx, kind: Kind, version: number, today: string): Promise<Context["workflow"]> {
  const [found] = await workflowOnDay(tx, { kind, version, today });
  return found ?? null;
}

/** The newest version of each kind's workflow that has taken effect by a day, without the definitions. */
export async function newestVersions(tx: ScopedTx, today: string): Promise<{ readonly kind: string; readonly version: number; readonly digest: string }[]> {
  return newestOfEach(tx, { today });
}

/** The newest versions of a kind's workflow after one of them that have taken effect by a day. */
export async function laterVersions(tx: ScopedTx, kind: Kind, version: number, today: string): Promise<number[]> {
  return (await laterOf(tx, { kind, version, today })).map((one) => one.version);
}

const { definition, digest } = workflows;
const inEffect = () => or(isNull(workflows.effectiveFrom), lte(workflows.effectiveFrom, given("today")));
const laterOf = prepared((on) =>
  on
    .select({ version: workflows.version })
    .from(workflows)
    .where(and(eq(workflows.kind, given("kind")), gt(workflows.version, given("version")), inEffect()))
    .orderBy(desc(workflows.version))
    .limit(5),
);
const newestWorkflow = prepared((on) =>
  on
    .select({ definition, digest })
    .from(workflows)
    .where(and(eq(workflows.kind, given("kind")), inEffect()))
    .orderBy(desc(workflows.version))
    .limit(1),
);
const newestOfEach = prepared((on) => on.selectDistinctOn([workflows.kind], { kind: workflows.kind, version: workflows.version, digest }).from(workflows).where(inEffect()).orderBy(workflows.kind, desc(workflows.version)));
const pinnedWorkflow = prepared((on) =>
  on
    .select({ definition, digest })
    .from(workflows)
    .where(and(eq(workflows.kind, given("kind")), eq(workflows.version, given("version")))),
);
const workflowOnDay = prepared((on) =>
  on
    .select({ definition, digest })
    .from(workflows)
    .where(and(eq(workflows.kind, given("kind")), eq(workflows.version, given("version")), inEffect())),
);

/** The published workflow versions, as `id@version`. */
export async function workflowsPublished(tx: ScopedTx): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ id: workflows.id, version: workflows.version }).from(workflows);
  return new Set(rows.map(({ id, version }) => `${id}@${version}`));
}

/** The digests of every workflow version that was ever published. */
export async function workflowDigests(tx: ScopedTx): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ digest: workflows.digest }).from(workflows);
  return new Set(rows.map(({ digest }) => digest));
}

/** Which edition is in force, without its list; none before the first was published. */
export async function newestEdition(tx: ScopedTx): Promise<{ readonly number: number; readonly digest: string } | null> {
  const [newest] = await lastEdition(tx, {});
  return newest ?? null;
}

const lastEdition = prepared((on) => on.select({ number: editions.number, digest: editions.digest }).from(editions).orderBy(desc(editions.number)).limit(1));

/** The packs of an edition, in order. */
export async function packsOfEdition(tx: ScopedTx, number: number): Promise<readonly EditionEntry[]> {
  const [found] = await tx.select({ packs: editions.packs }).from(editions).where(eq(editions.number, number));
  return found?.packs ?? [];
}

/** The packs of the edition in force, in order; none before the first was published. */
export async function packsInEdition(tx: ScopedTx): Promise<readonly EditionEntry[]> {
  const newest = await newestEdition(tx);
  return newest ? packsOfEdition(tx, newest.number) : [];
}

/** Every edition in order, and whether a person published it or the system did. */
export async function editionsPublished(tx: ScopedTx): Promise<readonly { readonly packs: readonly EditionEntry[]; readonly byPerson: boolean }[]> {
  const id = configurationId("edition");
  const by = and(eq(events.requestId, id), eq(events.stream, configurationStream(id)), eq(events.seq, editions.number));
  return tx.select({ packs: editions.packs, byPerson: sql<boolean>`${events.actor} ? 'person'` }).from(editions).innerJoin(events, by).orderBy(editions.number);
}

/** The roles that there are, each with what it lets do and whether a person had the last word on it. */
export async function rolesPublished(tx: ScopedTx): Promise<readonly { readonly id: string; readonly permissions: readonly string[]; readonly byPerson: boolean }[]> {
  const rows = await tx.select().from(roles);
  const ids = rows.map(({ id }) => configurationId(`role:${id}`));
  const last = await tx.selectDistinctOn([events.requestId], { id: events.requestId, byPerson: sql<boolean>`${events.actor} ? 'person'` }).from(events).where(inArray(events.requestId, ids)).orderBy(events.requestId, desc(events.seq));
  const byPerson = new Set(last.flatMap((one) => (one.byPerson ? [one.id] : [])));
  return rows.map((row, at) => ({ ...row, byPerson: byPerson.has(ids[at] ?? "") }));
}

/** The digests of every pack that was ever published. */
export async function packsPublished(tx: ScopedTx): Promise<ReadonlySet<string>> {
  const rows = await tx.select({ digest: packs.digest }).from(packs);
  return new Set(rows.map(({ digest }) => digest));
}

/** Published packs by digest, as they are kept. */
export async function packBodies(tx: ScopedTx, digests: readonly string[]): Promise<{ digest: string; body: unknown }[]> {
  return tx.select({ digest: packs.digest, body: packs.body }).from(packs).where(inArray(packs.digest, [...digests]));
}
