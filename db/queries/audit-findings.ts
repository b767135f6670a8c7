import { and, asc, eq, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { type Actor, desksOf } from "../../lib/access/actor.ts";
import { administered } from "../../lib/access/administered.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import type { Text } from "../../lib/language.ts";
import type { AskedPlace } from "../../lib/working-paper/asked-cursor.ts";
import { findingsAsTheyStood } from "../as-it-stood.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { readTexts } from "../log.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { requests } from "../schema/requests.ts";
import { workingPaperFindings, workingPapers } from "../schema/working-papers.ts";
import { type Counted, counted } from "./counted.ts";
import { peopleNames } from "./people-names.ts";
import { visibleTo } from "./visible.ts";
import { type FindingContent, findingContent, visiblePapers } from "./working-papers.ts";

const houses = alias(organisations, "houses");

/** A desk with its institution, of which several have one of the same name; or an organisation by itself. */
export type AskedNames = { readonly name: Text | null; readonly within: Text | null };
export type AskedFinding = Omit<typeof workingPaperFindings.$inferSelect, "raisedBy" | "tellOn"> & { /** What the desk or organisation is called that is asked. */ readonly askedNames: AskedNames };

type Asked = { readonly after?: AskedPlace | undefined; readonly limit?: number | undefined };

/** The findings that desks of the actor, or organisations that they administer, are asked about and that are not closed, what is to be answered first on top; a page at a time. */
export async function findingsAsked(actor: Actor, { after, limit = 50 }: Asked = {}): Promise<{ readonly items: readonly AskedFinding[]; readonly next: AskedPlace | null }> {
  const asked = askedOf(actor);
  if (!asked) return { items: [], next: null };
  return asLister(actor, async (tx) => {
    const { paperId, finding, paperNumber, requestId, number, desk, organisation, severity, status, raisedAt, replyBy, followUpOn } = workingPaperFindings;
    const rows = await tx
      .select({ paperId, finding, paperNumber, requestId, number, desk, organisation, severity, status, raisedAt, replyBy, followUpOn, ofDesk: desks.names, ofOrganisation: organisations.names, within: houses.names })
      .from(workingPaperFindings)
      .leftJoin(desks, eq(desks.id, desk))
      .leftJoin(houses, eq(houses.id, desks.organisation))
      .leftJoin(organisations, eq(organisations.id, organisation))
      .where(and(asked, after && sql`(${status}, ${replyBy}, ${paperId}, ${finding}) > (${after.status}, ${after.replyBy}::date, ${after.paperId}::uuid, ${after.finding}::int)`))
      .orderBy(asc(status), asc(replyBy), asc(paperId), asc(finding))
      .limit(limit + 1);
    const items = rows.slice(0, limit).map(({ ofDesk, ofOrganisation, within, ...row }) => ({ ...row, askedNames: { name: ofDesk ?? ofOrganisation, within } }));
    return { items, next: rows.length > limit ? placeOf(items.at(-1)) : null };
  });
}

/** How many they are, and how many of them wait for a reply; past `most` they are not counted on. */
export async function findingsAskedCount(actor: Actor, most = 1000): Promise<Counted & { readonly unanswered: number }> {
  const asked = askedOf(actor);
  if (!asked) return { ...counted(0, most), unanswered: 0 };
  const found = await asLister(actor, (tx) => tx.select({ status: workingPaperFindings.status }).from(workingPaperFindings).where(asked).orderBy(asc(workingPaperFindings.status)).limit(most + 1));
  return { ...counted(found.length, most), unanswered: found.slice(0, most).filter(({ status }) => status === "asked").length };
}

function askedOf(actor: Actor): SQL | undefined {
  const asked = addressedTo(actor);
  return asked && and(asked, ne(workingPaperFindings.status, "closed"));
}

/** Findings that ask a desk of the actor's, or an organisation that they administer; undefined where they have neither. */
function addressedTo(actor: Actor): SQL | undefined {
  const [own, administers] = [desksOf(actor), administered(actor)];
  return own.length + administers.length === 0 ? undefined : or(inArray(workingPaperFindings.desk, own), inArray(workingPaperFindings.organisation, administers));
}

/** Whether a working paper asks the actor anything, or did. */
export async function isAskedIn(tx: ScopedTx, actor: Actor, paperId: string): Promise<boolean> {
  const asked = addressedTo(actor);
  if (!asked) return false;
  const found = await tx.select({ finding: workingPaperFindings.finding }).from(workingPaperFindings).where(and(eq(workingPaperFindings.paperId, paperId), asked)).limit(1);
  return found.length > 0;
}

function placeOf(row: AskedFinding | undefined): AskedPlace | null {
  return row ? { status: row.status, replyBy: row.replyBy, paperId: row.paperId, finding: row.finding } : null;
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
    const found = (await findingsAsTheyStood(tx, paperId)).find((one) => one.finding === finding);
    if (!found) return null;
    const words = await readTexts(tx, paperId, digestsIn(found));
    const content = findingContent(found, (of) => (of === null ? null : (words.get(of.digest) ?? null)));
    const names = await peopleNames(tx, [found.raisedBy, found.closed?.by ?? null, ...found.replies.map(({ by }) => by)]);
    const seen = await tx.select({ id: requests.requestId }).from(requests).where(and(eq(requests.requestId, row.request), visibleTo(tx, actor, requests.requestId)));
    return { ...content, number: row.number, askedNames: { name: row.ofDesk ?? row.ofOrganisation, within: row.within }, isCaseSeen: seen.length > 0, names, paper: { id: paperId, number: row.paperNumber, isAudited: paper !== undefined, isSigned: paper?.status === "signed" } };
  });
}
