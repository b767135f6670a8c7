import { z } from "zod";
import type { CommandRule } from "./rule.ts";
import { AcceptTerms, acceptTerms } from "./commands/accept-terms.ts";
import { Approve, approve } from "./commands/approve.ts";
import { ApproveWithConditions, approveWithConditions } from "./commands/approve-with-conditions.ts";
import { AttachDocument, attachDocument } from "./commands/attach-document.ts";
import { CloseVote, closeVote } from "./commands/close-vote.ts";
import { Close, close } from "./commands/close.ts";
import { Comment, comment } from "./commands/comment.ts";
import { DeleteDraft, deleteDraft } from "./commands/delete-draft.ts";
import { ErasureCommands, erasureRules } from "./commands/erasure.ts";
import { Expire, expire } from "./commands/expire.ts";
import { Extend, extend } from "./commands/extend.ts";
import { FollowGrant, followGrant } from "./commands/follow-grant.ts";
import { GoOn, goOn } from "./commands/go-on.ts";
import { HandCommands, handRules, SystemHandCommands } from "./commands/hands.ts";
import { IssuePermit, issuePermit } from "./commands/issue-permit.ts";
import { LinkGrant, linkGrant } from "./commands/link-grant.ts";
import { Lapse, lapse } from "./commands/lapse.ts";
import { laterCommands, laterRules } from "./commands/later.ts";
import { MovementCommands, movementRules, SystemMovementCommands } from "./commands/movements.ts";
import { ObligationCommands, obligationRules } from "./commands/obligations.ts";
import { RecordMovement, recordMovement } from "./commands/record-movement.ts";
import { RecordRequirement, recordRequirement } from "./commands/record-requirement.ts";
import { Recuse, recuse } from "./commands/recuse.ts";
import { Reject, reject } from "./commands/reject.ts";
import { Resubmit, resubmit } from "./commands/resubmit.ts";
import { Return, returnToRequester } from "./commands/return.ts";
import { Revoke, revoke } from "./commands/revoke.ts";
import { SaveDraft, saveDraft } from "./commands/save-draft.ts";
import { TellExpiry, tellExpiry } from "./commands/tell-expiry.ts";
import { TellObligations, tellObligations } from "./commands/tell-obligations.ts";
import { Submit, submit } from "./commands/submit.ts";
import { Vote, vote } from "./commands/vote.ts";
import { Withdraw, withdraw } from "./commands/withdraw.ts";

/** What people may send, by page or API. */
export const PublicCommand = z.discriminatedUnion("type", [SaveDraft, DeleteDraft, AcceptTerms, Submit, Withdraw, Approve, ApproveWithConditions, Reject, Return, Extend, Vote, CloseVote, Recuse, Resubmit, Comment, RecordRequirement, LinkGrant, RecordMovement, ...MovementCommands, ...ObligationCommands, ...ErasureCommands, Close, Revoke, ...laterCommands, ...HandCommands]);
export type PublicCommand = z.infer<typeof PublicCommand>;

/** Also what only the door of documents and the worker send. */
export const Command = z.discriminatedUnion("type", [...PublicCommand.options, AttachDocument, Expire, TellExpiry, TellObligations, FollowGrant, IssuePermit, GoOn, Lapse, ...SystemHandCommands, ...SystemMovementCommands]);
export type Command = z.infer<typeof Command>;
export type CommandType = Command["type"];

/** The rule of each command. A command without one does not compile. */
export const rules = {
  saveDraft,
  deleteDraft,
  acceptTerms,
  submit,
  withdraw,
  approve,
  approveWithConditions,
  reject,
  return: returnToRequester,
  extend,
  vote,
  closeVote,
  recuse,
  resubmit,
  comment,
  recordRequirement,
  linkGrant,
  recordMovement,
  ...movementRules,
  ...obligationRules,
  ...erasureRules,
  close,
  revoke,
  ...handRules,
  ...laterRules,
  attachDocument,
  expire,
  tellExpiry,
  tellObligations,
  followGrant,
  issuePermit,
  goOn,
  lapse,
} as const satisfies { readonly [T in CommandType]: { readonly schema: z.ZodType } };

/** The rule for a command whose type is only known at run time. The registry pairs each type with its own schema, so the cast holds. */
export function ruleFor(type: CommandType): CommandRule<z.ZodType<Command>> {
  return rules[type] as unknown as CommandRule<z.ZodType<Command>>;
}
