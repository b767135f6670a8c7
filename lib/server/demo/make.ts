import { count } from "drizzle-orm";
import { asActor, asReader } from "../../../db/client.ts";
import { tellNothing } from "../../../db/outbox.ts";
import { credentials, people } from "../../../db/schema/people.ts";
import { dayOf } from "../../calendar/day.ts";
import type { Change } from "../../access/configuration.ts";
import type { PersonActor } from "../../access/actor.ts";
import { actorColumns, actorFrom } from "../person.ts";
import type { Text } from "../../language.ts";
import { controlPoint, controlPointName } from "../../place/control-points.ts";
import { hashPassword } from "../passwords.ts";
import { publish } from "../publish.ts";
import { sealAll } from "../sealer.ts";
import { publishShipped } from "../publish-shipped.ts";
import { standardRoleChanges } from "../standard-roles.ts";
import { tellClocks } from "../tell-clocks.ts";
import { warnOfExpiry } from "../worker.ts";
import { bodyDesks, controlPointOffices, demoControlPoints, institutionDesks, programmeDesk, sideOf } from "./desks.ts";
import { institutions, others } from "./organisations.ts";
import { demoPassword, demoPersons } from "./people.ts";
import { openAtNight } from "./glass.ts";
import { openDossiers } from "./dossiers.ts";
import { workOnPaper } from "./papers.ts";
import { play } from "./drive.ts";
import { reagentsByQuota, setQuotas } from "./quotas.ts";
import { stories } from "./stories.ts";

const system = { kind: "system" } as const;

/** Makes the demonstration world in an empty database: institutions, desks, people, and a year of requests played by commands. */
export async function makeDemonstration(): Promise<void> {
  if ((await headcount()) > 0) return;
  const begun = new Date(Date.now() - 380 * 86_400_000);
  await publishShipped(() => begun);
  await publish(system, [...installation(), { of: "workflow", kind: "reagent", definition: reagentsByQuota }], () => begun);
  await keepPasswords(begun.toISOString());
  const all = await actors();
  const byEmail = (email: string): PersonActor => {
    const found = all.find((person) => person.email === email);
    if (!found) throw new Error(`nobody has ${email}`);
    return found;
  };
  const today = dayOf(new Date());
  await setQuotas(byEmail, today, () => begun);
  const byTitle = new Map<string, string>();
  for (const story of stories.toSorted((a, b) => b.ago - a.ago)) {
    byTitle.set(story.title, await play(story, { all, byEmail }, today));
  }
  // What the clocks of a year have to say, and what ends soon, is said here, not by the worker minute after minute once it serves.
  while ((await tellClocks()) > 0);
  await warnOfExpiry();
  await openAtNight(byTitle, byEmail, today);
  // It is told as if it had been lived; nobody waits for a mail about it.
  await asActor(system, (tx) => tellNothing(tx, [...byTitle.values()]));
  await openDossiers(byTitle, byEmail, today);
  await workOnPaper(all, byEmail, today);
  await sealAll();
}

function installation(): Change[] {
  return [
    ...standardRoleChanges(),
    ...[...institutions, ...others].map((organisation): Change => ({ of: "organisation", ...organisation })),
    ...institutions.flatMap(({ id }) => institutionDesks.map((desk): Change => ({ of: "desk", id: `${id}.${desk.function}`, organisation: id, function: desk.function, names: desk.names, programmes: [], controlPoints: [] }))),
    { of: "desk", id: programmeDesk.id, organisation: "hetao", function: "programme", names: programmeDesk.names, programmes: [...programmeDesk.programmes], controlPoints: [] },
    ...bodyDesks.map((desk): Change => ({ of: "desk", ...desk, programmes: [...desk.programmes], controlPoints: [] })),
    ...demoControlPoints.map((point): Change => ({ of: "desk", id: `cp.${point}`, organisation: controlPointOffices[sideOf(point)], function: "checkpoint", names: nameOf(point), programmes: [], controlPoints: [point] })),
    ...demoPersons.map(({ id, email, name, language, organisation }): Change => ({ of: "person", id, email, name, language, organisation, active: true })),
    ...demoPersons.map(({ id, grants }): Change => ({ of: "grants", person: id, grants: [...grants] })),
  ];
}

function nameOf(point: (typeof demoControlPoints)[number]): Text {
  const found = controlPoint(point);
  if (!found) throw new Error(`there is no control point ${point}`);
  return controlPointName(found);
}

async function keepPasswords(at: string): Promise<void> {
  // One hash for all: everybody of the demonstration has the same password, and hashing two hundred takes a minute.
  const passwordHash = await hashPassword(demoPassword);
  await asActor(system, (tx) => tx.insert(credentials).values(demoPersons.map(({ id }) => ({ personId: id, passwordHash, changedAt: at }))));
}

async function headcount(): Promise<number> {
  const [row] = await asReader(system, (tx) => tx.select({ heads: count() }).from(people));
  return row?.heads ?? 0;
}

async function actors(): Promise<PersonActor[]> {
  const rows = await asReader(system, (tx) => tx.select(actorColumns).from(people));
  return rows.map(actorFrom);
}
