import { holdingsOf } from "../../../lib/account/holdings.ts";
import { leftOf } from "../../../lib/account/ledger.ts";
import { accountStream } from "../../../lib/account/quota.ts";
import { specialDay } from "../../../lib/calendar/in-force.ts";
import { type Calendar, isWeekend } from "../../../lib/calendar/calendar-year.ts";
import { addDays, dayOf } from "../../../lib/calendar/day.ts";
import { allowed } from "../../../lib/request/allowed.ts";
import { consequence, waitingForQuota } from "../../../lib/request/consequences.ts";
import { decide } from "../../../lib/request/decide.ts";
import { Happening, type RequestEvent } from "../../../lib/request/events.ts";
import { replay } from "../../../lib/request/evolve.ts";
import { onToday } from "../../../lib/request/on-day.ts";
import { permitOf, requestStatuses, type LiveState } from "../../../lib/request/state.ts";
import type { CaseStep } from "../../../lib/workflow/progress.ts";
import { asideAt } from "../../../lib/workflow/reviewers.ts";
import { dueOf } from "../../../lib/workflow/step-clock.ts";
import { contextOf, type Given, type Play } from "./play.ts";
import { mayGive } from "./reading.ts";
import { type Who, whoIs, world } from "./world.ts";

/* What must hold whatever is done: each either silent, or an error that says what broke. */

/** P1: whoever may not give a command changes nothing by it, and whoever may is never told that they may not. */
export function permissionHolds(who: Who, { command, context, before: recorded, refusals, events }: Given): void {
  // A permit that has ended counts as ended before that is written down, and takes what was under way with it.
  const before = command.type === "expire" ? recorded : onToday(recorded, context);
  const nowhere = isOfNoStep(command, before);
  const may = mayGive[command.type](who, before, "step" in command && !nowhere ? command.step : undefined);
  if (may && nowhere && (refusals.length !== 1 || refusals[0]?.code !== "unknownStep")) throw new Error(`P1: there is no such step to ${command.type}, and ${who.id} was answered ${JSON.stringify(refusals)}`);
  const denied = refusals.length === 1 && refusals[0]?.code === "notPermitted" && refusals[0].path === undefined;
  if (!may && !denied) throw new Error(`P1: ${who.id} may not ${command.type}, and was answered ${JSON.stringify(refusals)} ${events.map(({ type }) => type).join()}`);
  if (may && denied) throw new Error(`P1: ${who.id} may ${command.type}, and was told that they may not`);
}

/** A command about a step that a submitted request has not. */
function isOfNoStep(command: Given["command"], before: Given["before"]): boolean {
  return "step" in command && command.type !== "decideAppeal" && before.at === "live" && !before.state.steps.some(({ id }) => id === command.step);
}

const decisions = ["step.approved", "step.rejected", "step.voted", "step.countersigned", "step.skipped", "request.returned", "request.rejected", "appeal.decided", "amendment.refused"] as const;
type Decided = Extract<RequestEvent, { type: (typeof decisions)[number] }>;

/** Four eyes: nobody decides their own, their team's but as its named endorser, or two steps; nor through whom they stand in for. */
export function separationHolds(play: Play, { before, events }: Given): void {
  if (before.at === "draft") return;
  const { state } = before;
  for (const event of events.filter(isDecided)) {
    const { step, persons } = byWhom(event);
    const at = state.steps.find(({ id }) => id === step);
    const named = persons.some((one) => one === at?.assignee);
    if (persons.includes(state.requester)) throw new Error(`separation: ${persons.join()} decided their own request at ${step}`);
    if (!named && persons.some((one) => state.team.includes(one))) throw new Error(`separation: ${persons.join()} of the team decided at ${step}`);
    for (const earlier of play.events.filter(isDecided).filter(({ seq }) => seq < event.seq).map(byWhom)) {
      if (earlier.step === step || !earlier.persons.some((one) => persons.includes(one)) || isOneOfficers(earlier.step, step, state)) continue;
      throw new Error(`separation: ${persons.join()} decided ${earlier.step} and ${step}`);
    }
    if (event.type === "appeal.decided" && [state.requester, state.endorser, ...state.team].some((one) => one !== null && persons.includes(one))) throw new Error(`separation: ${persons.join()} decided an appeal of a request they had part in`);
  }
}

function isDecided(event: RequestEvent): event is Decided {
  // An end that follows by itself gives no reasons: nobody decided it.
  const follows = (event.type === "request.rejected" || event.type === "amendment.refused") && event.data.reasons.length === 0;
  return (decisions as readonly string[]).includes(event.type) && "person" in event.actor && !follows;
}

function byWhom(event: Decided): { readonly step: string; readonly persons: readonly string[] } {
  const { actor } = event;
  return { step: event.data.step, persons: "person" in actor ? [actor.person, ...(actor.for === undefined ? [] : [actor.for])] : [] };
}

/** Steps of one desk that the definition keeps together, and the reviews of single lines that are one step of it; never a reviewer who was added beside another. */
function isOneOfficers(one: string, other: string, { steps }: LiveState): boolean {
  const both = [one, other].map((id) => steps.find((step) => step.id === id));
  const isBeside = new Set(both.map((step) => step?.beside ?? step?.id)).size === 1;
  const sameDesk = both[0] !== undefined && both[0].desk === both[1]?.desk && !isBeside;
  return sameDesk && (both.some((step) => step?.people?.keep === true) || (both.every((step) => step?.line !== undefined) && one.split(".")[0] === other.split(".")[0]));
}

const steering = ["step.assigned", "step.released", "step.reviewerAdded", "step.substituteNamed", "step.extended", "step.skipped", "step.dropped"] as const;

/** Who decides a step, or until when, is said by nobody who stands aside at it, nor by a party or whoever acts for one; but what somebody has they give back, and a requester drops what they may. */
export function steeringHolds({ before, events }: Given): void {
  if (before.at === "draft") return;
  const { state } = before;
  for (const { type, data, actor } of events) {
    if (!(steering as readonly string[]).includes(type) || !("person" in actor) || !("step" in data)) continue;
    const at = state.steps.find(({ id }) => id === data.step);
    const persons = [actor.person, ...(actor.for === undefined ? [] : [actor.for])];
    const own = type === "step.released" ? [at?.holder?.person, at?.holder?.from] : [];
    const drops = type === "step.dropped" && actor.person === state.requester && at?.droppable?.includes("requester");
    if (drops || persons.some((one) => own.includes(one))) continue;
    const aside = persons.find((one) => one === state.requester || state.team.includes(one) || (at && asideAt(at, state.steps).includes(one)));
    if (aside !== undefined) throw new Error(`steering: ${aside}, who takes no part at ${data.step}, brought about ${type}`);
  }
}

/** P3: a declared status, somebody's move while desks have the case, and nothing left that follows by itself, but for what a quota has too little for. */
export function statusHolds({ target, accounts }: Play, { context }: Given): void {
  if (target.at === "draft") return;
  const { state } = target;
  if (!requestStatuses.includes(state.status)) throw new Error(`P3: ${state.status} is no status`);
  const atDesks = state.status === "submitted" || state.status === "in-review" || state.amendment?.agreed === false;
  if (atDesks && !state.steps.some(({ status }) => status === "open")) throw new Error(`P3: nobody's move: ${state.steps.map(({ id, status, outcome }) => `${id} ${status} ${outcome}`).join(", ")}`);
  const able = waitingForQuota(state, context.today).find((step) => !tooLittleFor(step, accounts));
  if (able) throw new Error(`P3: ${able.id} waits for a quota that has enough`);
  const next = consequence(state, { ...context, holdsBack: { but: [] } });
  if (next) throw new Error(`P3: ${next.type} follows and was not drawn`);
}

/** Whether the account that a step takes from has less left than it takes. */
function tooLittleFor({ reserves }: LiveState["steps"][number], accounts: Play["accounts"]): boolean {
  const account = reserves && accounts.get(accountStream(reserves));
  return reserves !== undefined && (!account || account.limit.unit !== reserves.amount.unit || millionths(reserves.amount.value) > millionths(leftOf(account)));
}

/** P6: the same act on the version that it was made on has no second effect. */
export function onceHolds({ target }: Play, { command, context, before }: Given): void {
  if (before.at === "draft") return;
  const outcome = decide({ ...command, expectedVersion: before.state.version }, target, context);
  const version = target.at === "live" ? target.state.version : 0;
  if (version !== before.state.version && "events" in outcome) throw new Error(`P6: ${command.type} was done twice`);
}

/** P7: no more leaves than the permit of that moment grants, nothing comes back that did not leave, and no permit shrinks below what left. */
export function quantityHolds({ events }: Play): void {
  let granted = 0n;
  const held = new Map<string, { readonly way: "out" | "back"; readonly amount: bigint }>();
  for (const { type, data } of events) {
    if (type === "permit.issued" || type === "permit.amended") granted = millionths(data.limit.value);
    if (type === "movement.corrected") held.delete(data.corrects);
    const counts = type === "movement.recorded" || type === "movement.read" || type === "movement.ended" || (type === "movement.corrected" && !["planned", "departed", "arrived"].includes(data.stage));
    // What was destroyed or handed on does not come back either.
    const gone = type === "movement.ended" || (type === "movement.corrected" && data.stage !== "crossed");
    if (counts) held.set(data.movement, { way: gone || data.direction === "return" ? "back" : "out", amount: millionths(data.quantity.value) });
    const sum = (of: "out" | "back") => [...held.values()].reduce((all, { way, amount }) => (way === of ? all + amount : all), 0n);
    const [out, back] = [sum("out"), sum("back")];
    if (out > granted || back > out) throw new Error(`P7: ${out} out, ${back} back, ${granted} granted`);
  }
}

/** A quota is never overdrawn, and a request has of it what its approved steps take, until it ends; what crossed stays used. */
export function quotasHold({ target, accounts }: Play): void {
  if (target.at === "draft") return;
  const wanted = new Map(holdingsOf(target.state).map((one) => [accountStream(one.key), one]));
  for (const [name, { limit, reserved, used, own }] of accounts) {
    const [set, taken, left] = [millionths(reserved), millionths(used), millionths(limit.value) - millionths(reserved) - millionths(used)];
    if (set < 0n || taken < 0n || left < 0n) throw new Error(`quota: ${name} has ${left} left, ${set} set aside, ${taken} used`);
    const want = wanted.get(name);
    if (!want && millionths(own.reserved) !== 0n) throw new Error(`quota: ${own.reserved} of ${name} is set aside for nothing`);
    if (want && millionths(own.reserved) + millionths(own.used) < millionths(want.reserved) + millionths(want.used)) throw new Error(`quota: of ${name} there is ${own.reserved} and ${own.used}, and ${want.reserved} and ${want.used} is wanted`);
  }
}

function millionths(value: string): bigint {
  const [whole = "0", part = ""] = value.split(".");
  return BigInt(whole + part.padEnd(6, "0"));
}

/** P2 and P5: read back from what an installation keeps, the case is the same, and so is what everybody may do. */
export function replayHolds(play: Play): void {
  if (play.target.at === "draft") return;
  const kept = (JSON.parse(JSON.stringify(play.events)) as RequestEvent[]).map(({ request, seq, at, actor, ...happening }): RequestEvent => ({ ...Happening.parse(happening), request, seq, at, actor }));
  const state = replay(kept);
  if (state.status === "none" || JSON.stringify(state) !== JSON.stringify(play.target.state)) throw new Error(`P2: replayed it is another: ${JSON.stringify(state)} ${JSON.stringify(play.target.state)}`);
  for (const who of [play.events.length, play.events.length * 7, 0].map((at) => world[at % world.length])) {
    if (!who) continue;
    const context = contextOf(play, who, { type: "move", version: state.workflow.version });
    const [then, now] = [allowed({ at: "live", state }, context), allowed(play.target, context)].map((all) => JSON.stringify(all));
    if (then !== now) throw new Error(`P5: ${who.id} may do other things after a replay`);
  }
}

/** What is shown as not allowed is refused for the reasons that were shown. */
export function shownHolds(who: Who, play: Play, given: Given): void {
  const { command, context, before, refusals } = given;
  if (command.expectedVersion !== undefined) return;
  const shown = allowed(before, context).find((one) => one.command === command.type && (!("step" in command) || one.step === undefined || one.step === command.step));
  if (shown && !shown.allowed && JSON.stringify(shown.reasons) !== JSON.stringify(refusals)) throw new Error(`shown to ${who.id}: ${JSON.stringify(shown)}, answered ${JSON.stringify(refusals)} (${play.events.length})`);
}

/** P8: a step's last day is the one that counting by hand comes to, and a day on which all of its places work. */
export function clocksHold({ target }: Play): void {
  if (target.at === "draft") return;
  for (const step of target.state.steps.filter(({ status, ran }) => status === "open" && ran.at(-1)?.to === null)) {
    const due = dueOf(step);
    const expected = countedByHand(step);
    if (due !== expected) throw new Error(`P8: ${step.id} is due on ${due}, counted by hand on ${expected}: ${JSON.stringify([step.ran, step.clock, step.extended])}`);
  }
}

function countedByHand({ ran, clock, extended }: CaseStep): string | null {
  if (clock === null) return null;
  const places = (clock.calendars.length === 0 ? ["HK"] : clock.calendars) as readonly Calendar[];
  let left = clock.workingDays + (extended ?? 0);
  let day = dayOf(ran[0]?.from ?? "");
  while (left > 0) {
    day = addDays(day, 1);
    const runs = ran.some(({ from, to }) => dayOf(from) < day && (to === null || day <= dayOf(to)));
    if (runs && places.every((place) => isOpen(day, place))) left--;
  }
  return day;
}

function isOpen(day: string, place: Calendar): boolean {
  const told = specialDay(day, place)?.is;
  return told === "worked" || (told !== "off" && !isWeekend(day));
}

const ends: readonly LiveState["status"][] = ["rejected", "withdrawn", "closed", "expired", "revoked"];
const talk = ["comment", "correct", "attachDocument", "acceptTerms"];

/** P3: a case that has not ended has a next act by somebody. */
export function somebodyGoesOn(play: Play): void {
  if (play.target.at === "draft" || (ends as readonly string[]).includes(play.target.state.status)) return;
  const { state } = play.target;
  const first = [state.requester, ...state.team, ...(permitOf(state) ? [] : [state.endorser])].flatMap((id) => (id === null ? [] : (whoIs(id) ?? [])));
  const able = [...first, ...world].some((who) => allowed(play.target, contextOf(play, who, { type: "comment" })).some((one) => one.allowed && !talk.includes(one.command)));
  if (!able) throw new Error(`P3: ${state.status}, and nobody can do anything`);
}
