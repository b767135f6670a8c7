import { z } from "zod";
import type { PersonActor } from "../../access/actor.ts";
import type { Change } from "../../access/configuration.ts";
import { canonical } from "../../audit/chain.ts";
import type { Kind } from "../../policy/pack.ts";
import { refusal, type Refusal } from "../../request/refusal.ts";
import { brokenWorkflow, type WorkflowProblem } from "../check/problem.ts";
import { mostVersion, WorkflowDefinition } from "../definition.ts";
import type { ProposalCommand, ProposeWorkflow } from "./command.ts";
import type { Proposal } from "./proposal.ts";

/** What a proposal is judged by, read under the lock of its workflow. */
export type ProposalContext = {
  readonly actor: PersonActor;
  readonly now: string;
  readonly today: string;
  /** What the id in the definition belongs to; null where nothing was ever published under it. */
  readonly workflow: { readonly kind: Kind; readonly newest: WorkflowDefinition } | null;
  /** Another proposal for it that nobody has decided yet. */
  readonly open: string | null;
  /** What is wrong with the definition, by the rules in force and by everybody who works here today. */
  readonly problems: readonly WorkflowProblem[];
};

type Decided = { readonly refusals: readonly Refusal[] } | { readonly changes: readonly Change[] };

/** Judges a new version: every reason against it, or the change that keeps it as proposed. */
export function propose(asked: ProposeWorkflow & { readonly id: string }, context: ProposalContext): Decided {
  const { actor, now, today, workflow, open, problems } = context;
  if (!keepsPolicy(actor)) return { refusals: [refusal("notPermitted")] };
  const named = Named.safeParse(asked.definition).data;
  const refusals = [
    ...inPast(asked.effectiveFrom, today),
    ...(named && !workflow ? [refusal("unknownWorkflow", { workflow: named.id }, "definition.id")] : []),
    ...(named && workflow ? versionRefusals(named, workflow.newest) : []),
    ...(open === null ? [] : [refusal("proposalOpen", { proposal: open })]),
    ...problems.map((one) => brokenWorkflow(one, "definition")),
  ];
  if (refusals.length > 0 || !workflow) return { refusals };
  const definition = WorkflowDefinition.parse(asked.definition);
  const proposal: Proposal = {
    id: asked.id, workflow: definition.id, version: definition.version, kind: workflow.kind, definition, effectiveFrom: asked.effectiveFrom, note: asked.note ?? null,
    author: actor.id, authorFor: [...(actor.standsIn ?? [])].toSorted(), proposedAt: now, status: "proposed", decidedBy: null, decidedAt: null, reason: null,
  };
  return { changes: [kept(proposal)] };
}

/** Judges what somebody does with a proposal: every reason against it, or the changes; approved, the version is published along with it. */
export function decideProposal(command: ProposalCommand, proposal: Proposal, context: ProposalContext): Decided {
  const refusals = proposalRefusals(command.type, proposal, context);
  if (refusals.length > 0) return { refusals };
  const { actor, now } = context;
  const { id, kind, definition, author, effectiveFrom } = proposal;
  const ended = { decidedBy: actor.id, decidedAt: now };
  switch (command.type) {
    case "approve":
      return { changes: [kept({ ...proposal, ...ended, status: "approved" }), { of: "workflow", kind, definition, approved: { proposal: id, author, approver: actor.id, effectiveFrom } }] };
    case "reject":
      return { changes: [kept({ ...proposal, ...ended, status: "rejected", reason: command.reason })] };
    case "withdraw":
      return { changes: [kept({ ...proposal, ...ended, status: "withdrawn", reason: command.reason ?? null })] };
    default:
      return command satisfies never;
  }
}

/** Why somebody may not do this with a proposal; nothing when they may. The same for whoever asks beforehand. */
export function proposalRefusals(command: ProposalCommand["type"], proposal: Proposal, context: ProposalContext): Refusal[] {
  const { actor, today, workflow, problems } = context;
  const { author, status, effectiveFrom, definition } = proposal;
  if (command === "withdraw" ? actor.id !== author : !keepsPolicy(actor)) return [refusal("notPermitted")];
  if (status !== "proposed") return [refusal("proposalClosed", { status })];
  if (command === "withdraw") return [];
  if (actor.id === author) return [refusal("ownProposal")];
  if (command === "reject") return [];
  return [
    ...(isSamePair(actor, proposal) ? [refusal("standsInForAuthor")] : []),
    ...inPast(effectiveFrom, today),
    ...(workflow ? versionRefusals(definition, workflow.newest) : []),
    ...problems.map((one) => brokenWorkflow(one, "definition")),
  ];
}

/** Whether somebody may propose and approve: in their own right, over everything. */
export function keepsPolicy({ grants }: PersonActor): boolean {
  return grants.some(({ permissions, scope, for: of }) => of === undefined && scope.kind === "everything" && permissions.includes("policy.publish"));
}

/** Whether whoever approves and whoever proposed were, for one another or for a third, the same person. */
function isSamePair({ id, standsIn = [] }: PersonActor, { author, authorFor }: Proposal): boolean {
  const proposing = [author, ...authorFor];
  return [id, ...standsIn].some((one) => proposing.includes(one));
}

function inPast(day: string, today: string): Refusal[] {
  return day < today ? [refusal("dateInPast", { day }, "effectiveFrom")] : [];
}

function versionRefusals(definition: Named, newest: WorkflowDefinition): Refusal[] {
  if (definition.version <= newest.version) return [refusal("versionNotLater", { version: definition.version, newest: newest.version }, "definition.version")];
  return canonical({ ...definition, version: 0 }) === canonical({ ...newest, version: 0 }) ? [refusal("nothingChanged", {}, "definition")] : [];
}

/** What can be said of a definition before the rest of it can be read. */
const Named = z.looseObject({ id: z.string().max(60), version: z.number().int().positive().max(mostVersion) });
type Named = z.infer<typeof Named>;

function kept(proposal: Proposal): Change {
  return { of: "workflow-proposal", ...proposal, authorFor: [...proposal.authorFor] };
}
