import { v7 as newId } from "uuid";
import { asActor, type ScopedTx } from "../../db/client.ts";
import { findCommand, keepCommand } from "../../db/commands.ts";
import { keepChange } from "../../db/configure.ts";
import { takeId } from "../../db/drafts.ts";
import { addRows } from "../../db/outbox.ts";
import { lockWorkflow, newestVersion, otherOpenProposal, proposalById } from "../../db/workflow-proposals.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Change } from "../access/configuration.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import type { ProposalCommand, ProposeWorkflow } from "../workflow/proposal/command.ts";
import { decideProposal, keepsPolicy, propose, type ProposalContext } from "../workflow/proposal/decide.ts";
import type { Proposal, ProposalStatus } from "../workflow/proposal/proposal.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { proposedTopic } from "./notify-proposal.ts";
import { publisher } from "./publish.ts";
import { problemsOfWorkflow } from "./workflow-problems.ts";

/** What was accepted; the same act again answers the same and says `repeated`. */
export type ProposalAnswer = { readonly id: string; readonly workflow: string; readonly version: number; readonly effectiveFrom: string; readonly status: ProposalStatus; readonly repeated: boolean };
export type ProposalRefused = { readonly refusals: readonly Refusal[] };

const system = { kind: "system" } as const;

/**
 * Puts a new version of a workflow forward, on record with its author, its day and the digest of what it says. It is proved first: by
 * the rules in force and everybody who works here. The same again under its id changes nothing.
 */
export async function proposeWorkflow(actor: PersonActor, asked: ProposeWorkflow, clock: Clock = realClock): Promise<ProposalAnswer | ProposalRefused> {
  const id = asked.id ?? newId();
  return asActor(system, async (tx) => {
    const named = String(asked.definition.id).slice(0, 60);
    await lockWorkflow(tx, named);
    const before = await proposalById(tx, id);
    if (before) return isTheSame(before, asked, actor) ? answerOf({ ...before, status: "proposed" }, true) : { refusals: [refusal("idTaken", {}, "id")] };
    const outcome = propose({ ...asked, id }, await proposalContext(tx, actor, { id, workflow: named, definition: asked.definition, prove: keepsPolicy(actor) }, clock));
    if ("refusals" in outcome) return outcome;
    if (!(await takeId(tx, id))) return { refusals: [refusal("idTaken", {}, "id")] };
    await addRows(tx, proposedTopic, [{ requestId: id, id: newId(), payload: {}, at: clock().toISOString() }]);
    return keep(tx, actor, outcome.changes, clock);
  });
}

/** Approves, rejects or withdraws a proposal. Approved, it is proved once more and published in the same transaction, or nothing happens. */
export async function executeOnProposal(actor: PersonActor, id: string, command: ProposalCommand, clock: Clock = realClock): Promise<ProposalAnswer | ProposalRefused | { readonly notFound: true }> {
  return asActor(system, async (tx) => {
    const first = await proposalById(tx, id);
    if (!first) return { notFound: true };
    await lockWorkflow(tx, first.workflow);
    // Whoever waited for the lock reads what the other made of it.
    const [proposal, before] = [await proposalById(tx, id), await findCommand(tx, id, command.commandId)];
    const bodyDigest = contentDigest({ by: actor.id, command });
    if (before) return before.bodyDigest === bodyDigest ? { ...(before.answer as ProposalAnswer), repeated: true } : { refusals: [refusal("commandIdReused")] };
    if (!proposal) return { notFound: true };
    const outcome = decideProposal(command, proposal, await proposalContext(tx, actor, { ...proposal, prove: command.type === "approve" && keepsPolicy(actor) }, clock));
    if ("refusals" in outcome) return outcome;
    const answer = await keep(tx, actor, outcome.changes, clock);
    await keepCommand(tx, { requestId: id, commandId: command.commandId, actor: system.kind, bodyDigest, answer, at: moment(clock).now });
    return answer;
  });
}

type Judged = { readonly id: string; readonly workflow: string; readonly definition: unknown; /** Proving takes its time: only where what it finds can count. */ readonly prove: boolean };

/** What a proposal is judged by; also for a page that shows what may be done with it. */
export async function proposalContext(tx: ScopedTx, actor: PersonActor, { id, workflow: named, definition, prove }: Judged, clock: Clock): Promise<ProposalContext> {
  const [workflow, open] = [await newestVersion(tx, named), await otherOpenProposal(tx, named, id)];
  const problems = !prove ? [] : await problemsOfWorkflow(tx, definition, { language: actor.language, ...(workflow && { kind: workflow.kind }) });
  return { actor, ...moment(clock), workflow, open, problems };
}

async function keep(tx: ScopedTx, actor: PersonActor, changes: readonly Change[], clock: Clock): Promise<ProposalAnswer> {
  const by = { actor: publisher(actor), at: clock().toISOString() };
  for (const change of changes) await keepChange(tx, change, by);
  const proposal = changes.find((change) => change.of === "workflow-proposal");
  if (!proposal) throw new Error("what becomes of a proposal changes the proposal");
  return answerOf(proposal, false);
}

function answerOf({ id, workflow, version, effectiveFrom, status }: Omit<ProposalAnswer, "repeated">, repeated: boolean): ProposalAnswer {
  return { id, workflow, version, effectiveFrom, status, repeated };
}

function isTheSame(before: Proposal, asked: ProposeWorkflow, actor: PersonActor): boolean {
  const said = (one: Pick<ProposeWorkflow, "definition" | "effectiveFrom">, note: string | null) => contentDigest({ definition: one.definition, effectiveFrom: one.effectiveFrom, note });
  return before.author === actor.id && said(before, before.note) === said(asked, asked.note ?? null);
}
