import { asActor, asReader } from "../../db/client.ts";
import { credentials, people } from "../../db/schema/people.ts";
import type { Change } from "../../lib/access/configuration.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { dayOf } from "../../lib/calendar/day.ts";
import { institutionDesks } from "../../lib/server/demo/desks.ts";
import { play } from "../../lib/server/demo/drive.ts";
import { institutions, others } from "../../lib/server/demo/organisations.ts";
import { demoPassword, demoPersons } from "../../lib/server/demo/people.ts";
import { stories } from "../../lib/server/demo/stories.ts";
import { hashPassword } from "../../lib/server/passwords.ts";
import { actorColumns, actorFrom } from "../../lib/server/person.ts";
import { publish } from "../../lib/server/publish.ts";
import { publishShipped } from "../../lib/server/publish-shipped.ts";
import { standardRoleChanges } from "../../lib/server/standard-roles.ts";
import { demoWorld, type World } from "./demo-world.ts";

const system = { kind: "system" } as const;
const partners = ["hku", "smu"];

/**
 * Two institutions of the demonstration and what they finished together, made by the same commands. What verify says of a change does not hang on how much else
 * there is; whoever asks it seventy times asks it of a record that is read in a tenth of the time.
 */
export async function smallRecord(): Promise<World> {
  const world = await peopledWorld(...partners);
  const all = (await asReader(system, (tx) => tx.select(actorColumns).from(people))).map(actorFrom);
  const byEmail = (email: string) => all.find((person) => person.email === email) as PersonActor;
  const finished = stories.filter(({ home, host, until }) => until === "closed" && partners.includes(home) && partners.includes(host));
  for (const story of finished) await play(story, { all, byEmail }, dayOf(new Date()));
  return world;
}

/** Institutions of the demonstration with their desks and people, and not one request. */
export async function peopledWorld(...of: readonly string[]): Promise<World> {
  const world = await demoWorld({ empty: true });
  const begun = new Date(Date.now() - 380 * 86_400_000);
  const persons = demoPersons.filter(({ email, organisation }) => of.includes(organisation) || email === "auditor@causeway.example");
  await publishShipped(() => begun);
  await publish(system, setUp(persons, of), () => begun);
  const passwordHash = await hashPassword(demoPassword);
  await asActor(system, (tx) => tx.insert(credentials).values(persons.map(({ id }) => ({ personId: id, passwordHash, changedAt: begun.toISOString() }))));
  return world;
}

function setUp(persons: typeof demoPersons, of: readonly string[]): Change[] {
  return [
    ...standardRoleChanges(),
    ...[...institutions, ...others].map((organisation): Change => ({ of: "organisation", ...organisation })),
    ...of.flatMap((id) => institutionDesks.map((desk): Change => ({ of: "desk", id: `${id}.${desk.function}`, organisation: id, function: desk.function, names: desk.names, programmes: [], controlPoints: [] }))),
    ...persons.map(({ id, email, name, language, organisation }): Change => ({ of: "person", id, email, name, language, organisation, active: true })),
    ...persons.map(({ id, grants }): Change => ({ of: "grants", person: id, grants: [...grants] })),
  ];
}
