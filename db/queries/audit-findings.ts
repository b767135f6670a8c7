import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { type Actor, desksOf } from "../../lib/access/actor.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { Text } from "../../lib/language.ts";
import { replayFindings } from "../../lib/working-paper/evolve.ts";
import { asLister, asReader } from "../client.ts";
import { loadPaperEvents, readTexts } from "../log.ts";
import { desks } from "../schema/configuration.ts";
import { workingPaperFindings, workingPapers } from "../schema/working-papers.ts";
import { peopleNames } from "./people-names.ts";
import { type FindingContent, findingContent, visiblePapers } from "./working-papers.ts";

export type AskedFinding = Omit<typeof workingPaperFindings.$inferSelect, "raisedBy"> & { readonly deskNames: Text | null };

/** The findings that desks of the actor are asked about and that are not closed, what is to be answered first on top. */
export async function findingsAsked(actor: Actor): Promise<readonly AskedFinding[]> {
  const own = desksOf(actor);
  if (own.length === 0) return [];
  return asLister(actor, async (tx) => {
    const { paperId, finding, paperNumber, requestId, number, desk, severity, status, raisedAt, replyBy, followUpOn } = workingPaperFindings;
    return tx
      .select({ paperId, finding, paperNumber, requestId, number, desk, severity, status, raisedAt, replyBy, followUpOn, deskNames: desks.names })
      .from(workingPaperFindings)
      .leftJoin(desks, eq(desks.id, desk))
      .where(and(inArray(desk, own), ne(status, "closed")))
      .orderBy(asc(status), asc(replyBy), asc(paperId), asc(finding))
      .limit(200);
  });
}

export type FindingPage = FindingContent & { readonly paper: { readonly id: string; readonly number: string; readonly isAudited: boolean; readonly isSigned: boolean }; readonly number: string; readonly deskNames: Text | null; readonly names: Readonly<Record<string, string>> };

/** One finding with its words: for the auditors of its paper, and for the desk that it asks; null for everybody else. */
export async function findingAt(actor: Actor, paperId: string, finding: number): Promise<FindingPage | null> {
  return asReader(actor, async (tx) => {
    const [row] = await tx
      .select({ desk: workingPaperFindings.desk, number: workingPaperFindings.number, paperNumber: workingPaperFindings.paperNumber, deskNames: desks.names })
      .from(workingPaperFindings)
      .leftJoin(desks, eq(desks.id, workingPaperFindings.desk))
      .where(and(eq(workingPaperFindings.paperId, paperId), eq(workingPaperFindings.finding, finding)));
    const [paper] = await tx.select({ status: workingPapers.status }).from(workingPapers).where(and(eq(workingPapers.paperId, paperId), visiblePapers(actor)));
    if (!row || (!paper && !desksOf(actor).includes(row.desk))) return null;
    const found = replayFindings(await loadPaperEvents(tx, paperId)).find((one) => one.finding === finding);
    if (!found) return null;
    const words = await readTexts(tx, paperId, digestsIn(found));
    const content = findingContent(found, (of) => (of === null ? null : (words.get(of.digest) ?? null)));
    const names = await peopleNames(tx, [found.raisedBy, found.closed?.by ?? null, ...found.replies.map(({ by }) => by)]);
    return { ...content, number: row.number, deskNames: row.deskNames, names, paper: { id: paperId, number: row.paperNumber, isAudited: paper !== undefined, isSigned: paper?.status === "signed" } };
  });
}
