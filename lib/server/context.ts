import { randomBytes } from "node:crypto";
import { v7 as newId } from "uuid";
import { standingsFor } from "../../db/accounts.ts";
import { aMoment, freshenCalendars } from "../../db/calendars.ts";
import type { ScopedTx } from "../../db/client.ts";
import { checkpointDesks, desksFor, organisationByIdOrRor, personByEmail, workflowInForce, workflowPinned, workflowTakenUp } from "../../db/config.ts";
import { waitsOf } from "../../db/dossiers.ts";
import { listDraftDocuments } from "../../db/drafts.ts";
import { loadEvents, readTexts } from "../../db/log.ts";
import { type AccountKey, accountStream } from "../account/quota.ts";
import { accountsNamed } from "../account/holdings.ts";
import type { Actor, PersonActor } from "../access/actor.ts";
import type { Told } from "../catalogue/entry.ts";
import { isRor } from "../kind/identifiers.ts";
import { hasForm, kindDefinition } from "../kind/registry.ts";
import type { Kind } from "../policy/pack.ts";
import { permitNumber } from "../permit/number.ts";
import { awaitsPermit } from "../notice/dependency-notices.ts";
import { answersIn } from "../request/answers-in.ts";
import type { Answers } from "../request/answers.ts";
import type { Command, CommandType } from "../request/command.ts";
import type { Create } from "../request/commands/create.ts";
import type { Context, DeskNow, PartyOrganisation, Target } from "../request/context.ts";
import type { Draft } from "../request/draft.ts";
import { organisationsOf, permitOf, type LiveState } from "../request/state.ts";
import { erasableEntries } from "../request/erasable.ts";
import { termsFor } from "../request/terms.ts";
import { noTerms } from "../retention/due.ts";
import { approvalsBetween } from "../../db/queries/approvals.ts";
import { barsOn } from "../../db/queries/bars.ts";
import { holdsOn, termsOf as termsOfKeeping } from "../../db/queries/retention.ts";
import { peopleNames } from "../../db/queries/people-names.ts";
import { toldIn } from "./catalogue.ts";
import { deskNow } from "./desk-staff.ts";
import { codeNamed } from "./hand-over-code.ts";
import { personNamed } from "./person.ts";
import { packsInForce } from "./policy.ts";
import { ratesFor } from "./rates.ts";

type Moment = { readonly now: string; readonly today: string };

/** Gathers what a decision on this target looks at. A command only costs what it needs. */
export async function contextFor(tx: ScopedTx, actor: Actor, target: Target, command: Command | null, moment: Moment): Promise<Context> {
  // A command writes last days and knows every year that was loaded; whoever only looks may be a moment behind.
  const [context] = await Promise.all([gathered(tx, actor, target, command, moment), freshenCalendars(tx, { within: command === null ? aMoment : 0 })]);
  return context;
}

async function gathered(tx: ScopedTx, actor: Actor, target: Target, command: Command | null, moment: Moment): Promise<Context> {
  const bare = { ...emptyContext(actor, moment), terms: termsOf(target) };
  if (target.at === "draft") return { ...bare, ...(await draftContext(tx, target.draft, command, moment)) };
  const { state } = target;
  const [weighing, checkpoints, waits, named, desk, approvals, names, entry, accounts, bars, retention] = await Promise.all([
    weighsAgain(command) ? weighingContext(tx, state, command, moment) : {},
    permitOf(state) ? checkpointDesks(tx) : [],
    awaitsPermit(state) ? waitsOf(tx, state.id) : [],
    namedBy(tx, command),
    command?.type === "allot" ? deskOfStep(tx, state, command.step) : null,
    limitsMutual(state) ? approvalsBetween(tx, state.requester, moment.now) : null,
    holderNames(tx, state),
    command?.type === "correct" ? entryAt(tx, state, command.what) : null,
    standingsFor(tx, state.id, accountsAsked(state, command), command !== null),
    permitOf(state) && actor.kind === "person" ? barsOn(tx, [actor.id], { kind: state.kind, home: state.home.organisation, day: moment.today }) : [],
    retentionOf(tx, state, command),
  ]);
  return { ...bare, retention, home: state.home, host: state.host, endorser: state.endorser, ...weighing, checkpoints, waits, named, desk, approvals, names, entry, accounts, bars };
}

/** Whom a command names, or who showed the code that it names; null where they are not among our people any more. */
function namedBy(tx: ScopedTx, command: Command | null): Promise<PersonActor | null> | null {
  const named = command !== null && "to" in command ? command.to : command && codeNamed(command)?.from;
  return named ? personNamed(tx, named) : null;
}

/** The accounts of the case, and the grant that a command would rest it on, of an organisation that takes part. */
function accountsAsked(state: LiveState, command: Command | null): AccountKey[] {
  const named = accountsNamed(state);
  if (command?.type !== "linkGrant" || !organisationsOf(state).includes(command.organisation)) return named;
  const { organisation, quota, year } = command;
  return [...named.filter((key) => accountStream(key) !== accountStream({ organisation, quota, year })), { organisation, quota, year }];
}

/** The context in which a new draft is judged: who its parties are. */
export async function contextForCreation(tx: ScopedTx, actor: Actor, command: Create, moment: Moment): Promise<Context> {
  const named = command.parties?.home ?? (actor.kind === "person" ? actor.organisation : null);
  const [home, host, endorser, workflow, packs, told, rates] = await Promise.all([
    named === null || named === undefined ? null : partyOf(tx, named),
    command.parties?.host === undefined ? null : hostNamed(tx, command.parties.host),
    command.endorser ? personByEmail(tx, command.endorser) : null,
    workflowInForce(tx, command.kind, moment.today),
    packsInForce(tx),
    toldOfDraft(tx, command.kind, command.lines ?? []),
    ratesFor(tx, command.kind, [command.facts?.date, command.window?.from]),
  ]);
  return { ...emptyContext(actor, moment), home, host, endorser, workflow, packs, told, rates };
}

/** What the tables say of lines, as they will be kept. */
function toldOfDraft(tx: ScopedTx, kind: Kind, lines: readonly unknown[]): Promise<Told[]> | Told[] {
  const table = hasForm(kind) ? kindDefinition(kind).lines : null;
  return table === null || lines.length === 0 ? [] : toldIn(tx, kind, table.read(lines).lines);
}

function limitsMutual({ steps }: LiveState): boolean {
  return steps.some(({ status, people: limits }) => status === "open" && limits?.mutual !== undefined);
}

function deskOfStep(tx: ScopedTx, state: LiveState, id: string): Promise<DeskNow> | null {
  const step = state.steps.find((one) => one.id === id);
  return step ? deskNow(tx, step.desk, { request: state.id, requester: state.requester }) : null;
}

/** Who has steps in hand, for whoever is told that a step is not theirs. */
function holderNames(tx: ScopedTx, { steps }: LiveState): Promise<Context["names"]> {
  return peopleNames(tx, steps.map(({ holder }) => holder?.person ?? null));
}

/** The entry of the history that a correction names. */
async function entryAt(tx: ScopedTx, state: LiveState, what: number): Promise<Context["entry"]> {
  const entry = (await loadEvents(tx, state.id)).find(({ seq }) => seq === what);
  return entry ? { type: entry.type, person: "person" in entry.actor ? entry.actor.person : null } : null;
}

/** How long the organisation keeps things, and what of the history there is to erase. A command that has nothing to do with it asks for neither. */
async function retentionOf(tx: ScopedTx, state: LiveState, command: Command | null): Promise<Context["retention"]> {
  if (command !== null && command.type !== "erase") return noRetention;
  const organisation = state.home.organisation;
  const [terms, holds, events] = await Promise.all([termsOfKeeping(tx, organisation), holdsOn(tx, organisationsOf(state)), command === null ? [] : loadEvents(tx, state.id)]);
  return { terms, ...holds, entries: erasableEntries(events, state) };
}

/** A hold on everything of an institution keeps the drafts of its people, too; one on a host's, which has seen nothing of it, does not. */
async function retentionOfDraft(tx: ScopedTx, { home }: Draft, command: Command | null): Promise<Context["retention"]> {
  return command === null || command.type === "deleteDraft" ? { ...noRetention, ...(await holdsOn(tx, [home])) } : noRetention;
}

const noRetention: Context["retention"] = { terms: noTerms, held: false, lifters: [], entries: [] };

const weighing: readonly CommandType[] = ["resubmit", "amend", "renew", "appeal", "move"];

function weighsAgain(command: Command | null): boolean {
  return command === null || weighing.includes(command.type);
}

async function draftContext(tx: ScopedTx, draft: Draft, command: Command | null, { today }: Moment): Promise<Partial<Context>> {
  const changes = command?.type === "saveDraft" ? command : null;
  const hostName = changes?.host === undefined ? nameOf(draft.host) : changes.host;
  const endorserName = changes?.endorser === undefined ? draft.endorser : changes.endorser;
  // Sent one behind the other without waiting in between.
  const [home, host, endorser, workflow, draftDocuments, retention] = await Promise.all([
    partyOf(tx, draft.home),
    hostName === null ? null : hostNamed(tx, hostName),
    endorserName ? personByEmail(tx, endorserName) : null,
    workflowInForce(tx, changes?.kind ?? draft.kind, today),
    listDraftDocuments(tx, draft.id),
    retentionOfDraft(tx, draft, command),
  ]);
  const organisations = [home, host].flatMap((party) => (party && "organisation" in party ? [party.organisation] : []));
  const kind = changes?.kind ?? draft.kind;
  const days = [changes?.facts?.date === undefined ? draft.facts.date : changes.facts.date, (changes?.window === undefined ? draft.window : changes.window)?.from];
  const submits = command === null || command.type === "submit";
  const [desks, packs, told, rates, bars] = await Promise.all([
    desksFor(tx, organisations),
    packsInForce(tx),
    changes === null ? [] : toldOfDraft(tx, kind, changes.lines ?? draft.lines),
    ratesFor(tx, kind, days),
    submits ? barsOn(tx, [draft.requester, ...draft.team], { kind, home: draft.home, day: today }) : [],
  ]);
  const accounts = await standingsFor(tx, draft.id, grantsNamed(draft, organisations, command), command?.type === "submit");
  return { home, host, endorser, desks, workflow, packs, told, rates, bars, draftDocuments, accounts, retention };
}

/** The standing grants that a draft is to rest on, or that a command names, of an organisation that takes part. */
function grantsNamed({ recorded }: Draft, organisations: readonly string[], command: Command | null): AccountKey[] {
  const named = [...recorded.flatMap(({ grant }) => (grant ? [grant] : [])), ...(command?.type === "linkGrant" ? [command] : [])];
  const keys = named.filter(({ organisation }) => organisations.includes(organisation)).map(({ organisation, quota, year }) => ({ organisation, quota, year }));
  return [...new Map(keys.map((key) => [accountStream(key), key])).values()];
}

async function weighingContext(tx: ScopedTx, state: LiveState, command: Command | null, { today }: Moment): Promise<Partial<Context>> {
  const organisations = [state.home, state.host].flatMap((party) => ("organisation" in party ? [party.organisation] : []));
  const [words, desks, workflow, packs] = await Promise.all([
    readTexts(tx, state.id, [state.title.digest, state.answers.digest]),
    desksFor(tx, organisations),
    // A running case keeps the workflow version that it was submitted under, until it is moved.
    command?.type === "move" ? workflowTakenUp(tx, state.kind, command.version, today) : workflowPinned(tx, state.kind, state.workflow.version),
    packsInForce(tx),
  ]);
  const said = words.get(state.answers.digest);
  // Whoever reads gets over words that are none; nobody writes on by them.
  const answers = command === null || said === undefined ? answersIn(said) : (JSON.parse(said) as Answers);
  const again = command?.type === "resubmit" || command?.type === "amend" || command?.type === "renew" ? command : null;
  const changed = again && "facts" in again ? again.facts : undefined;
  const rates = again ? await ratesFor(tx, state.kind, [changed?.date ?? answers.facts.date, (again.window ?? state.window).from]) : (answers.rates ?? []);
  return { desks, workflow, packs, rates, answers: { title: words.get(state.title.digest) ?? "", ...answers } };
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
    named: null,
    approvals: null,
    accounts: [],
    desk: null,
    names: {},
    desks: [],
    checkpoints: [],
    workflow: null,
    packs: [],
    terms: [],
    answers: { title: "", facts: {}, lines: [] },
    told: [],
    rates: [],
    draftDocuments: [],
    waits: [],
    bars: [],
    retention: noRetention,
    entry: null,
    trace: null,
    handOver: null,
    fresh: { permitNumber: permitNumber(randomBytes(11)), id: newId() },
  };
}
