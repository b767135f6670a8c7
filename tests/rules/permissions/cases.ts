import type { Actor, PersonActor } from "../../../lib/access/actor.ts";
import type { RoleId } from "../../../lib/access/permission.ts";
import type { Context } from "../../../lib/request/context.ts";
import { type RequestStatus } from "../../../lib/request/state.ts";
import { aStep, aWorkflow, desksWith } from "../patterns/play.ts";
import { aCase, aPerson, after, approved, type Case, endorsed, give, grant, move, people, ready, submitted } from "../request/builders.ts";

/* Who is asked about on docs/permissions.md, and the cases that they are asked about: each reached by commands alone. */

export const worker: Actor = { kind: "worker" };

const at = (role: RoleId, ...desks: readonly string[]) => desks.map((id) => [role, { kind: "desk", id }] as const);
const head: PersonActor = aPerson("heads", at("desk-lead", "smu.endorsement", "hku.biosafety", "smu.ethics"));
const away = people.biosafety.grants.map((grant) => ({ ...grant, for: people.biosafety.id }));

export const cast = [
  { letter: "R", who: "the requester", actor: people.requester },
  { letter: "T", who: "somebody of the team, who also staffs a desk of the case", actor: people.teammate },
  { letter: "E", who: "the endorser whom the request names", actor: people.pi },
  { letter: "D", who: "an officer of a desk of the case (biosafety)", actor: people.biosafety },
  { letter: "I", who: "somebody who stands in for that officer", actor: { ...aPerson("stands-in", [], "hku"), grants: away, standsIn: [people.biosafety.id] } satisfies PersonActor },
  { letter: "L", who: "the head of a desk of the case whose step is still to come (sign-off)", actor: people.signOff },
  { letter: "H", who: "the head of a desk whose step is open", actor: head },
  { letter: "C", who: "an officer of the permit’s control point", actor: aPerson("officer", at("control-point-officer", "hkia"), "hkia") },
  { letter: "A", who: "an auditor of everything", actor: people.auditor },
  { letter: "P", who: "an administrator of the platform, of people and of rules, for everything", actor: aPerson("administrator", (["platform-admin", "organisation-admin", "policy-admin"] as const).map((role) => [role, { kind: "everything" }] as const)) },
  { letter: "O", who: "a researcher who has no part in it", actor: people.stranger },
  { letter: "S", who: "the system, by itself", actor: worker },
] as const satisfies readonly { readonly letter: string; readonly who: string; readonly actor: Actor }[];

/** A case, the way to it in words, and in what it is decided where that is not the usual. */
export type Situation = { readonly named: string; readonly told: string; readonly case: () => Case; readonly context?: Partial<Context> };

const closed = { type: "close" } as const;
const no = [{ code: "risk", text: "No cabinet." }];
const lapsed = { now: "2027-01-01T02:00:00.000Z", today: "2027-01-01" };

/** A case in each status. */
export const reached = {
  draft: { told: "everything that submission asks for is there", case: aCase },
  submitted: { told: "nobody has decided yet; the endorser’s step is open", case: submitted },
  "in-review": { told: "endorsed; the reviews are open, sign-off and acceptance wait for them", case: endorsed },
  returned: { told: "biosafety asked a question", case: () => after(endorsed(), [people.biosafety, { type: "return", step: "biosafety", questions: [{ text: "How many?" }] }]) },
  approved: { told: "every step is done; the permit waits for another request of the dossier", case: () => heldBack() },
  permitted: { told: "what is due before the crossing is there", case: ready },
  closed: { told: "its requester closed it", case: () => after(ready(), [people.requester, closed]) },
  rejected: { told: "biosafety said no", case: () => after(endorsed(), [people.biosafety, { type: "reject", step: "biosafety", reasons: no }]) },
  withdrawn: { told: "its requester took it back", case: () => after(submitted(), [people.requester, { type: "withdraw", reason: "Not needed." }]) },
  expired: { told: "the permit’s last day is over", case: () => accepted(ready(), worker, { type: "expire" }, lapsed) },
  revoked: { told: "the head of sign-off took the permit back", case: () => after(ready(), [people.signOff, { type: "revoke", reason: "Seal broken." }]) },
} as const satisfies Record<RequestStatus, Omit<Situation, "named">>;

const committee = aWorkflow([
  aStep("biosafety", { mode: { vote: { present: "half", carries: "majority", veto: false, casting: true } }, may: ["return"] }),
  aStep("ethics", { mode: 2, may: ["approve", "countersign"], people: { skip: true, delegate: "anybody" }, when: { attr: "findings", op: "contains", value: "cn-hgr-scope-determination" } }),
]);
const host = { biosafety: { function: "biosafety" as const, offices: ["host" as const] } };
const ofCommittee: Partial<Context> = {
  workflow: { definition: { ...committee, steps: committee.steps.map((step) => (step.id === "biosafety" ? { ...step, desk: host.biosafety } : step)) }, digest: "0".repeat(64) },
  desks: desksWith("biosafety", "ethics", "sign-off").map((desk) => ({ ...desk, staff: [...desk.staff, people.biosafety.id, head.id] })),
};

/** What else a case can be in the middle of. */
export const situations: readonly Situation[] = [
  { named: "in review, a step in hand", told: "the biosafety officer has claimed the review", case: () => after(endorsed(), [people.biosafety, { type: "claim", step: "biosafety" }]) },
  { named: "in review, a step put aside", told: "the biosafety officer waits for an opinion", case: () => after(endorsed(), [people.biosafety, { type: "suspendStep", step: "biosafety", reason: "An opinion is awaited." }]) },
  { named: "in review, a committee votes", told: "the members of biosafety vote; ethics takes two signatures and may be left out", case: () => accepted(aCase(), people.requester, { type: "submit" }, ofCommittee), context: ofCommittee },
  { named: "permitted, an amendment at the desks", told: "another quantity was asked for; the permit holds meanwhile", case: () => after(ready(), [people.requester, { type: "amend", limit: { value: "40", unit: "container" }, reason: "More vials." }]) },
  { named: "permitted, the permit suspended", told: "nothing may cross for now", case: () => after(ready(), [people.requester, move("3")], [people.signOff, { type: "suspend", reason: "Temperature alarm." }]) },
  { named: "in review, an appeal", told: "the rejection is looked at again, at another desk", case: () => after(reached.rejected.case(), [people.requester, { type: "appeal", reason: "The cabinet is there." }]) },
];

function accepted(so: Case, ...[actor, act, change]: [Context["actor"], Parameters<typeof give>[2], Partial<Context>]): Case {
  const next = give(so, actor, act, change);
  if ("refusals" in next) throw new Error(JSON.stringify(next.refusals));
  return next;
}

/** Everything is there but another request that it waits for. */
function heldBack(): Case {
  const waits = [{ dossier: "d", request: "r", number: "CW-2", until: "approved", step: null, standing: "open" }] as const;
  return ["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].reduce((so, id) => accepted(so, people.requester, grant(id), { waits }), approved());
}
