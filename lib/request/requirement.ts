import type { Finding } from "../policy/evaluate.ts";
import type { Due } from "../policy/pack.ts";
import type { Requirement } from "./state.ts";

/** The letter that stands in for the acceptance of a host that has not joined. */
export const hostLetter = "host-letter";

/** The confirmation of a claimed programme that no desk here runs: a letter or a number of whoever does. */
export function confirmationOf(programme: string): string {
  return `${confirming}${programme}`;
}

/** The programme whose confirmation a requirement is; null for any other. */
export function programmeConfirmed(requirement: string): string | null {
  return requirement.startsWith(confirming) ? requirement.slice(confirming.length) : null;
}

const confirming = "confirmation-of-";

type Asked = { readonly findings: readonly Finding[]; readonly hostHere: boolean; /** Claimed programmes that no desk here confirms. */ readonly unconfirmed: readonly string[] };

/** The requirements that findings and claims make, keeping what was already recorded for those that stay. */
export function requirementsOf({ findings, hostHere, unconfirmed }: Asked, before: readonly Requirement[] = []): Requirement[] {
  const asked = findings.filter((finding) => finding.binding || finding.waivedBy !== null).map(fromFinding);
  const claims = findings.filter(({ id }) => unconfirmed.includes(id)).map((programme) => confirmation(programme, findings.some(({ waivedBy }) => waivedBy === programme.id)));
  const all = [...asked, ...claims, ...(hostHere ? [] : [letter])];
  return all.map((fresh) => {
    const known = before.find((one) => one.id === fresh.id);
    return known && fresh.status === "open" && known.status !== "waived" ? { ...fresh, status: known.status, reference: known.reference, date: known.date, validUntil: known.validUntil, ...(known.recordedAt && { recordedAt: known.recordedAt }) } : fresh;
  });
}

/** Met: an outside permit is granted; a document, declaration or notification is at least filed; or a programme waives it. */
export function isMet({ status, type }: Pick<Requirement, "status" | "type">): boolean {
  if (status === "granted" || status === "waived") return true;
  return status === "filed" && (type === "document" || type === "declaration" || type === "notification");
}

/**
 * Requirements that hold a gate shut. What is uncertain never decides by itself: it holds the permit, where a person
 * has seen it, and not the submission.
 */
export function blocking(requirements: readonly Requirement[], gate: Gate): Requirement[] {
  return requirements.filter((one) => !isMet(one) && gateOf(one) === gate);
}

/** What can still be recorded once the permit has ended: what is due at the crossing or after it, for the paper often comes later than the goods. */
export function isDueLate({ due, type }: Pick<Requirement, "due" | "type">): boolean {
  return (due === "at-crossing" || due === "after-crossing") && type !== "prohibition";
}

export type Gate = "submission" | "permit" | "crossing";

export function gateOf({ due, uncertain, type }: Pick<Requirement, "due" | "uncertain" | "type">): Gate | null {
  if (type === "prohibition" && !uncertain) return "submission";
  return gates[due] === "submission" && uncertain ? "permit" : gates[due];
}

/** What is due at the crossing is shown at the control point; it is recorded there, and does not stop the record of the crossing. */
const gates = {
  "before-submission": "submission",
  "before-permit": "permit",
  "before-crossing": "crossing",
  "at-crossing": null,
  "after-crossing": null,
} as const satisfies Record<Due, Gate | null>;

function fromFinding({ id, type, due, confidence, waivedBy }: Finding): Requirement {
  return { ...empty, id, regime: id, type, due, uncertain: confidence === "uncertain", status: waivedBy ? "waived" : "open", waivedBy };
}

/** A claim that takes something away is confirmed before the permit, one that eases it before the crossing. */
function confirmation({ id, due, confidence }: Finding, takesAway: boolean): Requirement {
  const early = takesAway || due === "before-submission" || due === "before-permit";
  return { ...empty, id: confirmationOf(id), regime: id, type: "document", due: early ? "before-permit" : "before-crossing", uncertain: confidence === "uncertain", status: "open" };
}

const empty = { reference: null, date: null, validUntil: null, waivedBy: null } as const;
const letter: Requirement = { ...empty, id: hostLetter, regime: hostLetter, type: "document", due: "before-permit", uncertain: false, status: "open" };
