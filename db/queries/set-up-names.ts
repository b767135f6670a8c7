import { and } from "drizzle-orm";
import { changeIn } from "../../lib/access/change-in.ts";
import type { Change } from "../../lib/access/configuration.ts";
import type { ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { texts } from "../schema/record.ts";
import { namesOf } from "./names-of.ts";

/** A change of the set-up in the log, which names no person: who it is about stands in its words. */
export type SetUpEntry = { readonly requestId: string; readonly digest: string };

/** Who changes of the set-up are about, by the digest of each change's words: a person and their roles by name, a key by whose it is, a stand-in by both. Nobody where the words were erased, or are none. */
export async function namesInSetUp(tx: ScopedTx, entries: readonly SetUpEntry[]): Promise<ReadonlyMap<string, readonly string[]>> {
  if (entries.length === 0) return new Map();
  const words = await tx.select({ digest: texts.digest, body: texts.body }).from(texts).where(and(anyOf(texts.requestId, [...new Set(entries.map(({ requestId }) => requestId))]), anyOf(texts.digest, entries.map(({ digest }) => digest))));
  const about = words.map(({ digest, body }) => ({ digest, ids: peopleIn(body === null ? null : changeIn(body)) }));
  const names = await namesOf(tx, about.flatMap(({ ids }) => ids));
  return new Map(about.map(({ digest, ids }) => [digest, ids.flatMap((id) => names.get(id) ?? [])]));
}

function peopleIn(change: Change | null): string[] {
  switch (change?.of) {
    case "person":
      return [change.id];
    case "grants":
    case "key":
      return [change.person];
    case "stand-in":
      return [change.by, change.for];
    default:
      return [];
  }
}
