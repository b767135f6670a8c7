import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { votersAt } from "../../../lib/workflow/members.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { dueOf } from "../../../lib/workflow/step-clock.ts";
import { tally } from "../../../lib/workflow/vote.ts";
import { type Act, give, type Play } from "./play.ts";
import { type Who, world } from "./world.ts";

/* An office in which everybody is willing: whatever is open is brought on by somebody who may, until nothing is left to do. */

/** Those of one desk before those of two, and those in their own right before those who stand in: nobody is used up where another would do. */
const hands = world.toSorted((a, b) => a.staffs.length - b.staffs.length || Number(a.standsInFor !== null) - Number(b.standsInFor !== null));
const worker = world.find(({ is }) => is === "worker");

/** Brings a submitted case to its approval; throws, with what is open, where nobody can. `order` says what is taken first. */
export function bringToAnEnd(play: Play, order: readonly number[]): void {
  for (let turn = 0; turn < 400; turn++) {
    if (play.target.at !== "live" || !["submitted", "in-review"].includes(play.target.state.status)) return;
    play.now += 60_000;
    const open = play.target.state.steps.filter(({ status }) => status === "open");
    const first = (order[turn % Math.max(order.length, 1)] ?? 0) % Math.max(open.length, 1);
    if (![...open.slice(first), ...open.slice(0, first)].some((step) => bringOn(play, step))) throw new Error(`stuck: ${play.target.state.steps.map(said).join("; ")}`);
  }
  throw new Error("it never ends");
}

function said({ id, status, outcome, desk, decisions, decisionsNeeded, vote, ballots }: CaseStep): string {
  return `${id} ${status} ${outcome} at ${desk}, ${decisions.length} of ${decisionsNeeded}${vote ? `, ${ballots.length} votes` : ""}`;
}

function bringOn(play: Play, step: CaseStep): boolean {
  const at = { step: step.id };
  const of = hands.filter((who) => who.staffs.includes(step.desk) || who.id === step.assignee || who.id === step.holder?.person || step.referrals.some(({ person }) => person === who.id));
  const tried = (acts: readonly Act[], by: readonly Who[] = of) => acts.some((act) => by.some((who) => give(play, who, act).refusals.length === 0));
  if (step.suspended !== null) return tried([{ type: "resumeStep", ...at }]);
  if (step.awaits && tried(step.awaits.requirements.filter((id) => isAwaited(step, id, play)).map((requirement) => ({ type: "recordRequirement", requirement, outcome: "granted", reference: "R/3", date: dayOf(new Date(play.now)) }) as const), hands)) return true;
  if (carriesAsItIs(step, play) && tried([{ type: "closeVote", ...at }])) return true;
  if (step.vote && tried([{ type: "vote", ...at, vote: "for" }, { type: "vote", ...at, vote: "for", casting: true }])) return true;
  if (tried([{ type: "approve", ...at }, { type: "approveWithConditions", ...at, conditions: [{ text: "With care." }] }, { type: "countersign", ...at }])) return true;
  if (step.people?.reserved && step.may.some((one) => one.startsWith("approve")) && hands.some((to) => tried([{ type: "refer", ...at, to: to.id, question: "Is it safe?" }]))) return true;
  return lapses(play, step);
}

function carriesAsItIs({ vote, ballots, ...step }: CaseStep, { target }: Play): boolean {
  return vote !== undefined && target.at === "live" && tally(vote, votersAt(step, target.state.deciders), ballots, true).outcome === "approved";
}

function isAwaited({ awaits, since }: CaseStep, id: string, { target }: Play): boolean {
  const one = target.at === "live" ? target.state.requirements.find((requirement) => requirement.id === id) : undefined;
  return one !== undefined && one.status !== "waived" && (one.status !== "granted" || (awaits?.keeps === false && (one.recordedAt ?? "") < (since ?? "")));
}

/** Where silence approves, its time is waited for. */
function lapses(play: Play, step: CaseStep): boolean {
  const due = step.clock?.onDue?.decides === "approved" ? dueOf(step) : null;
  if (due === null || worker === undefined) return false;
  play.now = Date.parse(`${addDays(due, 1)}T02:00:00.000Z`);
  return give(play, worker, { type: "lapse", step: step.id }).refusals.length === 0;
}
