import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { canonical, digestOf, genesis, hashAfter, wordsDigest } from "../../../lib/audit/chain.ts";
import { checkpointText } from "../../../lib/audit/checkpoint.ts";
import { eventLeaf, type Hash, type LeafRange, rootOf } from "../../../lib/audit/merkle.ts";
import { consistencyPath, inclusionPath } from "../../../lib/audit/merkle-proof.ts";
import type { ChainLine, DocumentLine, FileLine, FileWords, RecordLine, ShownLine, WithheldLine } from "../../../lib/audit/record-file/lines.ts";
import { signNote, type Verifier, verifierText } from "../../../lib/audit/signed-note.ts";

/* A small record, always the same, and the files and seals that are made of it. */

export const origin = "causeway.example/log";
const one = "request:0193a5b4-0000-7000-8000-000000000001";
const two = "request:0193a5b4-0000-7000-8000-000000000002";
const house = "config:0193a5b4-0000-7000-8000-0000000000c1";

export type Signer = Verifier & { readonly secret: KeyObject };

/** The key whose secret half is this byte, 32 times. */
export function signer(byte: number, name = origin): Signer {
  const secret = createPrivateKey({ key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, byte)]), format: "der", type: "pkcs8" });
  const key = Buffer.from(createPublicKey(secret).export({ format: "jwk" }).x ?? "", "base64url");
  return { name, key, secret };
}

type Written = { readonly stream: string; readonly type: string; readonly data: unknown; readonly words?: Readonly<Record<string, FileWords>>; readonly at?: string };

const words = (salt: string, body: string) => ({ digest: wordsDigest(salt.repeat(16), body), kept: { salt: salt.repeat(16), body } });
const title = words("a1", "Cell lines for 深圳, a first shipment");
const answers = words("a2", '{"sample.un":"UN3373","corridor.from":"HK"}');
const note = words("a3", "Côté \"quoted\" \\ud800 \u2028 😀");
const gone = words("a4", "what the law had erased");
const hidden = words("a5", "for desks alone");

const written: readonly Written[] = [
  { stream: house, type: "config.changed", data: { of: "organisation", subject: "organisation:hku", change: { digest: words("b1", "{}").digest } }, words: { [words("b1", "{}").digest]: words("b1", "{}").kept } },
  { stream: one, type: "request.submitted", data: { number: "CW-1", title: { digest: title.digest }, answers: { digest: answers.digest }, limit: { value: "12.5", unit: "mL" }, "10": 1e21, "9": [0.000001, -0.5, true, null], "ﬀ": 1, "😀": 2 }, words: { [title.digest]: title.kept, [answers.digest]: answers.kept } },
  { stream: one, type: "document.attached", data: { document: "0193a5b4-0000-7000-8000-00000000d001", name: { digest: hidden.digest }, size: 3, sha256: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", mediaType: "text/plain", paper: null }, words: { [hidden.digest]: { withheld: true } } },
  { stream: one, type: "step.rejected", data: { step: "sign-off", round: 1, reasons: [{ code: "incomplete", text: { digest: note.digest } }, { code: "other", text: { digest: gone.digest } }] }, words: { [note.digest]: note.kept, [gone.digest]: { erased: { rule: "sample-answers", at: "2026-11-02T00:00:00.000Z" } } } },
  { stream: one, type: "comment.added", data: { audience: "desks" } },
  { stream: two, type: "request.submitted", data: { number: "CW-2", nothing: {} } },
  { stream: two, type: "request.approved", data: {} },
];
/** What came after the seal, one of them long before it. */
const late: readonly Written[] = [{ stream: two, type: "request.closed", data: { reason: "done" }, at: "2026-11-26T08:25:00.000Z" }];

type Event = Omit<ShownLine, "line">;

export type Made = { readonly lines: FileLine[]; readonly seal: string };
export type Wish = { readonly events?: readonly Written[]; readonly key?: Signer; readonly keys?: readonly Signer[]; readonly scope?: "all" | "request"; readonly upTo?: number; readonly at?: string; readonly from?: number; readonly isSealed?: boolean };

export const all = { written, late };

/** The record of these events as a file: with its seal over the first `upTo` events, and a proof that it continues the seal over `from`. */
export function aRecordFile({ events: said = [...written, ...late], key = signer(1), keys = [key], scope = "all", upTo = written.length, at = "2026-11-26T08:30:00.000Z", from, isSealed = true }: Wish = {}): Made {
  const events = chained(said);
  const leaves = events.slice(0, upTo).map(({ hash }) => eventLeaf(hash));
  const seal = signNote(checkpointText({ origin, size: upTo, root: rootOf(leaves), at }), key, key.secret);
  const record: RecordLine = { line: "record", format: "causeway-record/1", scope, made: "2026-11-26T08:31:00.000Z", origin, keys: keys.map(verifierText), seal: isSealed ? seal : null };
  const streams = scope === "all" ? [...new Set(events.map(({ stream }) => stream))] : [one];
  const chains = streams.map((stream) => {
    const own = events.flatMap((event, leaf) => (event.stream === stream ? [{ event, leaf }] : []));
    return own.flatMap(({ event, leaf }): FileLine[] => {
      const place = isSealed && leaf < upTo ? { leaf, ...(scope === "request" && { proof: inclusionPath(leaf, upTo).map((range) => rangeHash(leaves, range)) }) } : {};
      return shownOrNot({ line: "event", ...event, ...place });
    });
  });
  const heads = chains.map((lines): ChainLine => {
    const last = lines.findLast((line) => line.line === "event");
    if (last?.line !== "event") throw new Error("a chain without events");
    return { line: "chain", stream: last.stream, seq: last.seq, hash: last.hash };
  });
  const consistency: FileLine[] = from === undefined ? [] : [{ line: "consistency", from, proof: consistencyPath(from, upTo).map((range) => rangeHash(leaves, range)) }];
  const body = chains.flatMap((lines, index) => [heads[index] as ChainLine, ...lines]);
  return { seal, lines: [record, ...consistency, ...body, { line: "end", chains: chains.length, events: body.filter(({ line }) => line === "event").length }] };
}

/** A file's text. */
export function textOf(lines: readonly (FileLine | Readonly<Record<string, unknown>>)[]): string {
  return lines.map((line) => `${canonical(line)}\n`).join("");
}

/** The root over leaves in a range, straight from its definition. */
function rangeHash(leaves: readonly Hash[], { start, end }: LeafRange): Hash {
  return rootOf(leaves.slice(start, end));
}

/** The comment between desks is not shown; a document's digest follows its event. */
function shownOrNot(line: ShownLine): FileLine[] {
  const { stream, seq, digest, hash, leaf, proof } = line;
  if (line.type === "comment.added") return [{ line: "event", stream, seq, digest, hash, ...(leaf !== undefined && { leaf }), ...(proof && { proof }), withheld: true } satisfies WithheldLine];
  if (line.type !== "document.attached") return [line];
  const { document, sha256, size } = line.data as Pick<DocumentLine, "document" | "sha256" | "size">;
  return [line, { line: "document", stream, seq, document, sha256, size }];
}

function chained(said: readonly Written[]): Event[] {
  const ends = new Map<string, { seq: number; hash: string }>();
  return said.map(({ stream, type, data, words: texts, at }, index) => {
    const before = ends.get(stream) ?? { seq: 0, hash: genesis };
    const event = { stream, seq: before.seq + 1, type, at: at ?? `2026-11-01T0${index}:00:00.000Z`, actor: { person: "0193a5b4-0000-7000-8000-0000000000aa", desk: null }, data, salt: index.toString(16).padStart(2, "0").repeat(16) };
    const digest = digestOf(event);
    const hash = hashAfter(before.hash, digest);
    ends.set(stream, { seq: event.seq, hash });
    return { ...event, prev: before.hash, digest, hash, ...(texts && { texts }) };
  });
}
