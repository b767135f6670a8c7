import type { AccountEntry } from "../../../lib/account/ledger.ts";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { standardRoles, type RoleId, type Scope } from "../../../lib/access/permission.ts";
import { sealWords } from "../../../lib/audit/seal-words.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { readableFacts } from "../../../lib/request/answers.ts";
import type { Command, CommandType } from "../../../lib/request/command.ts";
import type { Context, Target } from "../../../lib/request/context.ts";
import { decide } from "../../../lib/request/decide.ts";
import { eventActor } from "../../../lib/request/event-actor.ts";
import type { Draft } from "../../../lib/request/draft.ts";
import { evolve } from "../../../lib/request/evolve.ts";
import type { RequestEvent } from "../../../lib/request/events.ts";
import type { Refusal } from "../../../lib/request/refusal.ts";
import type { Outcome } from "../../../lib/request/rule.ts";
import type { LiveState, RequestState } from "../../../lib/request/state.ts";
import { noTerms } from "../../../lib/retention/due.ts";
import { termsFor } from "../../../lib/request/terms.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

export const requestId = "01900000-0000-7000-8000-000000000001";
const commandId = "01900000-0000-7000-8000-0000000000cc";
export const today = "2026-11-24";

/** A person with roles; the id is made from the name. */
export function aPerson(name: string, grants: readonly (readonly [RoleId, Scope])[], organisation = "smu"): PersonActor {
  return { kind: "person", id: `person-${name}`, name, email: `${name}@${organisation}.example`, language: "en", organisation, grants: grants.map(([role, scope]) => ({ role, scope, permissions: standardRoles[role] })) };
}

const desk = (id: string): Scope => ({ kind: "desk", id });
const own = (id: string): Scope => ({ kind: "organisation", id });

export const people = {
  requester: aPerson("requester", [["researcher", own("smu")]]),
  teammate: aPerson("teammate", [["researcher", own("smu")], ["desk-officer", desk("smu.sign-off")]]),
  pi: aPerson("pi", [["researcher", own("smu")]]),
  head: aPerson("head", [["desk-lead", desk("smu.endorsement")]]),
  biosafety: aPerson("biosafety", [["desk-officer", desk("hku.biosafety")]], "hku"),
  ethics: aPerson("ethics", [["desk-officer", desk("smu.ethics")]]),
  signOff: aPerson("sign-off", [["desk-lead", desk("smu.sign-off")]]),
  acceptance: aPerson("acceptance", [["desk-officer", desk("hku.acceptance")]], "hku"),
  both: aPerson("both", [["desk-officer", desk("smu.ethics")], ["desk-officer", desk("smu.sign-off")]]),
  auditor: aPerson("auditor", [["auditor", { kind: "everything" }]]),
  stranger: aPerson("stranger", [["researcher", own("must")]], "must"),
} as const;

export const serum = {
  "from.city": "guangzhou", "from.zone": "none", "to.city": "hongkong", "to.zone": "none", mode: "courier", checkpoint: "hkia", date: "2026-12-10",
  "org.from.type": "hospital", "org.to.type": "university", "org.foreign_party": true, "project.purpose": "basic_research",
  "sample.class": "human", "sample.human_origin_cn": true, "sample.hgr_material": "cell_free_fluid", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": true,
  "sample.un": "UN3373", "sample.refrigerant": "dry_ice", "sample.special_goods_cn": true, "sample.regulated_drug_device": false, "sample.animal_derived": false,
  "sample.live_animal": false, "sample.plant_material": false, "sample.soil": false, "sample.cites": "none", "sample.live_wild_origin": false, "sample.gmo": "none",
  "sample.biomaterial_level": "na", "sample.ag_agent": false, "sample.quantity": 30,
} as const;

/** A draft with everything that submission asks for, requirements due before it included. */
export function aDraft(change: Partial<Draft> = {}): Draft {
  const accepted = termsFor("sample").map(({ id, version }) => ({ id, version, person: people.requester.id, at: "2026-11-23T01:00:00.000Z" }));
  const recorded = ["doc-mta", "cn-ethics-review"].map((requirement) => ({ requirement, outcome: "granted" as const, reference: "R/1", date: "2026-11-01", validUntil: null }));
  return {
    id: requestId, number: "CW-0000-0000-00", kind: "sample", version: 3, requester: people.requester.id, team: [people.teammate.id], title: "Serum", facts: serum, lines: [], claims: [],
    home: "smu", host: { organisation: "hku" }, endorser: people.pi.email, window: { from: "2026-11-24", to: "2026-12-31" }, limit: null, terms: accepted, recorded, began: null,
    createdAt: "2026-11-20T01:00:00.000Z", updatedAt: "2026-11-23T01:00:00.000Z", ...change,
  };
}

const desks: readonly PlanDesk[] = ["smu", "hku"].flatMap((organisation) =>
  (["endorsement", "biosafety", "ethics", "export-control", "sign-off", "acceptance"] as const).map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["one", "two"] })),
);

export function aContext(actor: Context["actor"], change: Partial<Context> = {}): Context {
  return {
    actor, now: `${today}T02:00:00.000Z`, today, home: { organisation: "smu", jurisdiction: "CN" }, host: { organisation: "hku", jurisdiction: "HK" }, endorser: people.pi.id, named: null, desk: null, approvals: null, accounts: [], names: {}, desks, checkpoints: [],
    workflow: { definition: sampleWorkflow, digest: "0".repeat(64) }, packs: packs.map((pack) => ({ pack, digest: "0".repeat(64) })), terms: termsFor("sample").map(({ id, version }) => ({ id, version })),
    answers: { title: "Serum", facts: readableFacts("sample", serum, null), lines: [] }, told: [], rates: [], draftDocuments: [], waits: [], bars: [], retention: { terms: noTerms, held: false, lifters: [], entries: [] }, entry: null, trace: null, handOver: null, fresh: { permitNumber: "CWP-0000-0000-0000", id: "01900000-0000-7000-8000-0000000000aa" }, ...change,
  };
}

export type Case = { readonly target: Target; readonly events: readonly RequestEvent[]; /** What was written to accounts. */ readonly entries?: readonly AccountEntry[] };
type Act = { readonly type: CommandType } & Readonly<Record<string, unknown>>;

export function aCase(draft: Draft = aDraft()): Case {
  return { target: { at: "draft", draft }, events: [] };
}

/** What a command comes to as it is decided, its words still in the clear. */
export function outcomeOf({ target }: Case, actor: Context["actor"], act: Act, change: Partial<Context> = {}): Outcome {
  return decide(commandOf(act), target, aContext(actor, change));
}

function commandOf(act: Act): Command {
  return { commandId, ...act } as unknown as Command;
}

/** Gives a command; the case as it then stands, or the refusals. */
export function give({ target, events, entries = [] }: Case, actor: Context["actor"], act: Act, change: Partial<Context> = {}): Case | { readonly refusals: readonly Refusal[] } {
  const context = aContext(actor, change);
  const command = commandOf(act);
  const outcome = decide(command, target, context);
  if ("refusals" in outcome) return outcome;
  if ("draft" in outcome) return { target: { at: "draft", draft: outcome.draft }, events };
  if ("deleted" in outcome) return { target, events };
  const by = eventActor(command, target, context);
  const more = outcome.events.map((said, at): RequestEvent => ({ ...sealWords(said, () => "00").happening, request: requestId, seq: events.length + at + 1, at: context.now, actor: by }));
  const before: RequestState = target.at === "live" ? target.state : { status: "none" };
  return { target: { at: "live", state: more.reduce(evolve, before) as LiveState }, events: [...events, ...more], entries: [...entries, ...(outcome.entries ?? [])] };
}

/** Gives commands that must be accepted. */
export function after(start: Case, ...acts: readonly (readonly [Context["actor"], Act])[]): Case {
  return acts.reduce((so, [actor, act]) => {
    const next = give(so, actor, act);
    if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
    return next;
  }, start);
}

/** The case after a command that must be accepted. */
export function must(outcome: Case | { readonly refusals: readonly Refusal[] }): Case {
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

export function codes(outcome: Case | { readonly refusals: readonly Refusal[] }): string[] {
  return "refusals" in outcome ? outcome.refusals.map(({ code }) => code) : [];
}

/** Why a command is refused, with where and of what. */
export function whyNot(outcome: Outcome | Case): (readonly [code: string, path: string | undefined, params: Refusal["params"]])[] {
  return "refusals" in outcome ? outcome.refusals.map(({ code, path, params }) => [code, path, params] as const) : [];
}

/** The case with something of its state otherwise than its events say: what no story that is short leads to. */
export function changed({ target, ...rest }: Case, change: (state: LiveState) => object): Case {
  if (target.at !== "live") throw new Error("still a draft");
  return { ...rest, target: { at: "live", state: { ...target.state, ...change(target.state) } as LiveState } };
}

export function stateOf({ target }: Case): LiveState {
  if (target.at !== "live") throw new Error("still a draft");
  return target.state;
}

export const submitted = () => after(aCase(), [people.requester, { type: "submit" }]);
export const endorsed = () => after(submitted(), [people.pi, { type: "approve", step: "endorsement" }]);
export const reviewed = () => after(endorsed(), [people.biosafety, { type: "approve", step: "biosafety" }], [people.ethics, { type: "approve", step: "ethics" }]);
export const approved = () => after(reviewed(), [people.signOff, { type: "approve", step: "sign-off" }], [people.acceptance, { type: "approve", step: "acceptance" }]);
export const grant = (requirement: string): Act => ({ type: "recordRequirement", requirement, outcome: "granted", reference: "R/2", date: "2026-11-20" });
export const permitted = () => after(approved(), ...["cn-special-goods-permit", "hk-biological-import-599a", "cn-hgr-scope-determination"].map((id) => [people.requester, grant(id)] as const));
export const ready = () => after(permitted(), ...["int-un3373", "int-dry-ice"].map((id) => [people.requester, grant(id)] as const));
export const move = (value: string, direction = "out"): Act => ({ type: "recordMovement", direction, quantity: { value, unit: "container" }, at: `${today}T01:00:00Z` });
