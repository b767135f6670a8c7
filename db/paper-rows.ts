import { findingStatus, isTested, type WorkingPaper } from "../lib/working-paper/state.ts";
import { nextReminder } from "../lib/working-paper/reminder.ts";
import type { workingPaperCases, workingPaperFindings, workingPapers } from "./schema/working-papers.ts";

/** Everything that the read tables say of one working paper. */
export type PaperRows = {
  readonly workingPapers: (typeof workingPapers.$inferInsert)[];
  readonly workingPaperCases: (typeof workingPaperCases.$inferInsert)[];
  readonly workingPaperFindings: (typeof workingPaperFindings.$inferInsert)[];
};

/** The rows of a working paper: a pure function of its state and of the words that are still kept. */
export function paperRowsOf(state: WorkingPaper, words: ReadonlyMap<string, string>): PaperRows {
  const { id: paperId, number: paperNumber, scope, status, opener, cases, findings, attributes, openedAt } = state;
  const tested = cases.filter((one) => isTested(one, attributes)).length;
  const exceptions = cases.filter(({ marks }) => marks.some(({ result }) => result === "exception")).length;
  return {
    workingPapers: [{ paperId, number: paperNumber, title: words.get(state.title.digest) ?? null, scope, status, opener, cases: cases.length, tested, exceptions, openFindings: findings.filter(({ closed }) => !closed).length, openedAt }],
    workingPaperCases: cases.map(({ request: requestId, number, stratum }, place) => ({ paperId, requestId, place, number, stratum })),
    workingPaperFindings: findings.map((one) => ({
      paperId,
      finding: one.finding,
      paperNumber,
      requestId: one.request,
      number: cases.find(({ request }) => request === one.request)?.number ?? "",
      desk: one.desk,
      organisation: one.organisation,
      severity: one.severity,
      status: findingStatus(one),
      raisedBy: one.raisedBy,
      raisedAt: one.raisedAt,
      replyBy: one.replyBy,
      followUpOn: one.followUp?.due ?? null,
      tellOn: nextReminder(one),
    })),
  };
}
