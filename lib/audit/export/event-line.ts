import type { TakenEvent } from "./taken-event.ts";

/** An event as a line of NDJSON: its number in front, then the entry exactly as its digest covers it, with digest and hash, and the words that its reader may read. */
export function eventLine({ of, person, stream, seq, type, at, actor, data, salt, digest, hash, texts }: TakenEvent): object {
  return { number: of.number, title: of.title, kind: of.kind, person, event: { stream, seq, type, at, actor, data, salt }, digest, hash, texts };
}
