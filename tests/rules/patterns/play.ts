import type { PersonActor } from "../../../lib/access/actor.ts";
import type { RoleId } from "../../../lib/access/permission.ts";
import type { Context } from "../../../lib/request/context.ts";
import type { Draft } from "../../../lib/request/draft.ts";
import type { LiveState } from "../../../lib/request/state.ts";
import { type DeskFunction, StepDefinition, WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";
import { type StepStatus } from "../../../lib/workflow/progress.ts";
import { aCase, aDraft, aPerson, type Case, codes, give, outcomeOf, people, stateOf, whyNot } from "../request/builders.ts";

/* Small processes of the field, written as definitions and played through commands. */

type Change = Partial<Omit<StepDefinition, "needs" | "desk">> & { readonly needs?: readonly string[]; readonly join?: StepDefinition["needs"]["join"]; readonly settles?: true; readonly at?: StepDefinition["desk"] };

/** A step of one officer at the home institution's desk of that name, or of another name: `ethics`, `second:ethics`. */
export function aStep(named: string, { needs = [], join = "all", settles, at, ...change }: Change = {}): StepDefinition {
  const [id = named, does = id] = named.split(":");
  const name = { en: id, "zh-Hant": id, "zh-Hans": id, pt: id };
  return StepDefinition.parse({
    id, name, as: name, needs: { join, of: needs, ...(settles && { settles }) }, when: null, desk: at ?? { function: does, offices: ["home"] }, named: false, mode: "one",
    clock: { workingDays: 20, pausedWhileReturned: true }, may: ["approve", "approveWithConditions", "return", "reject"], ...change,
  });
}

export function aWorkflow(steps: readonly StepDefinition[], change: Partial<WorkflowDefinition> = {}): WorkflowDefinition {
  const name = { en: "Played", "zh-Hant": "演練", "zh-Hans": "演练", pt: "Ensaio" };
  return WorkflowDefinition.parse({ id: "played", version: 1, name, appliesTo: { attr: "kind", op: "eq", value: "sample" }, steps: [...steps], ...change });
}

/** An officer of `smu.ethics`, as `ethics`; a second as `ethics-2`; one of the host as `hku.ethics`. `lead` heads the desk. */
export function officer(named: string, role: RoleId = "desk-officer"): PersonActor {
  const [organisation, rest] = named.includes(".") ? (named.split(".") as [string, string]) : ["smu", named];
  return aPerson(named, [[role, { kind: "desk", id: `${organisation}.${rest.replace(/-\d+$/, "")}` }]], organisation);
}

export const lead = (named: string) => officer(named, "desk-lead");

/** Somebody with the rights at desks of another who is away, beside their own. */
export function standingInFor(person: PersonActor, away: PersonActor): PersonActor {
  return { ...person, grants: [...person.grants, ...away.grants.map((grant) => ({ ...grant, for: away.id }))], standsIn: [away.id] };
}

/** Desks of both institutions with three officers each. */
export function desksWith(...functions: readonly DeskFunction[]): PlanDesk[] {
  return ["smu", "hku"].flatMap((organisation) =>
    functions.map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["", "-2", "-3"].map((n) => `person-${organisation === "smu" ? "" : `${organisation}.`}${does}${n}`) })),
  );
}

type Act = Parameters<typeof give>[2];
export type Move = readonly [Context["actor"], Act, Partial<Context>?];

/** A case of a workflow; `play` gives commands that must be accepted, `refused` answers why one is not. */
export function caseOf(workflow: WorkflowDefinition, draft: Partial<Draft> = {}, context: Partial<Context> = {}) {
  const functions = [...new Set(workflow.steps.map(({ desk }) => desk.function))];
  const set: Partial<Context> = { workflow: { definition: workflow, digest: "0".repeat(64) }, desks: desksWith(...functions), ...context };
  let at: Case = aCase(aDraft({ team: [], ...draft }));
  const played = {
    play(...moves: readonly Move[]) {
      for (const [actor, act, change] of moves) {
        const next = give(at, actor, act, { ...set, ...change });
        if ("refusals" in next) throw new Error(`${act.type}: ${JSON.stringify(next.refusals)}`);
        at = next;
      }
      return played;
    },
    refused: (actor: Context["actor"], act: Act, change: Partial<Context> = {}): string[] => codes(give(at, actor, act, { ...set, ...change })),
    /** The same with where and of what. */
    whyNot: (actor: Context["actor"], act: Act, change: Partial<Context> = {}) => whyNot(outcomeOf(at, actor, act, { ...set, ...change })),
    state: (): LiveState => stateOf(at),
    events: () => at.events,
    /** What it wrote to accounts. */
    entries: () => at.entries ?? [],
    /** The steps in a status, by id. */
    steps: (...statuses: readonly StepStatus[]): string[] => stateOf(at).steps.filter(({ status }) => statuses.includes(status)).map(({ id }) => id),
    outcomes: (): Record<string, string | null> => Object.fromEntries(stateOf(at).steps.map(({ id, outcome }) => [id, outcome])),
  };
  return played;
}

export const submit: Move = [people.requester, { type: "submit" }];
export const approve = (step: string, by: PersonActor = officer(step)): Move => [by, { type: "approve", step }];
export const reject = (step: string, by: PersonActor = officer(step)): Move => [by, { type: "reject", step, reasons: [{ code: "risk", text: "No." }] }];
export const votes = (step: string, by: PersonActor, vote: "for" | "against" | "abstain", casting = false): Move => [by, { type: "vote", step, vote, casting }];
export const granted = (requirement: string, change: Partial<Context> = {}): Move => [people.requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "R/9", date: "2026-11-20" }, change];
export const on = (day: string): Partial<Context> => ({ today: day, now: `${day}T02:00:00.000Z` });
