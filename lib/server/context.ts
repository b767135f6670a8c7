import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import type { ScopedTx } from "../../db/client.ts";
import { checkpointDesks, desksFor, organisationByIdOrRor, personByEmail, workflowFor } from "../../db/config.ts";
import { listDraftDocuments } from "../../db/drafts.ts";
import { readTexts } from "../../db/log.ts";
import type { Actor } from "../access/actor.ts";
import { isRor } from "../kind/identifiers.ts";
import type { Facts } from "../policy/condition.ts";
import { permitNumber } from "../permit/number.ts";
import type { Command } from "../request/command.ts";
import type { Create } from "../request/commands/create.ts";
import type { Context, PartyOrganisation, Target } from "../request/context.ts";
import type { Draft } from "../request/draft.ts";
import { permitOf, type LiveState } from "../request/state.ts";
import { termsFor } from "../request/terms.ts";
import { packsInForce } from "./policy.ts";

type Moment = { readonly now: string; readonly today: string };

/** Gathers what a decision on this target looks at. A command only costs what it needs. */
export async function contextFor(tx: ScopedTx, actor: Actor, target: Target, command: Command | null, moment: Moment): Promise<Context> {
  const bare = { ...emptyContext(actor, moment), terms: termsOf(target) };
  if (target.at === "draft") return { ...bare, ...(await draftContext(tx, target.draft, command)) };
  const { state } = target;
  return {
    ...bare,
    home: state.home,
    host: state.host,
    endorser: state.endorser,
    ...(weighsAgain(command) ? await weighingContext(tx, state) : {}),
    checkpoints: permitOf(state) ? await checkpointDesks(tx) : [],
  };
}

/** The context in which a new draft is judged: who its parties are. */
export async function contextForCreation(tx: ScopedTx, actor: Actor, command: Create, moment: Moment): Promise<Context> {
  const named = command.parties?.home ?? (actor.kind === "person" ? actor.organisation : null);
  return {
    ...emptyContext(actor, moment),
    home: named === null || named === undefined ? null : await partyOf(tx, named),
    host: command.parties?.host === undefined ? null : await hostNamed(tx, command.parties.host),
    endorser: command.endorser ? await personByEmail(tx, command.endorser) : null,
    workflow: await workflowFor(tx, command.kind),
    packs: await packsInForce(tx),
  };
}

function weighsAgain(command: Command | null): boolean {
  return command === null || command.type === "resubmit";
}

async function draftContext(tx: ScopedTx, draft: Draft, command: Command | null): Promise<Partial<Context>> {
  const changes = command?.type === "saveDraft" ? command : null;
  const hostName = changes?.host === undefined ? nameOf(draft.host) : changes.host;
  const endorserName = changes?.endorser === undefined ? draft.endorser : changes.endorser;
  const home = await partyOf(tx, draft.home);
  const host = hostName === null ? null : await hostNamed(tx, hostName);
  const organisations = [home, host].flatMap((party) => (party && "organisation" in party ? [party.organisation] : []));
  return {
    home,
    host,
    endorser: endorserName ? await personByEmail(tx, endorserName) : null,
    desks: await desksFor(tx, organisations),
    workflow: await workflowFor(tx, changes?.kind ?? draft.kind),
    packs: await packsInForce(tx),
    draftDocuments: await listDraftDocuments(tx, draft.id),
  };
}

async function weighingContext(tx: ScopedTx, state: LiveState): Promise<Partial<Context>> {
  const organisations = [state.home, state.host].flatMap((party) => ("organisation" in party ? [party.organisation] : []));
  const words = await readTexts(tx, state.id, [state.title.digest, state.answers.digest]);
  const answers = JSON.parse(words.get(state.answers.digest) ?? '{"facts":{},"lines":[]}') as { facts: Facts; lines: unknown[] };
  return {
    desks: await desksFor(tx, organisations),
    // A running case keeps the workflow version that it was submitted under.
    workflow: await workflowFor(tx, state.kind, state.workflow.version),
    packs: await packsInForce(tx),
    answers: { title: words.get(state.title.digest) ?? "", ...answers },
  };
}

async function partyOf(tx: ScopedTx, named: string): Promise<PartyOrganisation | null> {
  const found = await organisationByIdOrRor(tx, named);
  return found && { organisation: found.id, jurisdiction: found.jurisdiction };
}

/** A host is one of our organisations, or a well-formed ROR that has not joined. */
async function hostNamed(tx: ScopedTx, named: string): Promise<Context["host"]> {
  const ror = named.replace(/^https:\/\/ror\.org\//, "").toLowerCase();
  return (await partyOf(tx, isRor(ror) ? ror : named)) ?? (isRor(ror) ? { ror } : null);
}

function nameOf(host: Draft["host"]): string | null {
  if (host === null) return null;
  return "organisation" in host ? host.organisation : host.ror;
}

function termsOf(target: Target): Context["terms"] {
  return termsFor(target.at === "draft" ? target.draft.kind : target.state.kind).map(({ id, version }) => ({ id, version }));
}

function emptyContext(actor: Actor, { now, today }: Moment): Context {
  return {
    actor,
    now,
    today,
    home: null,
    host: null,
    endorser: null,
    desks: [],
    checkpoints: [],
    workflow: null,
    packs: [],
    terms: [],
    answers: { title: "", facts: {}, lines: [] },
    draftDocuments: [],
    fresh: { permitNumber: permitNumber(randomBytes(11)), id: newId() },
  };
}
