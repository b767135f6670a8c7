import type { Hash } from "./merkle.ts";

/** What a seal says: which log (its origin), how many events, the root over them, and when it was sealed, ISO 8601 in UTC to the millisecond. */
export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash; readonly at: string };

/** The text of a checkpoint (c2sp.org/tlog-checkpoint): origin, decimal size, root in base64, and as lines of extension the time and, where it is given, the size of the seal before, 0 for the first. */
export function checkpointText({ origin, size, root, at }: Checkpoint, after?: number): string {
  return `${origin}\n${size}\n${Buffer.from(root, "hex").toString("base64")}\ntime ${at}\n${after === undefined ? "" : `after ${after}\n`}`;
}

/** Reads such a text; null when it is none. Further lines of extension are allowed after the time. */
export function readCheckpoint(text: string): Checkpoint | null {
  const [, origin = "", size = "", coded = "", at = ""] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\ntime (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n(?:[^\n]+\n)*$/.exec(text) ?? [];
  const root = Buffer.from(coded, "base64");
  if (origin === "" || root.toString("base64") !== coded || !Number.isSafeInteger(Number(size)) || !isInstant(at)) return null;
  return { origin, size: Number(size), root: root.toString("hex"), at };
}

/** The size of the seal that a text of a checkpoint says came before it; null in one that does not say, as the first ones did not. */
export function sizeBefore(text: string): number | null {
  const [, size] = /\nafter (0|[1-9]\d{0,15})\n/.exec(text) ?? [];
  return size === undefined ? null : Number(size);
}

function isInstant(text: string): boolean {
  const ms = Date.parse(text);
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text;
}
