import type { Finding } from "../policy/evaluate.ts";
import type { Clock, Due } from "../policy/pack.ts";
import { refusal, type Refusal, type RefusalCode } from "./refusal.ts";
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

type Asked = { readonly findings: readonly Finding[]; readonly hostHere: boolean; /** Claimed programmes that no desk here confirms. */ readonly unconfirmed: readonly string[]; /** How long what is due after a crossing may take, by regime. */ readonly clocks?: Readonly<Record<string, Clock>> | undefined };

/** The requirements that findings and claims make, keeping what was already recorded for those that stay. */
export function requirementsOf({ findings, hostHere, unconfirmed, clocks = {} }: Asked, before: readonly Requirement[] = []): Requirement[] {
  const asked = findings.filter((finding) => finding.binding || finding.waivedBy !== null).map((finding) => fromFinding(finding, clocks[finding.id]));
  const claims = findings.filter(({ id }) => unconfirmed.includes(id)).map((programme) => confirmation(programme, findings.some(({ waivedBy }) => waivedBy === programme.id)));
  const all = [...asked, ...claims, ...(hostHere ? [] : [letter])];
  return all.map((fresh) => {
    const known = before.find((one) => one.id === fresh.id);
    if (!known || fresh.status !== "open" || known.status === "waived") return fresh;
    const { regime, type, due, uncertain, clock } = fresh;
    return { ...known, regime, type, due, uncertain, ...(clock && { clock }) };
  });
}

/** Met on a day: an outside permit is granted; a document, declaration or notification is at least filed; what has a last day has not passed it; or a programme waives it. */
export function isMet(one: Pick<Requirement, "status" | "type" | "validUntil">, day: string): boolean {
  const { status, type } = one;
  if (status === "waived") return true;
  if (hasExpired(one, day)) return false;
  return status === "granted" || (status === "filed" && (type === "document" || type === "declaration" || type === "notification"));
}

/** Whether what was granted or filed held until a day before this one. */
export function hasExpired({ status, validUntil }: Pick<Requirement, "status" | "validUntil">, day: string): boolean {
  return (status === "granted" || status === "filed") && validUntil !== null && validUntil < day;
}

/**
 * Requirements that hold a gate shut on a day. What is uncertain never decides by itself: it holds the permit, where a person
 * has seen it, and not the submission. The crossing rests on everything that was due earlier as well, so it waits for whatever of
 * that has expired since, or does not hold yet.
 */
export function blocking(requirements: readonly Requirement[], gate: Gate, day: string): Requirement[] {
  return requirements.filter((one) => {
    const due = gateOf(one);
    if (due === gate && !isMet(one, day)) return true;
    return gate === "crossing" && lapsesOn(one, day);
  });
}

/** Whether something was granted or filed that the crossing rests on, and that does not hold on this day. */
export function lapsesOn(one: Requirement, day: string): boolean {
  return gateOf(one) !== null && (hasExpired(one, day) || (one.validFrom !== undefined && day < one.validFrom));
}

/** Whether it is the requester who has to do something: file it, answer what was asked, or have what was refused or has expired granted anew. */
export function isRequestersMove(one: Pick<Requirement, "status" | "type" | "validUntil">, day: string): boolean {
  return !isMet(one, day) && (one.status !== "filed" || hasExpired(one, day));
}

/** Whose move a requirement that is not met waits for. A query of the authority makes it the requester's again. */
export function moverOf(one: Pick<Requirement, "status" | "type" | "validUntil">, day: string): "requester" | "authority" {
  return isRequestersMove(one, day) ? "requester" : "authority";
}

/** What stands before the permit: whatever was due at the submission, too. */
export function beforePermit(requirements: readonly Requirement[], day: string): Requirement[] {
  return [...blocking(requirements, "submission", day), ...blocking(requirements, "permit", day)];
}

/** Why a requirement holds something up. */
export function holdUp(one: Requirement, day: string): Extract<RefusalCode, "prohibited" | "requirementOpen" | "requirementQueried" | "requirementRefused" | "requirementExpired" | "requirementNotYet"> {
  if (one.type === "prohibition" && gateOf(one) === "submission") return "prohibited";
  if (one.status === "queried") return "requirementQueried";
  if (one.status === "refused") return "requirementRefused";
  if (hasExpired(one, day)) return "requirementExpired";
  return one.status === "granted" ? "requirementNotYet" : "requirementOpen";
}

/** The same as a refusal, with the day that it turns on. */
export function heldUpBy(one: Requirement, day: string): Refusal {
  const code = holdUp(one, day);
  if (code === "prohibited") return refusal(code, { regime: one.regime });
  const turns = code === "requirementExpired" ? one.validUntil : code === "requirementNotYet" ? one.validFrom : null;
  return refusal(code, { requirement: one.id, ...(typeof turns === "string" && { day: turns }) });
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

function fromFinding({ id, type, due, confidence, waivedBy }: Finding, clock: Clock | undefined): Requirement {
  return { ...empty, id, regime: id, type, due, uncertain: confidence === "uncertain", status: waivedBy ? "waived" : "open", waivedBy, ...(clock && { clock }) };
}

/** A claim that takes something away is confirmed before the permit, one that eases it before the crossing. */
function confirmation({ id, due, confidence }: Finding, takesAway: boolean): Requirement {
  const early = takesAway || due === "before-submission" || due === "before-permit";
  return { ...empty, id: confirmationOf(id), regime: id, type: "document", due: early ? "before-permit" : "before-crossing", uncertain: confidence === "uncertain", status: "open" };
}

const empty = { reference: null, date: null, validUntil: null, waivedBy: null } as const;
const letter: Requirement = { ...empty, id: hostLetter, regime: hostLetter, type: "document", due: "before-permit", uncertain: false, status: "open" };
