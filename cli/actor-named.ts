import type { PersonActor } from "../lib/access/actor.ts";
import { failure } from "./failure.ts";

/** The active person with an address, for verbs that act as somebody. */
export async function actorNamed(user: string): Promise<PersonActor> {
  // Reads the database's settings, which a verb that only looks at files does without.
  const { personActor } = await import("../lib/server/person.ts");
  const actor = await personActor(user);
  if (!actor) throw failure(`nobody active has the address ${user}`);
  return actor;
}
