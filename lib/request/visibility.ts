import type { ConfigChanged } from "../access/configuration.ts";
import type { Classified, VisibilityClass } from "../access/visibility-class.ts";
import type { EventType, DataOf } from "./events.ts";

/** Who may see what an event of a request says. An event is shown whole, so no field may be for fewer than its event. */
export type RequestVisibility = { readonly [T in EventType]: Classified<DataOf<T>> };

const asked = {
  title: "both sides",
  answers: "both sides",
  facts: "both sides",
  claims: "both sides",
  corridor: "both sides",
  crossing: "both sides",
  window: "both sides",
  limit: "both sides",
  packs: "both sides",
  findings: "both sides",
  steps: "both sides",
  unconfirmed: "both sides",
  clocks: "both sides",
  outcome: "both sides",
} as const;
const permitTerms = { number: "both sides", limit: "both sides", validFrom: "both sides", validUntil: "both sides", controlPoint: "both sides" } as const;
const entry = { movement: "both sides", direction: "both sides", quantity: "both sides", controlPoint: "both sides", at: "both sides", stated: "both sides", rate: "both sides", papers: "both sides", about: "both sides", consignment: "both sides" } as const;
const recorded = { requirement: "both sides", reference: "both sides", date: "both sides", validUntil: "both sides", paper: "both sides" } as const;

export const visibility: RequestVisibility = {
  "request.submitted": {
    event: "both sides",
    fields: { ...asked, number: "both sides", kind: "both sides", draftVersion: "both sides", workflow: "both sides", requester: "both sides", team: "both sides", endorser: "both sides", home: "both sides", host: "both sides", terms: "both sides", sinceBegun: "both sides" },
  },
  "request.returned": { event: "both sides", fields: { step: "both sides", round: "both sides", questions: "both sides" } },
  "request.resubmitted": { event: "both sides", fields: { ...asked, changed: "both sides", stands: "both sides", replies: "both sides" } },
  "amendment.requested": { event: "both sides", fields: { ...asked, as: "both sides", reason: "both sides", changed: "both sides", stands: "both sides" } },
  "amendment.approved": { event: "both sides", fields: {} },
  "amendment.refused": { event: "both sides", fields: { step: "both sides", round: "both sides", reasons: "both sides" } },
  "amendment.withdrawn": { event: "both sides", fields: { reason: "both sides" } },
  "request.withdrawn": { event: "both sides", fields: { reason: "both sides" } },
  "request.approved": { event: "both sides", fields: {} },
  "request.rejected": { event: "both sides", fields: { step: "both sides", round: "both sides", reasons: "both sides" } },
  "request.closed": { event: "both sides", fields: { reason: "both sides" } },
  "request.appealed": { event: "both sides", fields: { reason: "both sides", against: "both sides", desk: "both sides", side: "both sides", clock: "both sides" } },
  "appeal.decided": { event: "both sides", fields: { step: "both sides", outcome: "both sides", reason: "both sides" } },
  "step.dropped": { event: "both sides", fields: { step: "both sides", round: "both sides", reason: "both sides" } },
  "request.replanned": { event: "both sides", fields: { ...asked, reason: "both sides", workflow: "both sides", kept: "both sides", gone: "both sides", fresh: "both sides", changed: "both sides", stands: "both sides" } },
  "request.transferred": { event: "both sides", fields: { from: "both sides", to: "both sides", reason: "both sides" } },
  "entry.corrected": { event: "both sides", fields: { entry: "both sides", of: "both sides", text: "both sides" } },
  "step.approved": { event: "both sides", fields: { step: "both sides", round: "both sides", conditions: "both sides", duties: "both sides" } },
  "step.extended": { event: "both sides", fields: { step: "both sides", round: "both sides", workingDays: "both sides", reason: "both sides" } },
  // Who deals with a request is no secret of its desks; why it changed hands is said to desks alone.
  "step.claimed": { event: "both sides", fields: { step: "both sides", round: "both sides", from: "both sides" } },
  "step.released": { event: "both sides", fields: { step: "both sides", round: "both sides", from: "both sides", reason: "both sides" } },
  "step.assigned": { event: "both sides", fields: { step: "both sides", round: "both sides", to: "both sides", from: "both sides", keepWork: "both sides", reason: "both sides" } },
  "step.rejected": { event: "both sides", fields: { step: "both sides", round: "both sides", reasons: "both sides" } },
  "step.settled": { event: "both sides", fields: { step: "both sides", round: "both sides", outcome: "both sides", by: "both sides", rule: "both sides" } },
  // How members voted is their desk's own; what it came to is for all.
  "step.voted": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", vote: "desk", casting: "desk", text: "desk" } },
  "step.recused": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", reason: "desk" } },
  "step.substituteNamed": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk", to: "desk", reason: "desk" } },
  "step.voteClosed": { event: "desk", fields: { desk: "desk", step: "desk", round: "desk" } },
  "step.allotted": { event: "both sides", fields: { step: "both sides", round: "both sides", from: "both sides", to: "both sides", rule: "both sides", why: "both sides", preferred: "both sides" } },
  "step.delegated": { event: "both sides", fields: { step: "both sides", round: "both sides", to: "both sides", from: "both sides", reason: "both sides" } },
  "step.reviewerAdded": { event: "both sides", fields: { step: "both sides", round: "both sides", added: "both sides", to: "both sides", reason: "both sides" } },
  // Advice between officers is theirs; the requester sees what is decided, and when work on it stops.
  "step.referred": { event: "desks", fields: { step: "desks", round: "desks", referral: "desks", to: "desks", question: "desks", due: "desks" } },
  "step.advised": { event: "desks", fields: { step: "desks", round: "desks", referral: "desks", recommends: "desks", text: "desks" } },
  "step.countersigned": { event: "both sides", fields: { step: "both sides", round: "both sides" } },
  "step.suspended": { event: "both sides", fields: { step: "both sides", round: "both sides", reason: "both sides" } },
  "step.resumed": { event: "both sides", fields: { step: "both sides", round: "both sides" } },
  // That a desk is late is between desks; by when it is due all can see.
  "step.reminded": { event: "desks", fields: { step: "desks", round: "desks", share: "desks", to: "desks" } },
  "step.escalated": { event: "both sides", fields: { step: "both sides", round: "both sides", from: "both sides", to: "both sides" } },
  "step.skipped": { event: "both sides", fields: { step: "both sides", round: "both sides", reason: "both sides" } },
  "requirement.filed": { event: "both sides", fields: recorded },
  "requirement.queried": { event: "both sides", fields: { ...recorded, question: "both sides" } },
  "requirement.granted": { event: "both sides", fields: { ...recorded, validFrom: "both sides", limit: "both sides", replaces: "both sides" } },
  "requirement.linked": { event: "both sides", fields: { ...recorded, validFrom: "both sides", grant: "both sides", replaces: "both sides" } },
  "requirement.expiring": { event: "both sides", fields: { requirement: "both sides", validUntil: "both sides", days: "both sides" } },
  "requirement.refused": { event: "both sides", fields: { ...recorded, reason: "both sides" } },
  "terms.accepted": { event: "both sides", fields: { terms: "both sides" } },
  "comment.added": { event: "side", fields: { audience: "side", side: "side", text: "side" } },
  "document.attached": { event: "both sides", fields: { document: "both sides", name: "both sides", paper: "both sides", mediaType: "both sides", size: "both sides", sha256: "both sides" } },
  "permit.issued": { event: "both sides", fields: permitTerms },
  "permit.amended": { event: "both sides", fields: permitTerms },
  "permit.suspended": { event: "both sides", fields: { reason: "both sides" } },
  "permit.reinstated": { event: "both sides", fields: { reason: "both sides" } },
  "permit.reissued": { event: "both sides", fields: { number: "both sides", replaces: "both sides", reason: "both sides" } },
  "revocation.announced": { event: "both sides", fields: { reason: "both sides", from: "both sides", bars: "both sides" } },
  "permit.revoked": { event: "both sides", fields: { reason: "both sides", announced: "both sides", bars: "both sides" } },
  "permit.expiring": { event: "both sides", fields: { validUntil: "both sides", days: "both sides" } },
  "permit.expired": { event: "both sides", fields: {} },
  // What crossed, and what about it did not agree, concerns everybody of the case.
  "movement.recorded": { event: "both sides", fields: { ...entry, batch: "both sides" } },
  "movement.planned": { event: "both sides", fields: { ...entry, expected: "both sides" } },
  "movement.departed": { event: "both sides", fields: { ...entry, expected: "both sides" } },
  "movement.arrived": { event: "both sides", fields: entry },
  "movement.ended": { event: "both sides", fields: { ...entry, end: "both sides" } },
  "movement.read": { event: "both sides", fields: { ...entry, reading: "both sides" } },
  "movement.corrected": { event: "both sides", fields: { ...entry, corrects: "both sides", stage: "both sides", reason: "both sides", isVoid: "both sides", expected: "both sides", reading: "both sides" } },
  "movement.traced": { event: "both sides", fields: { trace: "both sides", movement: "both sides", document: "both sides", range: "both sides", from: "both sides", to: "both sides", readings: "both sides", lowest: "both sides", highest: "both sides", outside: "both sides", excursions: "both sides", excursionCount: "both sides", series: "both sides" } },
  "movement.handedOver": { event: "both sides", fields: { handOver: "both sides", movement: "both sides", from: "both sides", to: "both sides", quantity: "both sides", stated: "both sides", at: "both sides", isSound: "both sides", about: "both sides" } },
  "discrepancy.opened": { event: "both sides", fields: { discrepancy: "both sides", code: "both sides", movement: "both sides", found: "both sides", expected: "both sides", unit: "both sides" } },
  "obligation.fulfilled": { event: "both sides", fields: { obligation: "both sides", date: "both sides", reference: "both sides", document: "both sides" } },
  "obligation.reminded": { event: "both sides", fields: { obligation: "both sides", due: "both sides", days: "both sides" } },
  "obligation.waived": { event: "both sides", fields: { obligation: "both sides", reason: "both sides" } },
  // That something is gone is no secret; that an authority wants it kept is for those who keep it.
  "words.erased": { event: "both sides", fields: { rule: "both sides", entries: "both sides", digests: "both sides", whole: "both sides", reason: "both sides" } },
  "document.erased": { event: "both sides", fields: { document: "both sides", rule: "both sides", digests: "both sides", reason: "both sides" } },
  "hold.placed": { event: "desks", fields: { authority: "desks", reason: "desks" } },
  "hold.lifted": { event: "desks", fields: { reason: "desks" } },
  "discrepancy.resolved": { event: "both sides", fields: { discrepancy: "both sides", outcome: "both sides", reason: "both sides" } },
};

/** Events of the set-up, `config.changed`: the record's own, shown to nobody but who audits everything. */
export const setUpVisibility = {
  event: "system",
  fields: { of: "system", subject: "system", change: "system", version: "system", kind: "system", content: "system", approved: "system", proposal: "system", access: "system", batch: "system", erased: "system" },
} as const satisfies { readonly event: VisibilityClass; readonly fields: { readonly [F in FieldOf<ConfigChanged>]-?: VisibilityClass } };

type FieldOf<T> = T extends T ? keyof T : never;

/** A reader's place in a case. */
export type Reader = { /** They made the request, or are of its team. */ readonly party?: "requester" | "team" | null; readonly auditor: boolean; readonly desk: boolean; /** The desks of the case that they staff. */ readonly desks: readonly string[]; readonly sides: readonly string[]; readonly isAuthor: boolean };

/** Whether a reader who sees the request also sees this entry of it. */
export function maySee(event: { readonly type: EventType; readonly data: unknown }, reader: Reader): boolean {
  const classOf: VisibilityClass = visibility[event.type].event;
  return reader.isAuthor || sees[classOf](reader, event.data);
}

const sees = {
  requester: ({ auditor, party }) => auditor || party === "requester",
  team: ({ auditor, party }) => auditor || party === "requester" || party === "team",
  desk: ({ auditor, desks }, data) => auditor || desks.includes((data as DataOf<"step.voted">).desk),
  desks: ({ auditor, desk }) => auditor || desk,
  side: ({ auditor, desk, sides }, data) => {
    const { audience, side } = data as DataOf<"comment.added">;
    return audience === "requester" || (audience === "desks" ? desk || auditor : side !== null && sides.includes(side));
  },
  "both sides": () => true,
  auditor: ({ auditor }) => auditor,
  system: () => false,
} as const satisfies Record<VisibilityClass, (reader: Reader, data: unknown) => boolean>;
