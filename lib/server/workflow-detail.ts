import { asReader } from "../../db/client.ts";
import { proposalById } from "../../db/workflow-proposals.ts";
import { peopleNames } from "../../db/queries/people-names.ts";
import { type ProposalRow, proposalRows, type PublishedVersion, publishedVersion, publishedVersions, versionBefore } from "../../db/queries/workflows.ts";
import type { PersonActor } from "../access/actor.ts";
import { contentDigest } from "../audit/content-digest.ts";
import type { Kind } from "../policy/pack.ts";
import type { Refusal } from "../request/refusal.ts";
import { brokenWorkflow } from "../workflow/check/problem.ts";
import type { WorkflowDefinition } from "../workflow/definition.ts";
import { type DefinitionDifference, definitionDifference } from "../workflow/definition-difference.ts";
import { proposalCommands } from "../workflow/proposal/command.ts";
import { proposalRefusals } from "../workflow/proposal/decide.ts";
import type { Proposal } from "../workflow/proposal/proposal.ts";
import { readsWorkflows } from "../workflow/proposal/readers.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { proposalContext } from "./publish-workflow.ts";

type Names = { readonly names: Readonly<Record<string, string>> };
/** One workflow: its versions, newest first, which of them is in force, and what was proposed. */
export type ListedWorkflow = { readonly id: string; readonly kind: Kind; readonly inForce: number | null; readonly versions: readonly PublishedVersion[]; readonly proposals: readonly ProposalRow[] };
/** `before` is the version that it took the place of; null for the first. */
export type Compared = { readonly before: WorkflowDefinition | null; readonly difference: DefinitionDifference | null };
export type ShownVersion = PublishedVersion & Compared & Names & { readonly definition: WorkflowDefinition; readonly isInForce: boolean };
export type ShownProposal = Compared & Names & { readonly proposal: Proposal; readonly digest: string; /** What would be wrong with publishing it today; nothing once it is decided. */ readonly problems: readonly Refusal[]; readonly allowed: readonly { readonly command: (typeof proposalCommands)[number]; readonly allowed: boolean; readonly reasons: readonly Refusal[] }[] };

/** Every workflow; null for whoever does not read them. */
export async function listedWorkflows(actor: PersonActor, clock: Clock = realClock): Promise<({ readonly workflows: readonly ListedWorkflow[] } & Names) | null> {
  if (!readsWorkflows(actor)) return null;
  const { today } = moment(clock);
  return asReader(actor, async (tx) => {
    const [versions, proposals] = [await publishedVersions(tx), await proposalRows(tx)];
    const ids = [...new Set(versions.map(({ id }) => id))];
    const workflows = ids.map((id): ListedWorkflow => {
      const own = versions.filter((one) => one.id === id);
      return { id, kind: (own[0] as PublishedVersion).kind, inForce: inForce(own, today), versions: own, proposals: proposals.filter(({ workflow }) => workflow === id) };
    });
    return { workflows, names: await peopleNames(tx, [...versions.flatMap(({ author, approver }) => [author, approver]), ...proposals.flatMap(({ author, decidedBy }) => [author, decidedBy])]) };
  });
}

/** One published version. */
export async function shownVersion(actor: PersonActor, id: string, version: number, clock: Clock = realClock): Promise<ShownVersion | null> {
  if (!readsWorkflows(actor)) return null;
  return asReader(actor, async (tx) => {
    const found = await publishedVersion(tx, id, version);
    if (!found) return null;
    const [before, all] = [await versionBefore(tx, id, version), await publishedVersions(tx)];
    return { ...found, ...compared(before, found.definition), isInForce: inForce(all.filter((one) => one.id === id), moment(clock).today) === version, names: await peopleNames(tx, [found.author, found.approver]) };
  });
}

/** One proposal: what it would change, what is wrong with it, and what its reader may do. */
export async function shownProposal(actor: PersonActor, id: string, clock: Clock = realClock): Promise<ShownProposal | null> {
  if (!readsWorkflows(actor)) return null;
  return asReader(actor, async (tx) => {
    const proposal = await proposalById(tx, id);
    if (!proposal) return null;
    const context = await proposalContext(tx, actor, { ...proposal, prove: proposal.status === "proposed" }, clock);
    const allowed = proposalCommands.map((command) => {
      const reasons = proposalRefusals(command, proposal, context);
      return { command, allowed: reasons.length === 0, reasons };
    });
    return {
      proposal,
      digest: contentDigest(proposal.definition),
      problems: context.problems.map((one) => brokenWorkflow(one, "definition")),
      allowed,
      ...compared(await versionBefore(tx, proposal.workflow, proposal.version), proposal.definition),
      names: await peopleNames(tx, [proposal.author, proposal.decidedBy, ...proposal.authorFor]),
    };
  });
}

/** The newest version whose day has come. */
function inForce(versions: readonly PublishedVersion[], today: string): number | null {
  return versions.find(({ from }) => from === null || from <= today)?.version ?? null;
}

function compared(before: WorkflowDefinition | null, after: WorkflowDefinition): Compared {
  return { before, difference: before && definitionDifference(before, after) };
}
