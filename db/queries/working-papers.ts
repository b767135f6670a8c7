import { and, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import { doerOf } from "../../lib/audit/entry-says.ts";
import { type PaperQuestion, questionIn } from "../../lib/working-paper/question.ts";
import { findingStatus, type FindingStatus, isTested, type Mark, type PaperStatus, type Sampling, type SeenEvent, type Severity, type Stance, type WorkingPaper } from "../../lib/working-paper/state.ts";
import { paperAsItStood } from "../as-it-stood.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { paperStream, readTexts } from "../log.ts";
import { workingPapers } from "../schema/working-papers.ts";
import { type Counted, counted } from "./counted.ts";
import { peopleNames } from "./people-names.ts";
import { streamBackwards, streamPage, type StreamPage } from "./stream-page.ts";

export type PaperItem = { readonly id: string; readonly number: string; readonly title: string; readonly scope: string; readonly status: PaperStatus; readonly cases: number; readonly tested: number; readonly exceptions: number; readonly openFindings: number; readonly openedAt: string };

/** The working papers that an auditor may see, newest first, a page at a time from the last one before it: an id that its client made says nothing of when. */
export async function workingPaperList(actor: Actor, { cursor, limit = 25 }: { readonly cursor?: string | undefined; readonly limit?: number | undefined } = {}): Promise<{ readonly items: readonly PaperItem[]; readonly next: string | null }> {
  return asLister(actor, async (tx) => {
    const { paperId: id, number, scope, status, cases, tested, exceptions, openFindings, openedAt } = workingPapers;
    const rows = await tx
      .select({ id, number, title: sql<string>`coalesce(${workingPapers.title}, '')`, scope, status, cases, tested, exceptions, openFindings, openedAt })
      .from(workingPapers)
      .where(and(visiblePapers(actor), cursor ? sql`(${openedAt}, ${id}) < (select c.opened_at, c.paper_id from ${workingPapers} c where c.paper_id = ${cursor}::uuid)` : undefined))
      .orderBy(desc(openedAt), desc(id))
      .limit(limit + 1);
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
}

/** How many they are in all; past `most` it is not counted on. */
export async function workingPaperCount(actor: Actor, most = 1000): Promise<Counted> {
  return asLister(actor, async (tx) => {
    const found = await tx.select({ id: workingPapers.paperId }).from(workingPapers).where(visiblePapers(actor)).limit(most + 1);
    return counted(found.length, most);
  });
}

/** The first wall: papers of a scope that the actor audits; undefined when that is all of them. */
export function visiblePapers(actor: Actor): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  return all ? undefined : inArray(workingPapers.scope, subjects.filter((subject) => subject.startsWith("audit:")));
}

/** A finding with its words. Null is what was erased. */
export type FindingContent = {
  readonly finding: number;
  readonly request: string;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly text: string | null;
  readonly events: readonly SeenEvent[];
  readonly desk: string | null;
  readonly organisation: string | null;
  readonly replyBy: string;
  readonly raisedBy: string;
  readonly raisedAt: string;
  readonly replies: readonly { readonly by: string; readonly at: string; readonly stance: Stance; readonly text: string | null }[];
  readonly followUp: { readonly text: string | null; readonly due: string } | null;
  readonly closed: { readonly by: string; readonly at: string; readonly reason: string | null } | null;
};

/** Everything that a working paper says, in words. People are named by id; `names` has what they are called. */
export type PaperContent = {
  readonly id: string;
  readonly number: string;
  readonly title: string | null;
  readonly scope: string;
  readonly status: PaperStatus;
  readonly version: number;
  readonly question: PaperQuestion;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly sampling: Sampling;
  readonly attributes: readonly { readonly id: string; readonly name: string | null }[];
  readonly cases: readonly { readonly request: string; readonly number: string; readonly stratum: string | null; readonly marks: readonly Mark[]; readonly note: string | null; readonly tested: boolean; readonly testedBy: string | null; readonly testedAt: string | null }[];
  readonly findings: readonly FindingContent[];
  readonly opener: string;
  readonly openedAt: string;
  readonly changedAt: string;
  readonly signed: { readonly by: string; readonly at: string; readonly conclusion: string | null } | null;
  readonly names: Readonly<Record<string, string>>;
};

/** One working paper with all its words; null for whoever does not audit its scope. */
export async function workingPaperContent(actor: Actor, paperId: string): Promise<PaperContent | null> {
  return asReader(actor, async (tx) => {
    if (!(await seesPaper(tx, actor, paperId))) return null;
    const { state } = await paperAsItStood(tx, paperId);
    return state.status === "none" ? null : contentOf(tx, state);
  });
}

/** Its history from a place on; null when the actor does not see the paper. Whoever audits its scope sees all of it. */
export async function workingPaperEvents(actor: Actor, paperId: string, after = 0): Promise<StreamPage | null> {
  return asReader(actor, async (tx) => ((await seesPaper(tx, actor, paperId)) ? streamPage(tx, { id: paperId, stream: paperStream(paperId) }, after) : null));
}

/** The same from its end, or from a place on, back to its beginning, with the names of those who did it. */
export async function workingPaperHistory(actor: Actor, paperId: string, before: number | null): Promise<(StreamPage & { readonly people: Readonly<Record<string, string>> }) | null> {
  return asReader(actor, async (tx) => {
    if (!(await seesPaper(tx, actor, paperId))) return null;
    const page = await streamBackwards(tx, { id: paperId, stream: paperStream(paperId) }, before);
    return { ...page, people: await peopleNames(tx, page.items.flatMap((one) => ("withheld" in one ? [] : (doerOf(one.actor).person ?? [])))) };
  });
}

/** Whether the actor audits a paper's scope. */
export async function seesPaper(tx: ScopedTx, actor: Actor, paperId: string): Promise<boolean> {
  const rows = await tx.select({ id: workingPapers.paperId }).from(workingPapers).where(and(eq(workingPapers.paperId, paperId), visiblePapers(actor)));
  return rows.length > 0;
}

/** What a paper's state, or a part of it, says in words. */
export async function contentOf(tx: ScopedTx, state: WorkingPaper): Promise<PaperContent> {
  const { id, number, scope, status, seq: version, period, sampling, attributes, cases, findings, opener, openedAt, changedAt, signed } = state;
  const words = await readTexts(tx, id, digestsIn(state));
  const said = (of: { readonly digest: string } | null) => (of === null ? null : (words.get(of.digest) ?? null));
  const people = [opener, ...cases.map(({ testedBy }) => testedBy), ...findings.flatMap(({ raisedBy, replies, closed }) => [raisedBy, ...replies.map(({ by }) => by), closed?.by ?? null]), signed?.by ?? null];
  return {
    id,
    number,
    title: said(state.title),
    scope,
    status,
    version,
    question: questionIn(said(state.question) ?? ""),
    period,
    sampling,
    attributes: attributes.map(({ id: one, name }) => ({ id: one, name: said(name) })),
    cases: cases.map(({ note, ...one }) => ({ ...one, note: said(note), tested: isTested(one, attributes) })),
    findings: findings.map((one) => findingContent(one, said)),
    opener,
    openedAt,
    changedAt,
    signed: signed && { by: signed.by, at: signed.at, conclusion: said(signed.conclusion) },
    names: await peopleNames(tx, people),
  };
}

/** A finding in words, by whatever says them. */
export function findingContent(one: WorkingPaper["findings"][number], said: (of: { readonly digest: string } | null) => string | null): FindingContent {
  const { finding, request, severity, desk, organisation, replyBy, raisedBy, raisedAt, followUp, closed } = one;
  return {
    finding,
    request,
    severity,
    status: findingStatus(one),
    text: said(one.text),
    events: one.events,
    desk,
    organisation,
    replyBy,
    raisedBy,
    raisedAt,
    replies: one.replies.map(({ by, at, stance, text }) => ({ by, at, stance, text: said(text) })),
    followUp: followUp && { text: said(followUp.text), due: followUp.due },
    closed: closed && { by: closed.by, at: closed.at, reason: said(closed.reason) },
  };
}
