import type { PaperDataOf, PaperEventType } from "./events.ts";

/**
 * Who may see what an event of a working paper says. `auditors`: those of its scope and whoever audits everything; `asked`: they,
 * and the desk or organisation that the finding asks. The people of a request see nothing of it. A type or field without a class does not compile.
 */
export type PaperVisibility = "auditors" | "asked";

type Classes = { readonly [T in PaperEventType]: { readonly event: PaperVisibility; readonly fields: { readonly [F in keyof PaperDataOf<T>]-?: PaperVisibility } } };

export const paperVisibility: Classes = {
  "paper.opened": { event: "auditors", fields: { number: "auditors", title: "auditors", scope: "auditors", question: "auditors", period: "auditors", sampling: "auditors", attributes: "auditors", cases: "auditors" } },
  "paper.tested": { event: "auditors", fields: { request: "auditors", marks: "auditors", note: "auditors" } },
  "finding.raised": { event: "asked", fields: { finding: "asked", request: "asked", severity: "asked", text: "asked", events: "asked", desk: "asked", organisation: "asked", replyBy: "asked" } },
  "finding.replied": { event: "asked", fields: { finding: "asked", stance: "asked", text: "asked" } },
  "finding.followUpSet": { event: "asked", fields: { finding: "asked", text: "asked", due: "asked" } },
  "finding.reminded": { event: "asked", fields: { finding: "asked", of: "asked", due: "asked", isLate: "asked" } },
  "finding.closed": { event: "asked", fields: { finding: "asked", reason: "asked" } },
  "paper.signed": { event: "auditors", fields: { conclusion: "auditors" } },
};
