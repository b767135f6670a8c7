import { and, isNotNull } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { Asked } from "../../lib/working-paper/asked.ts";
import { type Part, partOf } from "../../lib/working-paper/part.ts";
import type { CaseState, PaperPlace } from "../../lib/working-paper/place.ts";
import type { FindingStatus } from "../../lib/working-paper/state.ts";
import { paperAsItStood } from "../as-it-stood.ts";
import { asReader, type ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { requests } from "../schema/requests.ts";
import { visibleTo } from "./visible.ts";
import { contentOf, type PaperContent, seesPaper } from "./working-papers.ts";

/** A working paper as one page shows it: cases and findings of that page alone, in words; of all the others, the numbers and whom they ask. */
export type PaperPart = {
  readonly paper: PaperContent;
  /** The first entry that cannot follow what stands before it: the paper is shown as it stood before that. */
  readonly stops: number | null;
  readonly sheet: Omit<Part<never, CaseState>, "items">;
  readonly found: Omit<Part<never, FindingStatus>, "items">;
  /** What each drawn request's number is. */
  readonly numbers: Readonly<Record<string, string>>;
  /** What the requests of this page are called, of those that the reader may see and whose title is kept. */
  readonly titles: Readonly<Record<string, string>>;
  readonly asked: readonly Asked[];
};

/** What stands at a place of a working paper, a page of its cases and one of its findings; null for whoever does not audit its scope. */
export async function workingPaperPart(actor: Actor, paperId: string, at: PaperPlace, limit?: number): Promise<PaperPart | null> {
  return asReader(actor, async (tx) => {
    if (!(await seesPaper(tx, actor, paperId))) return null;
    const { state, stops } = await paperAsItStood(tx, paperId);
    if (state.status === "none") return null;
    const { cases: { items: cases, ...sheet }, findings: { items: findings, ...found } } = partOf(state, at, limit);
    return {
      paper: await contentOf(tx, { ...state, cases, findings }),
      stops,
      sheet,
      found,
      numbers: Object.fromEntries(state.cases.map(({ request, number }) => [request, number])),
      titles: await titlesOf(tx, actor, cases.map(({ request }) => request)),
      asked: state.findings.map(({ desk, organisation }) => ({ desk, organisation })),
    };
  });
}

async function titlesOf(tx: ScopedTx, actor: Actor, ids: readonly string[]): Promise<Record<string, string>> {
  const rows = await tx.select({ id: requests.requestId, title: requests.title }).from(requests).where(and(anyOf(requests.requestId, [...ids]), isNotNull(requests.title), visibleTo(tx, actor, requests.requestId)));
  return Object.fromEntries(rows.flatMap(({ id, title }) => (title === null ? [] : [[id, title]])));
}
