import { listPeople } from "../../db/queries/people.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "people [--json]";
export const summary = "lists everybody with their roles and desks";
export const needs = "begun";

export default async function people(args: readonly string[], io: Io): Promise<number> {
  const { json } = readOptions(args, { json: { type: "boolean" } });
  for (const person of await listPeople({ kind: "system" })) {
    if (json) io.json(person);
    else io.line([person.email, person.name, person.roles.map(({ role }) => role).join(", "), person.desks.join(", ")].join("\t"));
  }
  return 0;
}
