import { and, asc, eq } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { digestOf, hashAfter, wordsDigest } from "../../lib/audit/chain.ts";
import { checkChain, type ChainProblem, type Link } from "../../lib/audit/check-chain.ts";
import { asReader } from "../client.ts";
import { streamOf } from "../log.ts";
import { events, heads, texts } from "../schema/record.ts";
import { visibleTo } from "./visible.ts";

/** What became of one request's chain. `broken` has both hashes of every event that no longer fits, by its place. */
export type CheckedCase = {
  readonly events: number;
  readonly problems: readonly (ChainProblem | { readonly seq: number; readonly field: "texts"; readonly code: "wordsAltered" })[];
  readonly broken: ReadonlyMap<number, { readonly stored: string; readonly computed: string }>;
};

/** Checks the chain of one request, and the words that the actor may read, against what is kept. Read tables are for `verify`. */
export async function checkedCase(actor: Actor, requestId: string): Promise<CheckedCase> {
  const stream = streamOf(requestId);
  return asReader(actor, async (tx) => {
    const rows = await tx.select().from(events).where(and(eq(events.requestId, requestId), eq(events.stream, stream), visibleTo(tx, actor, events.requestId))).orderBy(asc(events.seq));
    const [head] = await tx.select({ seq: heads.seq, hash: heads.hash }).from(heads).where(and(eq(heads.requestId, requestId), eq(heads.stream, stream), visibleTo(tx, actor, heads.requestId)));
    const words = await tx.select({ digest: texts.digest, salt: texts.salt, body: texts.body }).from(texts).where(and(eq(texts.requestId, requestId), visibleTo(tx, actor, texts.requestId)));
    const links = rows as Link[];
    const chain = checkChain(links, head);
    const altered = words.filter(({ digest, salt, body }) => body !== null && (salt === null || wordsDigest(salt, body) !== digest));
    const spoiled = altered.map(({ digest }) => ({ seq: links.find(({ data }) => JSON.stringify(data).includes(digest))?.seq ?? 0, field: "texts" as const, code: "wordsAltered" as const }));
    return { events: links.length, problems: [...chain, ...spoiled], broken: brokenIn(links, chain) };
  });
}

function brokenIn(links: readonly Link[], problems: readonly ChainProblem[]): CheckedCase["broken"] {
  const places = new Set(problems.map(({ seq }) => seq));
  return new Map(links.flatMap((link, at) => {
    const before = links[at - 1]?.hash ?? link.prev;
    return places.has(link.seq) ? [[link.seq, { stored: link.hash, computed: hashAfter(before, digestOf(link)) }] as const] : [];
  }));
}
