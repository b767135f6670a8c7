import { isId } from "../../lib/id.ts";
import type { ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { people } from "../schema/people.ts";

/** The names of people by their ids, in one question, whoever is still active. What can be no id has none: an entry may have been made to say anything. */
export async function namesOf(tx: ScopedTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)].filter((id) => typeof id === "string" && isId(id));
  if (asked.length === 0) return new Map();
  const found = await tx.select({ id: people.id, name: people.name }).from(people).where(anyOf(people.id, asked));
  return new Map(found.map(({ id, name }) => [id, name]));
}
