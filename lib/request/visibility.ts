import type { ConfigChanged } from "../access/configuration.ts";
import type { EventType, DataOf } from "./events.ts";

/**
 * Who may see what an event says. `parties`: requester, team, every desk of the case and auditors; `desks`: desks and auditors;
 * `desk`: the staff of the one desk that the entry names, and auditors; `audience`: whoever the entry itself names; `system`: nobody but the record and who audits everything. An event is shown whole, so no
 * field may be for fewer than its event. A type or field without a class does not compile.
 */
export const visibilityClasses = ["parties", "desks", "desk", "audience", "system"] as const;
export type VisibilityClass = (typeof visibilityClasses)[number];

type Classes = { readonly [T in EventType]: { readonly event: VisibilityClass; readonly fields: { readonly [F in keyof DataOf<T>]-?: VisibilityClass } } };

const asked = {
  title: "parties",
  answers: "parties",
  facts: "parties",
  claims: "parties",
  corridor: "parties",
  crossing: "parties",
  window: "parties",
  limit: "parties",
  packs: "parties",
  findings: "parties",
  steps: "parties",
  unconfirmed: "parties",
  clocks: "parties",
  outcome: "parties",
} as const;
const permitTerms = { number: "parties", limit: "parties", validFrom: "parties", validUntil: "parties", controlPoint: "parties" } as const;
const entry = { movement: "parties", direction: "parties", quantity: "parties", controlPoint: "parties", at: "parties", stated: "parties", rate: "parties", papers: "parties", about: "parties", consignment: "parties" } as const;
const recorded = { requirement: "parties", reference: "parties", date: "parties", validUntil: "parties", paper: "parties" } as const;

export const visibility: Classes = {
  "request.submitted": {
    event: "parties",
    fields: { ...asked, number: "parties", kind: "parties", draftVersion: "parties", workflow: "parties", requester: "parties", team: "parties", endorser: "parties", home: "parties", host: "parties", terms: "parties", sinceBegun: "parties" },
  },
  "request.returned": { event: "parties", fields: { step: "parties", round: "parties", questions: "parties" } },
  "request.resubmitted": { event: "parties", fields: { ...asked, changed: "parties", stands: "parties", replies: "parties" } },
  "amendment.requested": { event: "parties", fields: { ...asked, as: "parties", reason: "parties", changed: "parties", stands: "parties" } },
  "amendment.approved": { event: "parties", fields: {} },
  "amendment.refused": { event: "parties", fields: { step: "parties", round: "parties", reasons: "parties" } },
  "amendment.withdrawn": { event: "parties", fields: { reason: "parties" } },
  "request.withdrawn": { event: "parties", fields: { reason: "parties" } },
  "request.approved": { event: "parties", fields: {} },
  "request.rejected": { event: "parties", fields: { step: "parties", round: "parties", reasons: "parties" } },
  "request.closed": { event: "parties", fields: { reason: "parties" } },
  "request.appealed": { event: "parties", fields: { reason: "parties", against: "parties", desk: "parties", side: "parties", clock: "parties" } },
  "appeal.decided": { event: "parties", fields: { step: "parties", outcome: "parties", reason: "parties" } },
  "step.dropped": { event: "parties", fields: { step: "parties", round: "parties", reason: "parties" } },
  "request.replanned": { event: "parties", fields: { ...asked, reason: "parties", workflow: "parties", kept: "parties", gone: "parties", fresh: "parties", changed: "parties", stands: "parties" } },
  "request.transferred": { event: "parties", fields: { from: "parties", to: "parties", reason: "parties" } },
  "entry.corrected": { event: "parties", fields: { entry: "parties", of: "parties", text: "parties" } },
  "step.approved": { event: "parties", fields: { step: "parties", round: "parties", conditions: "parties", duties: "parties" } },
  "step.extended": { event: "parties", fields: { step: "parties", round: "parties", workingDays: "parties", reason: "parties" } },
  // Who deals with a request is no secret of its desks; why it changed hands is said to desks alone.
  "step.claimed": { event: "parties", fields: { step: "parties", round: "parties", from: "parties" } },
  "step.released": { event: "parties", fields: { step: "parties", round: "parties", from: "parties", reason: "parties" } },
  "step.assigned": { event: "parties", fields: { step: "parties", round: "parties", to: "parties", from: "parties", keepWork: "parties", reason: "parties" } },
  "step.rejected": { event: "parties", fields: { step: "parties", round: "parties", reasons: "parties" } },
  "step.settled": { event: "parties", fields: { step: "parties", round: "parties", outcome: "parties", by: "parties", rule: "parties" } },
  // How members voted is their desk's own; what it came to is for all.
  "step.voted": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", vote: "desk", casting: "desk", text: "desk" } },
  "step.recused": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", reason: "desk" } },
  "step.substituteNamed": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", to: "desk", reason: "desk" } },
  "step.voteClosed": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk" } },
  "step.allotted": { event: "parties", fields: { step: "parties", round: "parties", from: "parties", to: "parties", rule: "parties", why: "parties", preferred: "parties" } },
  "step.delegated": { event: "parties", fields: { step: "parties", round: "parties", to: "parties", from: "parties", reason: "parties" } },
  "step.reviewerAdded": { event: "parties", fields: { step: "parties", round: "parties", added: "parties", to: "parties", reason: "parties" } },
  // Advice between officers is theirs; the requester sees what is decided, and when work on it stops.
  "step.referred": { event: "desks", fields: { step: "desks", round: "desks", referral: "desks", to: "desks", question: "desks", due: "desks" } },
  "step.advised": { event: "desks", fields: { step: "desks", round: "desks", referral: "desks", recommends: "desks", text: "desks" } },
  "step.countersigned": { event: "parties", fields: { step: "parties", round: "parties" } },
  "step.suspended": { event: "parties", fields: { step: "parties", round: "parties", reason: "parties" } },
  "step.resumed": { event: "parties", fields: { step: "parties", round: "parties" } },
  // That a desk is late is between desks; by when it is due all can see.
  "step.reminded": { event: "desks", fields: { step: "desks", round: "desks", share: "desks", to: "desks" } },
  "step.escalated": { event: "parties", fields: { step: "parties", round: "parties", from: "parties", to: "parties" } },
  "step.skipped": { event: "parties", fields: { step: "parties", round: "parties", reason: "parties" } },
  "requirement.filed": { event: "parties", fields: recorded },
  "requirement.queried": { event: "parties", fields: { ...recorded, question: "parties" } },
  "requirement.granted": { event: "parties", fields: { ...recorded, validFrom: "parties", limit: "parties", replaces: "parties" } },
  "requirement.linked": { event: "parties", fields: { ...recorded, validFrom: "parties", grant: "parties", replaces: "parties" } },
  "requirement.expiring": { event: "parties", fields: { requirement: "parties", validUntil: "parties", days: "parties" } },
  "requirement.refused": { event: "parties", fields: { ...recorded, reason: "parties" } },
  "terms.accepted": { event: "parties", fields: { terms: "parties" } },
  "comment.added": { event: "audience", fields: { audience: "audience", side: "audience", text: "audience" } },
  "document.attached": { event: "parties", fields: { document: "parties", name: "parties", paper: "parties", mediaType: "parties", size: "parties", sha256: "parties" } },
  "permit.issued": { event: "parties", fields: permitTerms },
  "permit.amended": { event: "parties", fields: permitTerms },
  "permit.suspended": { event: "parties", fields: { reason: "parties" } },
  "permit.reinstated": { event: "parties", fields: { reason: "parties" } },
  "permit.reissued": { event: "parties", fields: { number: "parties", replaces: "parties", reason: "parties" } },
  "revocation.announced": { event: "parties", fields: { reason: "parties", from: "parties", bars: "parties" } },
  "permit.revoked": { event: "parties", fields: { reason: "parties", announced: "parties", bars: "parties" } },
  "permit.expiring": { event: "parties", fields: { validUntil: "parties", days: "parties" } },
  "permit.expired": { event: "parties", fields: {} },
  // What crossed, and what about it did not agree, concerns everybody of the case.
  "movement.recorded": { event: "parties", fields: { ...entry, batch: "parties" } },
  "movement.planned": { event: "parties", fields: { ...entry, expected: "parties" } },
  "movement.departed": { event: "parties", fields: { ...entry, expected: "parties" } },
  "movement.arrived": { event: "parties", fields: entry },
  "movement.ended": { event: "parties", fields: { ...entry, end: "parties" } },
  "movement.read": { event: "parties", fields: { ...entry, reading: "parties" } },
  "movement.corrected": { event: "parties", fields: { ...entry, corrects: "parties", stage: "parties", reason: "parties", isVoid: "parties", expected: "parties", reading: "parties" } },
  "movement.traced": { event: "parties", fields: { trace: "parties", movement: "parties", document: "parties", range: "parties", from: "parties", to: "parties", readings: "parties", lowest: "parties", highest: "parties", outside: "parties", excursions: "parties", excursionCount: "parties", series: "parties" } },
  "movement.handedOver": { event: "parties", fields: { handOver: "parties", movement: "parties", from: "parties", to: "parties", quantity: "parties", stated: "parties", at: "parties", isSound: "parties", about: "parties" } },
  "discrepancy.opened": { event: "parties", fields: { discrepancy: "parties", code: "parties", movement: "parties", found: "parties", expected: "parties", unit: "parties" } },
  "obligation.fulfilled": { event: "parties", fields: { obligation: "parties", date: "parties", reference: "parties", document: "parties" } },
  "obligation.reminded": { event: "parties", fields: { obligation: "parties", due: "parties", days: "parties" } },
  "obligation.waived": { event: "parties", fields: { obligation: "parties", reason: "parties" } },
  // That something is gone is no secret; that an authority wants it kept is for those who keep it.
  "words.erased": { event: "parties", fields: { rule: "parties", entries: "parties", digests: "parties", whole: "parties", reason: "parties" } },
  "document.erased": { event: "parties", fields: { document: "parties", rule: "parties", digests: "parties", reason: "parties" } },
  "hold.placed": { event: "desks", fields: { authority: "desks", reason: "desks" } },
  "hold.lifted": { event: "desks", fields: { reason: "desks" } },
  "discrepancy.resolved": { event: "parties", fields: { discrepancy: "parties", outcome: "parties", reason: "parties" } },
};

/** Events of the set-up, `config.changed`: the record's own, shown to nobody but who audits everything. */
export const setUpVisibility = {
  event: "system",
  fields: { of: "system", subject: "system", change: "system", version: "system", kind: "system", content: "system", approved: "system", proposal: "system", access: "system", batch: "system", erased: "system" },
} as const satisfies { readonly event: VisibilityClass; readonly fields: { readonly [F in FieldOf<ConfigChanged>]-?: VisibilityClass } };

type FieldOf<T> = T extends T ? keyof T : never;

/** A reader's place in a case. */
export type Reader = { readonly auditor: boolean; readonly desk: boolean; /** The desks of the case that they staff. */ readonly desks: readonly string[]; readonly sides: readonly string[]; readonly isAuthor: boolean };

/** Whether a reader who sees the request also sees this entry of it. */
export function maySee(event: { readonly type: EventType; readonly data: unknown }, reader: Reader): boolean {
  const classOf = visibility[event.type].event;
  if (classOf === "parties" || reader.isAuthor) return true;
  if (classOf === "desks") return reader.desk || reader.auditor;
  if (classOf === "system") return false;
  if (classOf === "desk") return reader.auditor || reader.desks.includes((event.data as DataOf<"step.voted">).desk);
  const { audience, side } = event.data as DataOf<"comment.added">;
  if (audience === "requester") return true;
  if (audience === "desks") return reader.desk || reader.auditor;
  return side !== null && reader.sides.includes(side);
}
