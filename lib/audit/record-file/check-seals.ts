import { type Checkpoint, readCheckpoint } from "../checkpoint.ts";
import { eventLeaf } from "../merkle.ts";
import { isConsistent, isIncluded } from "../merkle-check.ts";
import { isSignedBy, readNote, readVerifier, type SignedNote, type Verifier } from "../signed-note.ts";
import { collectLeaves } from "./leaves.ts";
import type { ConsistencyLine, EventLine, RecordLine } from "./lines.ts";
import { noteIn } from "./note-in.ts";
import type { FileProblem } from "./verdict.ts";

export type SealCheck = {
  /** Takes the leaf, −1 where it has none, of an event that needs no other look; false where it does. */
  readonly quick: (event: { readonly seq: number; readonly hash: string; readonly leaf: number }, stream: string) => boolean;
  readonly event: (line: EventLine) => void;
  readonly consistency: (line: ConsistencyLine) => void;
  readonly end: () => { readonly unsealed: number; readonly seal: Checkpoint | null; readonly kept: Checkpoint | null };
};

/** How long an event may wait for its seal. */
const patience = 600_000;

/** Holds the events of a file to the seal in its first line, and that to a seal that was kept elsewhere. */
export function checkSeals(header: RecordLine, keptText: string | null, tell: (problem: FileProblem) => void): SealCheck {
  const ofSeal = (seq: number, field: string, code: FileProblem["code"]) => tell({ stream: "seal", seq, field, code });
  const keys = readKeys(header, tell);
  const seal = readSeal(header, keys, tell);
  const found = keptText === null ? null : noteIn(keptText);
  const kept = found?.says ?? null;
  if (keptText !== null && !kept) ofSeal(0, "kept", "keptUnreadable");
  if (found && kept) {
    if (kept.origin !== header.origin) ofSeal(kept.size, "kept", "keptOtherLog");
    if (!isSignedByOne(found.note, kept.size, keys)) ofSeal(kept.size, "kept", "keptNotSigned");
    if (!seal) ofSeal(kept.size, "seal", "sealMissing");
    else if (kept.size > seal.size) ofSeal(kept.size, "kept", "logShorter");
    else if (kept.size === seal.size && kept.root !== seal.root) ofSeal(kept.size, "kept", "logForked");
  }
  const isOlder = kept !== null && seal !== null && kept.size < seal.size;
  const cutoff = seal === null ? "" : new Date(Date.parse(seal.at) - patience).toISOString();
  const leaves = header.scope === "all" && seal ? collectLeaves() : null;
  let unsealed = 0;
  let isConnected = false;

  return {
    quick({ seq, hash, leaf }, stream) {
      if (!seal) return ++unsealed > 0;
      if (!leaves || leaf < 0 || leaf >= seal.size) return false;
      leaves.add(leaf, hash, stream, seq);
      return true;
    },
    event(line) {
      const { stream, seq, leaf, hash, proof } = line;
      if (!seal) return void unsealed++;
      if (leaf === undefined) {
        unsealed++;
        if (!line.withheld && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(line.at) && line.at < cutoff) tell({ stream, seq, field: "leaf", code: "unsealed" });
      } else if (leaf >= seal.size) tell({ stream, seq, field: "leaf", code: "leafOutside" });
      else if (leaves) leaves.add(leaf, hash, stream, seq);
      else if (!proof) tell({ stream, seq, field: "proof", code: "proofMissing" });
      else if (!isIncluded({ leaf: eventLeaf(hash), index: leaf, size: seal.size, proof, root: seal.root })) tell({ stream, seq, field: "proof", code: "notInTree" });
    },
    consistency({ from, proof }) {
      if (!isOlder || from !== kept.size || isConnected) return;
      isConnected = true;
      if (!isConsistent({ from: kept, to: seal, proof })) ofSeal(kept.size, "kept", "logForked");
    },
    end() {
      if (seal && leaves) {
        const grown = leaves.roots(isOlder ? [seal.size, kept.size] : [seal.size]);
        if ("problems" in grown) grown.problems.forEach(tell);
        else {
          if (grown.roots[0] !== seal.root) ofSeal(seal.size, "root", "treeDiffers");
          if (isOlder && grown.roots[1] !== kept.root) ofSeal(kept.size, "kept", "logForked");
        }
      } else if (isOlder && kept.size > 0 && !isConnected) ofSeal(kept.size, "kept", "consistencyMissing");
      return { unsealed, seal, kept };
    },
  };
}

type Key = Verifier & { readonly until: number };

function readKeys({ keys, until }: RecordLine, tell: (problem: FileProblem) => void): Key[] {
  return keys.flatMap((text, at) => {
    const key = readVerifier(text);
    if (!key) tell({ stream: "file", seq: 1, field: `keys.${at}`, code: "keyUnreadable" });
    return key ? [{ ...key, until: until && Object.hasOwn(until, text) ? (until[text] ?? 0) : Infinity }] : [];
  });
}

function readSeal({ seal, origin }: RecordLine, keys: readonly Key[], tell: (problem: FileProblem) => void): Checkpoint | null {
  if (seal === null) return null;
  const note = readNote(seal);
  const says = note && readCheckpoint(note.text);
  if (!note || !says) {
    tell({ stream: "file", seq: 1, field: "seal", code: "sealUnreadable" });
    return null;
  }
  if (says.origin !== origin) tell({ stream: "seal", seq: says.size, field: "origin", code: "sealOtherLog" });
  if (!isSignedByOne(note, says.size, keys)) tell({ stream: "seal", seq: says.size, field: "signature", code: "sealNotSigned" });
  return says;
}

function isSignedByOne(note: SignedNote, size: number, keys: readonly Key[]): boolean {
  return keys.some((key) => size <= key.until && isSignedBy(note, key));
}
