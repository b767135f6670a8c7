import { and, asc, eq, inArray, ne, or } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Actor, desksOf } from "../../lib/access/actor.ts";
import { administered } from "../../lib/access/administered.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { Text } from "../../lib/language.ts";
import { replayFindings } from "../../lib/working-paper/evolve.ts";
import { asLister, asReader } from "../client.ts";
import { loadPaperEvents, readTexts } from "../log.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { requests } from "../schema/requests.ts";
import { workingPaperFindings, workingPapers } from "../schema/working-papers.ts";
import { peopleNames } from "./people-names.ts";
import { visibleTo } from "./visible.ts";
import { type FindingContent, findingContent, visiblePapers } from "./working-papers.ts";

const houses = alias(organisations, "houses");

/** A desk with its institution, of which several have one of the same name; or an organisation by itself. */
export type AskedNames = { readonly name: Text | null; readonly within: Text | null };
export type AskedFinding = Omit<typeof workingPaperFindings.$inferSelect, "raisedBy" | "tellOn"> & { /** What the desk or organisation is called that is asked. */ readonly askedNames: AskedNames };

/** The findings that desks of the actor, or organisations that they administer, are asked about and that are not closed, what is to be answered first on top. */
export async function findingsAsked(actor: Actor): Promise<readonly AskedFinding[]> {
  const [own, administers] = [desksOf(actor), administered(actor)];
  if (own.length + administers.length === 0) return [];
  return asLister(actor, async (tx) => {
    const { paperId, finding, paperNumber, requestId, number, desk, organisation, severity, status, raisedAt, replyBy, followUpOn } = workingPaperFindings;
    const rows = await tx
      .select({ paperId, finding, paperNumber, requestId, number, desk, organisation, severity, status, raisedAt, replyBy, followUpOn, ofDesk: desks.names, ofOrganisation: organisations.names, within: houses.names })
      .from(workingPaperFindings)
      .leftJoin(desks, eq(desks.id, desk))
      .leftJoin(houses, eq(houses.id, desks.organisation))
      .leftJoin(organisations, eq(organisations.id, organisation))
      .where(and(or(inArray(desk, own), inArray(organisation, administers)), ne(status, "closed")))
      .orderBy(asc(status), asc(replyBy), asc(paperId), asc(finding))
      .limit(200);
    return rows.map(({ ofDesk, ofOrganisation, within, ...row }) => ({ ...row, askedNames: { name: ofDesk ?? ofOrganisation, within } }));
  });
}

export type FindingPage = FindingContent & { readonly paper: { readonly id: string; readonly number: string; readonly isAudited: boolean; readonly isSigned: boolean }; readonly number: string; /** What the desk or organisation is called that is asked. */ readonly askedNames: AskedNames; /** Whether the reader sees the request as well. */ readonly isCaseSeen: boolean; readonly names: Readonly<Record<string, string>> };

/** One finding with its words: for the auditors of its paper, and for the desk or organisation that it asks; null for everybody else. */
export async function findingAt(actor: Actor, paperId: string, finding: number): Promise<FindingPage | null> {
  return asReader(actor, async (tx) => {
    const [row] = await tx
      .select({ desk: workingPaperFindings.desk, organisation: workingPaperFindings.organisation, request: workingPaperFindings.requestId, number: workingPaperFindings.number, paperNumber: workingPaperFindings.paperNumber, ofDesk: desks.names, ofOrganisation: organisations.names, within: houses.names })
      .from(workingPaperFindings)
      .leftJoin(desks, eq(desks.id, workingPaperFindings.desk))
      .leftJoin(houses, eq(houses.id, desks.organisation))
      .leftJoin(organisations, eq(organisations.id, workingPaperFindings.organisation))
      .where(and(eq(workingPaperFindings.paperId, paperId), eq(workingPaperFindings.finding, finding)));
    const [paper] = await tx.select({ status: workingPapers.status }).from(workingPapers).where(and(eq(workingPapers.paperId, paperId), visiblePapers(actor)));
    if (!row || (!paper && !desksOf(actor).includes(row.desk ?? "") && !administered(actor).includes(row.organisation ?? ""))) return null;
    const found = replayFindings(await loadPaperEvents(tx, paperId)).find((one) => one.finding === finding);
    if (!found) return null;
    const words = await readTexts(tx, paperId, digestsIn(found));
    const content = findingContent(found, (of) => (of === null ? null : (words.get(of.digest) ?? null)));
    const names = await peopleNames(tx, [found.raisedBy, found.closed?.by ?? null, ...found.replies.map(({ by }) => by)]);
    const seen = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.requestId, row.request), visibleTo(tx, actor, requests.requestId)));
    return { ...content, number: row.number, askedNames: { name: row.ofDesk ?? row.ofOrganisation, within: row.within }, isCaseSeen: seen.length > 0, names, paper: { id: paperId, number: row.paperNumber, isAudited: paper !== undefined, isSigned: paper?.status === "signed" } };
  });
}
