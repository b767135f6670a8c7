import type { ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { people } from "../schema/people.ts";

/** The names of people by their ids, in one question, whoever is still active. */
export async function namesOf(tx: ScopedTx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return new Map();
  const found = await tx.select({ id: people.id, name: people.name }).from(people).where(anyOf(people.id, asked));
  return new Map(found.map(({ id, name }) => [id, name]));
}
