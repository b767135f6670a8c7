import { noteMended } from "../lib/audit/record-file/note-mended.ts";
import type { ScopedTx } from "./client.ts";
import { logKeysKept } from "./queries/log-keys.ts";
import { tree } from "./schema/seals.ts";
import { rootsOf, signatureProblem } from "./verify-seals.ts";

export const keptSealCodes = ["extends", "notANote", "otherLog", "unknownKey", "badSignature", "keyWithdrawn", "largerThanLog", "notExtended"] as const;

/** What a seal that somebody kept elsewhere comes to beside today's log: it goes on from the seal, or why not. What cannot be read is null. */
export type KeptSeal = {
  readonly code: (typeof keptSealCodes)[number];
  readonly origin: string | null;
  readonly size: number | null;
  readonly root: string | null;
  readonly sealedAt: string | null;
  /** How many leaves today's log has, and the root over as many of them as the seal counts. */
  readonly logSize: number;
  readonly logRoot: string | null;
};

/** Holds the seal in a text (a saved note, a mail, the API's answer, also as copying left them) to today's tree. That the tree is the events' is for `verify` to say. */
export async function checkKeptSeal(tx: ScopedTx, text: string): Promise<KeptSeal> {
  const [{ size: logSize, origin } = { size: 0, origin: null }] = await tx.select({ size: tree.size, origin: tree.origin }).from(tree);
  const kept = noteMended(text);
  const head = kept?.says;
  const about = { origin: head?.origin ?? null, size: head?.size ?? null, root: head?.root ?? null, sealedAt: head?.at ?? null, logSize, logRoot: null };
  if (!kept || !head) return { ...about, code: "notANote" };
  if (head.origin !== origin) return { ...about, code: "otherLog" };
  const [wrong] = signatureProblem(kept.note, head.size, await logKeysKept(tx));
  if (wrong !== undefined) return { ...about, code: wrong };
  if (head.size > logSize) return { ...about, code: "largerThanLog" };
  const logRoot = (await rootsOf(tx, [head.size])).get(head.size) ?? null;
  return { ...about, logRoot, code: logRoot === head.root ? "extends" : "notExtended" };
}
