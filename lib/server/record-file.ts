import { asReader } from "../../db/client.ts";
import { logPublicKeys } from "../../db/queries/log-keys.ts";
import { nextChains, type ReadOn } from "../../db/queries/record-chains.ts";
import { requestHead, requestLinks } from "../../db/queries/record-request.ts";
import { sealKept } from "../../db/queries/seals.ts";
import { leavesOf } from "../../db/queries/leaves.ts";
import { readNodes } from "../../db/tree-nodes.ts";
import type { Actor } from "../access/actor.ts";
import { canonical } from "../audit/chain.ts";
import { consistencyPath, inclusionPath, proofOf } from "../audit/merkle-proof.ts";
import { readCheckpoint } from "../audit/checkpoint.ts";
import { readNote, verifierText } from "../audit/signed-note.ts";
import { type DocumentLine, type FileLine, formatName, type RecordLine } from "../audit/record-file/lines.ts";
import type { Hash } from "../audit/merkle.ts";
import { type Clock, realClock } from "./clock.ts";
import { verifierOf } from "./log-keys.ts";

export type RecordFileOptions = { /** The size of a seal kept elsewhere: the file then proves that its own seal goes on from it. */ readonly from?: number | undefined; readonly clock?: Clock };

/** How many events of a request are in memory at once. */
const piece = 200;
const system = { kind: "system" } as const;

/**
 * The file of one request (docs/record-format.md), line by line, as this reader may have it; null when they do not see it or it is a draft. The
 * lines are read while they are taken, so that however long a history is, a piece of it is in memory.
 */
export async function requestFile(actor: Actor, requestId: string, options: RecordFileOptions = {}): Promise<AsyncGenerator<string> | null> {
  const head = await requestHead(actor, requestId);
  return head && lines(requestLines(actor, requestId, head, options));
}

/** The file of the whole record, for the operator: everything that is kept, and what is needed to compute the tree anew. */
export function recordFile(options: RecordFileOptions = {}): AsyncGenerator<string> {
  return lines(allLines(options));
}

async function* lines(of: AsyncGenerator<FileLine>): AsyncGenerator<string> {
  for await (const line of of) yield `${canonical(line)}\n`;
}

async function* requestLines(actor: Actor, requestId: string, head: { readonly stream: string; readonly seq: number; readonly hash: string }, { from, clock = realClock }: RecordFileOptions): AsyncGenerator<FileLine> {
  const { record, size } = await firstLine("request", clock);
  yield record;
  yield* growth(from, size);
  yield { line: "chain", ...head };
  let events = 0;
  for (let after = 0; ; ) {
    const links = await requestLinks(actor, requestId, { after, upTo: head.seq, limit: piece });
    const proofs = await inclusion(requestId, head.stream, links.map(({ seq }) => seq), size);
    for (const link of links) {
      const event = { line: "event" as const, ...link, ...proofs.get(link.seq) };
      yield event;
      yield* documentOf(event);
    }
    events += links.length;
    after = links.at(-1)?.seq ?? after;
    if (links.length < piece) break;
  }
  yield { line: "end", chains: 1, events };
}

async function* allLines({ from, clock = realClock }: RecordFileOptions): AsyncGenerator<FileLine> {
  const { record, size } = await firstLine("all", clock);
  yield record;
  yield* growth(from, size);
  let [chains, events] = [0, 0];
  for (let on: ReadOn | null = null, more = true; more; ) {
    const read: Awaited<ReturnType<typeof nextChains>> = await nextChains(on, size);
    for (const { head, events: own } of read?.pieces ?? []) {
      if (head) {
        chains++;
        yield { line: "chain", ...head };
      }
      for (const link of own) {
        events++;
        const event = { line: "event" as const, ...link };
        yield event;
        yield* documentOf(event);
      }
    }
    on = read?.next ?? null;
    more = on !== null;
  }
  yield { line: "end", chains, events };
}

async function firstLine(scope: RecordLine["scope"], clock: Clock): Promise<{ readonly record: RecordLine; readonly size: number }> {
  // First the seal: what it covers stands already, and every key that signs one stands before it.
  const seal = await sealKept();
  const known = (await logPublicKeys()).map(({ until, ...key }) => ({ text: verifierText(verifierOf(key)), until }));
  const withdrawn = known.flatMap(({ text, until }) => (until === null ? [] : [[text, until] as const]));
  const says = readCheckpoint(readNote(seal?.note ?? "")?.text ?? "");
  return { record: { line: "record", format: formatName, scope, made: clock().toISOString(), origin: says?.origin ?? "", keys: known.map(({ text }) => text), seal: seal?.note ?? null, ...(withdrawn.length > 0 && { until: Object.fromEntries(withdrawn) }) }, size: seal?.size ?? 0 };
}

async function* growth(from: number | undefined, size: number): AsyncGenerator<FileLine> {
  if (from === undefined || from > size) return;
  yield { line: "consistency", from, proof: await asReader(system, (tx) => proofOf(consistencyPath(from, size), (nodes) => readNodes(tx, nodes))) };
}

/** Places and proofs by number; what is not sealed yet has none. They are looked up by the system, and name nobody. */
async function inclusion(requestId: string, stream: string, seqs: readonly number[], size: number): Promise<ReadonlyMap<number, { readonly leaf: number; readonly proof: Hash[] }>> {
  if (seqs.length === 0 || size === 0) return new Map();
  return asReader(system, async (tx) => {
    const placed = (await leavesOf(tx, { requestId, stream, seqs })).filter(({ index }) => index < size);
    const proofs = await Promise.all(placed.map(({ index }) => proofOf(inclusionPath(index, size), (nodes) => readNodes(tx, nodes))));
    return new Map(placed.map(({ seq, index }, at) => [seq, { leaf: index, proof: proofs[at] ?? [] }]));
  });
}

function* documentOf(event: FileLine): Generator<DocumentLine> {
  if (event.line !== "event" || event.withheld || event.type !== "document.attached") return;
  const { document, sha256, size } = event.data as Pick<DocumentLine, "document" | "sha256" | "size">;
  yield { line: "document", stream: event.stream, seq: event.seq, document, sha256, size };
}
