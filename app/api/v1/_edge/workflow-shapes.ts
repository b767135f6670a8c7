import type { Language } from "@/lib/language";
import type { Compared, ListedWorkflow, ShownProposal, ShownVersion } from "@/lib/server/workflow-detail";
import { worded } from "./language";

type Names = Readonly<Record<string, string>>;

/** A workflow as the API lists it. */
export function listedShape({ id, kind, inForce, versions, proposals }: ListedWorkflow, names: Names) {
  return {
    id, kind, inForce,
    versions: versions.map(({ version, digest, publishedAt, from, author, approver }) => ({ version, digest, publishedAt, effectiveFrom: from, author: named(author, names), approver: named(approver, names) })),
    proposals: proposals.map(({ id: proposal, version, status, effectiveFrom, author, proposedAt, decidedBy, decidedAt }) => ({ id: proposal, version, status, effectiveFrom, author: named(author, names), proposedAt, decidedBy: named(decidedBy, names), decidedAt })),
  };
}

/** A published version, whole. */
export function versionShape({ id, kind, version, digest, publishedAt, from, author, approver, isInForce, definition, names, ...compared }: ShownVersion) {
  return { id, kind, version, digest, publishedAt, effectiveFrom: from, inForce: isInForce, author: named(author, names), approver: named(approver, names), definition, ...differenceShape(compared) };
}

/** A proposal, whole: each fault, and each reason why something may not be done with it, in words. */
export function proposalShape({ proposal, digest, problems, allowed, names, ...compared }: ShownProposal, language: Language) {
  const { id, workflow, version, kind, status, effectiveFrom, note, proposedAt, decidedAt, reason, definition, author, decidedBy } = proposal;
  return {
    id, workflow, version, kind, status, effectiveFrom, digest, note, author: named(author, names), proposedAt, decidedBy: named(decidedBy, names), decidedAt, reason, definition, ...differenceShape(compared),
    problems: problems.map((one) => worded(one, language)),
    allowed: allowed.map(({ reasons, ...one }) => ({ ...one, reasons: reasons.map((reason) => worded(reason, language)) })),
  };
}

function differenceShape({ before, difference }: Compared) {
  return { before: before?.version ?? null, difference };
}

function named(id: string | null, names: Names): { id: string; name: string } | null {
  return id === null ? null : { id, name: names[id] ?? "" };
}
