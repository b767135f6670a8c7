import { and, eq } from "drizzle-orm";
import { type AuditFinding, findingStatus, type PaperState, type WorkingPaper } from "../lib/working-paper/state.ts";
import { nextReminder } from "../lib/working-paper/reminder.ts";
import type { ScopedTx } from "./client.ts";
import { readTexts } from "./log.ts";
import { paperRowsOf } from "./paper-rows.ts";
import { workingPaperCases, workingPaperFindings, workingPapers } from "./schema/working-papers.ts";

/** The row that shows the paper's auditors the rest, and lets them write it; it comes before the first event. */
export async function admitAuditors(tx: ScopedTx, { paperId, number, scope, opener, at }: { readonly paperId: string; readonly number: string; readonly scope: string; readonly opener: string; readonly at: string }): Promise<void> {
  await tx.insert(workingPapers).values({ paperId, number, title: null, scope, status: "open", opener, cases: 0, tested: 0, exceptions: 0, openFindings: 0, openedAt: at });
}

/** Brings a working paper's read tables from one state to the next. Its cases never change; findings are added and go on. */
export async function projectPaper(tx: ScopedTx, before: PaperState, after: WorkingPaper, said: ReadonlyMap<string, string>): Promise<void> {
  const words = said.has(after.title.digest) ? said : new Map([...(await readTexts(tx, after.id, [after.title.digest])), ...said]);
  const now = paperRowsOf(after, words);
  const was = before.status === "none" ? null : paperRowsOf(before, words);
  if (!was && now.workingPaperCases.length > 0) await tx.insert(workingPaperCases).values(now.workingPaperCases);
  for (const row of now.workingPaperFindings) {
    const old = was?.workingPaperFindings.find(({ finding }) => finding === row.finding);
    if (!old) await tx.insert(workingPaperFindings).values(row);
    else if (JSON.stringify(old) !== JSON.stringify(row)) await tx.update(workingPaperFindings).set(row).where(and(eq(workingPaperFindings.paperId, row.paperId), eq(workingPaperFindings.finding, row.finding)));
  }
  const [row] = now.workingPapers;
  if (row) await tx.update(workingPapers).set(row).where(eq(workingPapers.paperId, after.id));
}

/** A reply changes one finding; who replies has no more of the paper than that. */
export async function projectReply(tx: ScopedTx, paperId: string, finding: AuditFinding): Promise<void> {
  await tx.update(workingPaperFindings).set({ status: findingStatus(finding), tellOn: nextReminder(finding) }).where(and(eq(workingPaperFindings.paperId, paperId), eq(workingPaperFindings.finding, finding.finding)));
}
