import type { CommandType } from "../../../lib/request/command.ts";
import type { Target } from "../../../lib/request/context.ts";
import { consignments } from "../../../lib/permit/consignments.ts";
import type { Written } from "../../../lib/permit/entry.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { people } from "../request/builders.ts";
import { checkpoint, type Who } from "./world.ts";

/*
 * Who may give which command at all, as an auditor would read it off the house rules: from who somebody is in the world and what stands
 * in the case, never from grants, scopes or `can`. Whether the moment is right is another question.
 */

type Reading = (who: Who, target: Target, step: string | undefined) => boolean;

const party: Reading = (who, target) => {
  const { requester, team } = target.at === "draft" ? target.draft : target.state;
  return isPerson(who) && (who.id === requester || team.includes(who.id));
};
const worker: Reading = ({ is }) => is === "worker";
/** Of any desk of the case, or its head. */
const staff: Reading = (who, target) => stepsOf(target).some(({ desk }) => who.staffs.includes(desk) && isPerson(who));
const head: Reading = (who, target) => stepsOf(target).some(({ desk }) => who.leads.includes(desk) && isPerson(who));
/** Of the desk of one step; of any when none is named. */
const headThere: Reading = (who, target, step) => named(target, step).some(({ desk }) => who.leads.includes(desk) && isPerson(who));
const decider: Reading = (who, target, step) => isPerson(who) && named(target, step).some((one) => decides(who, one));
const asked: Reading = (who, target, step) => isPerson(who) && named(target, step).some(({ referrals }) => referrals.some(({ person }) => person === who.id));
const talks: Reading = (who, target, step) => party(who, target, step) || staff(who, target, step) || (isPerson(who) && live(target)?.endorser === who.id);
const papers: Reading = (who, target, step) => party(who, target, step) || staff(who, target, step);
const recorder: Reading = (who, target, step) => party(who, target, step) || (who.is === "checkpoint" && permitPoint(target) === checkpoint.slice(3));
/** Also a researcher of one of the two institutions, and the desks of the case; by what code is another question. */
const receiver: Reading = (who, target, step) => target.at === "live" && (recorder(who, target, step) || staff(who, target, step) || who.id === people.pi.id);
/** Whoever took something over last that has not arrived, or saw it off where nobody did. */
const hasIt: Reading = (who, target) => {
  const state = live(target);
  const underWay = state ? consignments(state.ledger).filter(({ at }) => at.departed && !at.arrived) : [];
  return isPerson(who) && underWay.some(({ id, at }) => {
    const saw = (entry: Written): string | null => (entry.corrects === null ? entry.person : saw(state?.ledger.find((one) => one.id === entry.corrects) ?? { ...entry, corrects: null }));
    return (state?.custody.findLast(({ movement }) => movement === id)?.to ?? (at.departed && saw(at.departed))) === who.id;
  });
};

export const mayGive = {
  saveDraft: party,
  deleteDraft: party,
  acceptTerms: party,
  submit: party,
  withdraw: party,
  resubmit: party,
  amend: party,
  renew: party,
  withdrawAmendment: party,
  appeal: party,
  comment: talks,
  correct: talks,
  attachDocument: papers,
  recordRequirement: papers,
  linkGrant: papers,
  recordMovement: recorder,
  planMovement: recorder,
  recordStage: (who, target, step) => recorder(who, target, step) || hasIt(who, target, step),
  recordEnd: recorder,
  recordMovements: recorder,
  recordReading: recorder,
  recordTrace: recorder,
  takeOver: receiver,
  correctMovement: recorder,
  resolveDiscrepancy: staff,
  fulfilObligation: party,
  waiveObligation: staff,
  // Also whoever administers the home institution.
  erase: (who, target, step) => target.at === "live" && (worker(who, target, step) || party(who, target, step) || staff(who, target, step) || who.id === "person-policy"),
  placeHold: (who, target) => target.at === "live" && who.id === people.auditor.id,
  liftHold: (who, target) => target.at === "live" && who.id === people.auditor.id,
  reportNotArrived: worker,
  close: (who, target, step) => party(who, target, step) || head(who, target, step) || (["returned", "approved"].includes(live(target)?.status ?? "") && staff(who, target, step)),
  transfer: staff,
  approve: decider,
  approveWithConditions: decider,
  reject: decider,
  return: decider,
  countersign: decider,
  vote: decider,
  closeVote: decider,
  recuse: decider,
  claim: decider,
  release: decider,
  delegate: decider,
  refer: decider,
  suspendStep: decider,
  resumeStep: decider,
  advise: asked,
  extend: headThere,
  assign: headThere,
  skip: headThere,
  addReviewer: headThere,
  nameSubstitute: headThere,
  dropStep: (who, target, step) => headThere(who, target, step) || named(target, step).some(({ droppable }) => droppable?.includes("requester") && isPerson(who) && live(target)?.requester === who.id),
  suspend: head,
  reinstate: head,
  reissue: head,
  revoke: head,
  move: head,
  decideAppeal: (who, target) => isPerson(who) && named(target, "appeal").some((step) => step.id === "appeal" && decides(who, step)),
  expire: worker,
  tellExpiry: worker,
  tellObligations: worker,
  followGrant: worker,
  issuePermit: worker,
  goOn: worker,
  lapse: worker,
  allot: worker,
  tellClock: worker,
} as const satisfies Record<CommandType, Reading>;

/** Whose step it is: its desk's, the named endorser's, whoever's it was handed on to, and where it is reserved, whoever was asked. */
function decides({ id, staffs }: Who, { desk, assignee, holder, substitutes, people, referrals }: CaseStep): boolean {
  return staffs.includes(desk) || assignee === id || (holder?.how === "delegated" && holder.person === id) || substitutes.includes(id) || (people?.reserved === true && referrals.some(({ person }) => person === id));
}

function isPerson({ is }: Who): boolean {
  return is === "person" || is === "checkpoint";
}

function live(target: Target): LiveState | null {
  return target.at === "live" ? target.state : null;
}

function stepsOf(target: Target): readonly CaseStep[] {
  return live(target)?.steps ?? [];
}

function named(target: Target, step: string | undefined): readonly CaseStep[] {
  return stepsOf(target).filter(({ id }) => step === undefined || id === step);
}

function permitPoint(target: Target): string | null {
  const state = live(target);
  return state !== null && "permit" in state ? (state.permit?.controlPoint ?? null) : null;
}
