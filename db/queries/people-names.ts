import { isId } from "../../lib/id.ts";
import type { ScopedTx } from "../client.ts";
import { among, prepared } from "../prepared.ts";
import { people } from "../schema/people.ts";

/** What people are called, by id; whoever is not there has no name, nor what can be no id. */
export async function peopleNames(tx: ScopedTx, ids: readonly (string | null)[]): Promise<Readonly<Record<string, string>>> {
  const asked = [...new Set(ids.filter((id): id is string => typeof id === "string" && isId(id)))];
  if (asked.length === 0) return {};
  return Object.fromEntries((await peopleById(tx, { ids: asked })).map(({ id, name }) => [id, name]));
}

const peopleById = prepared((on) => on.select({ id: people.id, name: people.name }).from(people).where(among(people.id, "ids")));
