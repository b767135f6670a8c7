import { asc, gt } from "drizzle-orm";
import { readCheckpoint, sizeBefore } from "../lib/audit/checkpoint.ts";
import { completeNodes, type Hash, joined, nodeKey } from "../lib/audit/merkle.ts";
import { isSignedBy, readNote, type SignedNote } from "../lib/audit/signed-note.ts";
import type { ScopedTx } from "./client.ts";
import { type KeptLogKey, logKeysKept } from "./queries/log-keys.ts";
import type { Seal } from "./seal.ts";
import { leaves, seals, tree } from "./schema/seals.ts";
import { readNodes } from "./tree-nodes.ts";
import type { Problem } from "./verify.ts";
import { wholeLog } from "./verify-tree.ts";

/** Clocks of several servers differ by a little. */
export const tolerated = 60_000;
const atOnce = 500;

/**
 * Every seal says the root of the tree of its size and which seal came before it, is signed by a key that counted then, and was not made before the one before it. As all
 * roots are those of one tree, each seal is the beginning of the next. A root that differs is named with the first event that the last good seal did not cover.
 */
export async function checkSeals(tx: ScopedTx): Promise<Problem[]> {
  const keys = await logKeysKept(tx);
  const names = new Set(keys.map(({ name }) => name));
  const problems = await originProblem(tx, names);
  let good = 0;
  let before: Seal | undefined;
  let namesAny = false;
  for (let page = await pageAfter(tx, -1); page.length > 0; page = await pageAfter(tx, page.at(-1)?.size ?? 0)) {
    const roots = await rootsOf(tx, page.map(({ size }) => size));
    for (const seal of page) {
      const at = (field: string, code: string) => ({ stream: wholeLog, seq: seal.size, field: `seals[${seal.size}].${field}`, code });
      const said = readNote(seal.note);
      const head = said && readCheckpoint(said.text);
      if (roots.get(seal.size) !== seal.root) problems.push({ ...at("root", "rootDiffers"), ...(await eventAt(tx, good)) });
      else good = seal.size;
      if (!said || !isAsSigned(seal.note, said) || head?.size !== seal.size || head.root !== seal.root || head.at !== seal.sealedAt) problems.push(at("note", "differs"));
      else problems.push(...(names.size > 0 && !names.has(head.origin) ? [at("note", "otherLog")] : []), ...signatureProblem(said, seal.size, keys).map((code) => at("note", code)));
      const named = said && sizeBefore(said.text);
      problems.push(...goneBetween(before?.size ?? 0, named));
      // The first seals named none; once one did, one that does not hides what was taken out before it.
      if (said && named === null && namesAny) problems.push(at("note", "brokenLink"));
      namesAny ||= named !== null;
      if (before && Date.parse(seal.sealedAt) < Date.parse(before.sealedAt) - tolerated) problems.push(at("sealed_at", "timeReversed"));
      before = seal;
    }
  }
  return problems;
}

/** Reading forgives what mails and editors make of a note. Ours stands as it was signed: other tools take nothing else, and nobody but us signs it here. */
function isAsSigned(note: string, { text, signatures }: SignedNote): boolean {
  return signatures.length === 1 && signatures.every(({ name, keyId, signature }) => note === `${text}\n— ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), signature]).toString("base64")}\n`);
}

/** The log goes by the name of its keys, which are on record: another one in the tree would have later keys and seals speak for another log. */
async function originProblem(tx: ScopedTx, names: ReadonlySet<string>): Promise<Problem[]> {
  const [row] = await tx.select({ origin: tree.origin, size: tree.size }).from(tree);
  const holds = row === undefined || (row.origin === null ? names.size === 0 : names.has(row.origin));
  return holds ? [] : [{ stream: wholeLog, seq: row.size, field: "tree.origin", code: "differs" }];
}

/** Each seal names the one before it: one that was taken out, or put in, is told by the next. */
function goneBetween(before: number, named: number | null): Problem[] {
  if (named === null || named === before) return [];
  return [named > before ? { stream: wholeLog, seq: named, field: `seals[${named}]`, code: "missingRow" } : { stream: wholeLog, seq: before, field: `seals[${before}]`, code: "surplusRow" }];
}

/** Whose seal it is: none of ours, not signed as it says, or by a key that no longer counted. Empty when it holds. */
export function signatureProblem(note: SignedNote, size: number, keys: readonly KeptLogKey[]): ("unknownKey" | "badSignature" | "keyWithdrawn")[] {
  const named = keys.filter(({ id, name }) => note.signatures.some((one) => one.keyId === id && one.name === name));
  if (named.length === 0) return ["unknownKey"];
  const signers = named.filter(({ name, x }) => isSignedBy(note, { name, key: Buffer.from(x, "base64url") }));
  if (signers.length < named.length) return ["badSignature"];
  return signers.some(({ until }) => until === null || size <= until) ? [] : ["keyWithdrawn"];
}

/** The roots of the tree at these sizes; none where a node is missing. */
export async function rootsOf(tx: ScopedTx, sizes: readonly number[]): Promise<ReadonlyMap<number, Hash | undefined>> {
  const parts = sizes.map((end) => completeNodes({ start: 0, end }));
  const known = await readNodes(tx, [...new Map(parts.flat().map((node) => [nodeKey(node), node])).values()]);
  return new Map(sizes.map((size, at) => {
    const hashes = (parts[at] ?? []).flatMap((node) => known.get(nodeKey(node)) ?? []);
    return [size, hashes.length === parts[at]?.length ? joined(hashes) : undefined];
  }));
}

async function pageAfter(tx: ScopedTx, size: number): Promise<Seal[]> {
  return tx.select().from(seals).where(gt(seals.size, size)).orderBy(asc(seals.size)).limit(atOnce);
}

async function eventAt(tx: ScopedTx, index: number): Promise<{ readonly stream: string; readonly seq: number } | null> {
  const [leaf] = await tx.select({ stream: leaves.stream, seq: leaves.seq }).from(leaves).where(gt(leaves.index, index - 1)).orderBy(asc(leaves.index)).limit(1);
  return leaf ?? null;
}
