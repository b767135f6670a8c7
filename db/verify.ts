import { and, asc, gt, lte, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { checkChain, checkTimes, type Link } from "../lib/audit/check-chain.ts";
import { freshenCalendars } from "./calendars.ts";
import { asActor, asReader, type ScopedTx } from "./client.ts";
import { configurationStream } from "./configure.ts";
import { dossierStream, paperStream, streamOf } from "./log.ts";
import { replayed, type Replayed } from "./replay.ts";
import { events, heads, texts } from "./schema/record.ts";
import { type AccountLinks, checkAccounts, checkHoldings, isAccountStream, surplusAccounts } from "./verify-accounts.ts";
import { isSearched } from "./audit-rows.ts";
import { checkCredentials } from "./verify-credentials.ts";
import { checkAudited, checkEntries } from "./verify-entries.ts";
import { checkDossiers, type DossierStream, surplusDossiers } from "./verify-dossiers.ts";
import { checkDocument, documentsOf, type KeptDocument } from "./verify-documents.ts";
import { checkKeptSeal, type KeptSeal } from "./verify-kept-seal.ts";
import { checkPapers, type PaperStream, surplusPapers } from "./verify-papers.ts";
import { checkPins } from "./verify-pins.ts";
import { checkReads } from "./verify-reads.ts";
import { checkSeals, tolerated } from "./verify-seals.ts";
import { checkSetUp, type SetUpStream, surplusSetUp } from "./verify-setup.ts";
import { compareTables, type Difference, fillGlass, fillScratch, makeScratch, type Range } from "./verify-tables.ts";
import { checkTree, wholeLog } from "./verify-tree.ts";
import { checkWalls } from "./verify-walls.ts";
import { checkReaders, checkWords, surplusWords } from "./verify-words.ts";

/** Where the record does not hold: the stream, the event (the last that touches the field) and the field. */
export type Problem = { readonly stream: string; readonly seq: number; readonly field: string; readonly code: string };
export type Verified = { readonly ok: boolean; readonly streams: number; readonly events: number; readonly problems: readonly Problem[]; readonly seal?: KeptSeal };

/** What is looked at besides the rows: papers as they are kept, null where there is none; a seal that somebody kept elsewhere; and whether the walls around the rows stand. */
export type Besides = { readonly walls?: boolean; readonly readDocument?: (requestId: string, documentId: string) => Promise<Uint8Array | null>; readonly keptSeal?: string };

/**
 * Checks the whole record: every chain link by link, every word against its digest, every read table against what the
 * events come to, built anew in scratch tables, every row of the set-up, of dossiers, of working papers and of accounts against the chain of its subject, every reading of a paper against the batch that it was sealed in, what was signed of permits against its keys, what auditors find events by, and that what
 * submissions pinned is still there. Then the tree over the whole log, and every seal of it. It goes request by request, in batches, and writers may go on meanwhile.
 */
export async function verify(requestsAtOnce = 100, { walls = false, readDocument, keptSeal }: Besides = {}): Promise<Verified> {
  // Rows hold last days; they were counted by the calendars that were loaded, too.
  await asReader({ kind: "system" }, (tx) => freshenCalendars(tx));
  let streams = 0;
  let checked = 0;
  const problems: Problem[] = [];
  for await (const batch of batches(requestsAtOnce)) {
    streams += batch.streams;
    checked += batch.events;
    problems.push(...batch.problems);
    if (readDocument) for (const document of batch.documents) problems.push(...(await checkDocument(document, readDocument)));
  }
  problems.push(...(await asActor({ kind: "system" }, surplusWords)), ...(await asActor({ kind: "system" }, surplusSetUp)), ...(await asActor({ kind: "system" }, surplusDossiers)), ...(await asActor({ kind: "system" }, surplusPapers)), ...(await asActor({ kind: "system" }, surplusAccounts)), ...(await asActor({ kind: "system" }, checkReads)), ...(await asActor({ kind: "system" }, checkCredentials)));
  const { found, seal } = await asActor({ kind: "system" }, async (tx) => {
    await tx.execute(sql`set transaction isolation level repeatable read`);
    return { found: [...(walls ? await checkWalls(tx) : []), ...(await checkAudited(tx)), ...(await checkTree(tx)), ...(await checkSeals(tx))], seal: keptSeal === undefined ? undefined : await checkKeptSeal(tx, keptSeal) };
  });
  problems.push(...found, ...(seal && seal.code !== "extends" ? [{ stream: wholeLog, seq: seal.size ?? 0, field: "seal", code: seal.code }] : []));
  return { ok: problems.length === 0, streams, events: checked, problems, ...(seal && { seal }) };
}

type Batch = { readonly documents: readonly KeptDocument[]; readonly streams: number; readonly events: number; readonly problems: Problem[] };

/** Every request in order, batch by batch. While one is worked on here the database is at the next. */
async function* batches(size: number): AsyncGenerator<Batch> {
  const begun: Promise<Batch>[] = [];
  for (let after: string | null = null, more = true; more; ) {
    const range: Range = { after, upTo: await asReader({ kind: "system" }, (tx) => endOfBatch(tx, after, size)) };
    const batch = asActor({ kind: "system" }, (tx) => verifyBatch(tx, range));
    // Who fails is told when its turn comes; until then, or if the one before it fails, nobody waits for it.
    batch.catch(() => {});
    begun.push(batch);
    after = range.upTo;
    more = after !== null;
    if (begun.length > 1) yield await (begun.shift() as Promise<Batch>);
  }
  for (const batch of begun) yield await batch;
}

async function verifyBatch(tx: ScopedTx, range: Range): Promise<Batch> {
  // One snapshot, so that what is written while we look is either seen whole or not at all.
  await tx.execute(sql`set transaction isolation level repeatable read`);
  const { streams, heads: ends, words } = await readRecord(tx, range);
  const problems: Problem[] = [];
  const good: Replayed[] = [];
  const setUp: SetUpStream[] = [];
  const dossiers: DossierStream[] = [];
  const papers: PaperStream[] = [];
  const accounts: AccountLinks[] = [];
  for (const [chain, links] of streams) {
    const { requestId = "", stream = "" } = links[0] ?? {};
    problems.push(...[...checkChain(links, ends.get(chain)), ...checkTimes(links, tolerated)].map((problem) => ({ stream, ...problem })));
    const isAccount = isAccountStream(stream, requestId);
    if (links[0] && !isOwn(links[0])) {
      problems.push({ stream, seq: links[0].seq, field: "stream", code: "unknownStream" });
      continue;
    }
    const spoken = words.get(requestId) ?? [];
    problems.push(...checkWords(links, spoken).map((problem) => ({ stream, ...problem })));
    if (stream === configurationStream(requestId)) {
      setUp.push({ stream, links, words: spoken });
      continue;
    }
    if (isAccount) {
      accounts.push({ accountId: requestId, stream, links });
      continue;
    }
    if (stream === dossierStream(requestId)) {
      dossiers.push({ dossierId: requestId, stream, links, words: spoken });
      continue;
    }
    if (stream === paperStream(requestId)) {
      papers.push({ paperId: requestId, stream, links, words: spoken });
      continue;
    }
    const one = replayed(requestId, links, spoken);
    if ("problem" in one) problems.push({ stream, ...one.problem });
    else {
      problems.push(...checkReaders(one.readers, spoken).map((problem) => ({ stream, ...problem })));
      good.push(one);
    }
  }
  // No head is ever kept of a chain that has not begun.
  for (const [chain, { stream, seq }] of ends) if (!streams.has(chain)) problems.push(seq > 0 ? { stream, seq: 1, field: "seq", code: "missingEvent" } : { stream, seq: 0, field: "head", code: "surplusRow" });
  problems.push(...(await checkSetUp(tx, setUp)), ...(await checkDossiers(tx, dossiers)), ...(await checkPapers(tx, papers)), ...(await checkAccounts(tx, accounts)), ...(await checkHoldings(tx, range, good.map(({ state }) => state))), ...(await checkPins(tx, [...streams.values()].flat())));
  const broken = new Set(problems.map(({ stream }) => stream));
  problems.push(...(await checkEntries(tx, range, { chains: [...streams.values()].filter(([link]) => link && !broken.has(link.stream) && isOwn(link) && isSearched(link.stream)), spoken: words, played: new Map(good.map((one) => [one.requestId, one])) })));
  problems.push(...(await compared(tx, range, good, new Set(problems.map(({ stream }) => stream)))));
  return { documents: good.flatMap(documentsOf), streams: streams.size, events: [...streams.values()].reduce((sum, links) => sum + links.length, 0), problems };
}

async function compared(tx: ScopedTx, range: Range, good: readonly Replayed[], broken: ReadonlySet<string>): Promise<Problem[]> {
  await makeScratch(tx);
  await fillScratch(
    tx,
    good.map(({ rows }) => rows),
  );
  await fillGlass(tx, range);
  const byId = new Map(good.map((one) => [one.requestId, one]));
  const found = await compareTables(tx, range);
  // A stream that could not be replayed is named already; its rows would only repeat it.
  return found.filter(({ requestId }) => byId.has(requestId) || !broken.has(streamOf(requestId))).flatMap((difference) => problemsOf(difference, byId.get(difference.requestId)));
}

function problemsOf({ table, requestId, key, code, columns }: Difference, replay: Replayed | undefined): Problem[] {
  const row = key === "" ? table : `${table}[${key}]`;
  const at = (column: string | null) => ({ stream: streamOf(requestId), seq: replay?.lastTouched(table, key, column) ?? 0, code });
  return columns.length === 0 ? [{ ...at(null), field: row }] : columns.map((column) => ({ ...at(column), field: `${row}.${column}` }));
}

/** Whether a chain is one that Causeway writes, under its own id: nobody would read another, nor hold it to anything. */
function isOwn({ requestId, stream }: StoredLink): boolean {
  return [streamOf(requestId), configurationStream(requestId), dossierStream(requestId), paperStream(requestId)].includes(stream) || isAccountStream(stream, requestId);
}

/** Both names of a chain: an event that was moved to another request stands in a chain of its own. */
function chainOf({ requestId, stream }: { readonly requestId: string; readonly stream: string }): string {
  return `${requestId} ${stream}`;
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

export type StoredLink = Link & { readonly requestId: string };
export type StoredWords = typeof texts.$inferSelect;

async function readRecord(tx: ScopedTx, range: Range) {
  const inRange = (column: PgColumn) => and(range.after === null ? undefined : gt(column, range.after), range.upTo === null ? undefined : lte(column, range.upTo));
  const rows = await tx.select().from(events).where(inRange(events.requestId)).orderBy(asc(events.requestId), asc(events.stream), asc(events.seq));
  const ends = await tx.select().from(heads).where(inRange(heads.requestId));
  const spoken = await tx.select().from(texts).where(inRange(texts.requestId));
  return {
    streams: grouped(rows as StoredLink[], chainOf),
    heads: new Map(ends.map((head) => [chainOf(head), head])),
    words: grouped(spoken, (row) => row.requestId),
  };
}

async function endOfBatch(tx: ScopedTx, after: string | null, size: number): Promise<string | null> {
  const [end] = await tx
    .selectDistinct({ requestId: events.requestId })
    .from(events)
    .where(after === null ? undefined : gt(events.requestId, after))
    .orderBy(asc(events.requestId))
    .offset(size - 1)
    .limit(1);
  return end?.requestId ?? null;
}
