import { v5 as idFrom } from "uuid";
import { asReader } from "../../../db/client.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import { addDays, dayOf } from "../../calendar/day.ts";
import type { PersonActor } from "../../access/actor.ts";
import { can } from "../../access/can.ts";
import { leads } from "../../access/heads.ts";
import type { Command } from "../../request/command.ts";
import { draftRequirements } from "../../request/commands/record-requirement.ts";
import { openDiscrepancies } from "../../permit/discrepancy.ts";
import { balance, exceeds } from "../../permit/balance.ts";
import { blocking, type Gate } from "../../request/requirement.ts";
import type { LiveState, Requirement } from "../../request/state.ts";
import { termsFor } from "../../request/terms.ts";
import type { CaseStep } from "../../workflow/progress.ts";
import { isAccepted, type Answer } from "../answer.ts";
import { moment } from "../clock.ts";
import { contextFor } from "../context.ts";
import { createRequest, execute } from "../execute.ts";
import { readTarget } from "../target.ts";
import type { Story } from "./stories.ts";
import { wordsOf } from "./words.ts";

export type Cast = { readonly all: readonly PersonActor[]; readonly byEmail: (email: string) => PersonActor };

/** Plays one story by commands alone, at times in the past: what the demonstration shows was decided, never inserted. */
export async function play(story: Story, cast: Cast, today: string): Promise<string> {
  const { host } = story;
  const words = wordsOf[story.kind];
  const { doubt } = words;
  const requester = cast.byEmail(`${story.requester ?? "researcher"}@${story.home}.example`);
  const id = idFrom(story.title, demoRequests);
  const begun = addWorkingDays(addDays(today, -story.ago), 0, []);
  let at = new Date(`${begun}T01:10:00Z`).getTime();
  let acts = 0;
  const clock = () => new Date(at);
  const later = (hours: number) => (at = Math.min(at + hours * 3_600_000, Date.now()));
  const wait = (days: number) => {
    const hour = 1 + ((acts * 7) % 8);
    at = Math.min(new Date(`${addWorkingDays(dayOf(clock()), days, ["CN", "HK", "MO"])}T0${hour}:24:00Z`).getTime(), Date.now());
  };
  const give = async (actor: PersonActor | { kind: "worker" }, command: { type: Command["type"] } & Record<string, unknown>): Promise<void> => {
    const answer = await execute(actor, id, { ...command, commandId: idFrom(`${story.title} ${acts++}`, demoRequests) } as Command, clock);
    insist(answer, `${story.title}: ${command.type}`);
  };

  const window = { from: addDays(begun, story.until === "expired" ? 8 : 1), to: addDays(begun, story.until === "expired" ? 40 : story.slow ? 200 : 90) };
  const crossing = addWorkingDays(addDays(begun, story.until === "expired" ? 30 : 14), 1, ["CN", "HK", "MO"]);
  const created = await createRequest(requester, { id, kind: story.kind, title: story.title, facts: { ...story.facts, date: crossing }, ...(story.lines && { lines: [...story.lines] }), claims: [...(story.claims ?? [])], parties: { home: story.home, host }, endorser: `${story.requester === "pi" ? "researcher" : "pi"}@${story.home}.example`, window }, clock);
  insist(created, `${story.title}: create`);
  if (story.until === "draft") return id;

  later(1);
  await give(requester, { type: "acceptTerms", terms: termsFor(story.kind).map((terms) => terms.id) });
  for (const requirement of await open("submission")) await record(requester, requirement, "granted");
  later(1);
  await give(requester, { type: "submit" });
  if (story.appeals) await argue(story.appeals);
  if (story.until === "withdrawn") {
    wait(2);
    await give(requester, { type: "withdraw", reason: words.withdrawn });
    return id;
  }

  let [returned, answered] = [false, false];
  for (let decided = 0; ; ) {
    const state = await now();
    const step = state.steps.find((one) => one.status === "open");
    if (story.appeals && step && step.id !== "endorsement" && !answered) {
      answered = true;
      wait(1);
      await give(officerFor(step, state), { type: "comment", audience: "requester", text: story.appeals.answer });
    }
    if (!step || (story.decided !== undefined && decided >= story.decided) || (story.until === "submitted" && decided >= (story.decided ?? 0))) break;
    const officer = officerFor(step, state);
    const reviewing = step.id !== "endorsement";
    if (story.hasty && reviewing && decided === 1) later(0.006);
    else wait(story.slow ?? 1 + (acts % 3));
    if (reviewing && (story.until === "returned" || story.returnedOnce) && !returned) {
      returned = true;
      await give(officer, { type: "return", step: step.id, questions: [{ fact: doubt.fact, text: doubt.question }, { text: doubt.second }] });
      if (story.until === "returned") return id;
      wait(2);
      await give(requester, { type: "resubmit", facts: { [doubt.fact]: doubt.value }, answers: [{ question: "1", text: doubt.answer }, { question: "2", text: doubt.secondAnswer }] });
      continue;
    }
    if (reviewing && story.until === "rejected") {
      await give(officer, { type: "reject", step: step.id, reasons: [{ code: "incomplete", text: story.refused ?? words.refused }] });
      return id;
    }
    if (story.leftOut?.step === step.id) {
      await give(headOf(step), { type: "skip", ...story.leftOut });
      continue;
    }
    if (step.id === "biosafety" && acts % 2 === 0) await give(officer, { type: "approveWithConditions", step: step.id, conditions: [{ text: "Opened only in a class II cabinet at biosafety level 2." }] });
    else await give(officer, { type: "approve", step: step.id });
    if (step.id === "biosafety") await give(officer, { type: "comment", audience: "desks", text: "Packing instruction checked against the courier's list." });
    decided++;
  }
  if (story.until === "submitted" || story.until === "in-review") {
    const filed = (await open("permit"))[0];
    if (filed && story.until === "in-review") await record(requester, filed, "filed");
    return id;
  }

  const due = await open("permit");
  if (story.until === "approved") {
    for (const requirement of due.slice(0, -1)) await record(requester, requirement, "granted");
    return id;
  }
  for (const requirement of due) {
    wait(1);
    await record(requester, requirement, "granted");
  }
  if (story.until === "expired") {
    at = Math.min(Date.now(), new Date(`${addDays(window.to, 1)}T01:05:00Z`).getTime());
    await give({ kind: "worker" }, { type: "expire" });
    return id;
  }
  for (const requirement of await open("crossing")) await record(requester, requirement, "granted");
  await cross(0.5);
  if (story.until === "closed") {
    wait(6);
    await cross(0.5, story.elsewhere);
    wait(1);
    if (story.elsewhere) await explain();
    for (const requirement of (await now()).requirements.filter(({ due, status }) => due === "after-crossing" && status === "open")) await record(requester, requirement, "granted");
    await give(requester, { type: "close", reason: words.closed });
  }
  if (story.until === "revoked") {
    wait(2);
    await give(cast.byEmail(`office@${story.home}.example`), { type: "revoke", reason: words.revoked });
  }
  return id;

  async function now(): Promise<LiveState> {
    const target = await asReader(requester, (tx) => readTarget(tx, id));
    if (target?.at !== "live") throw new Error(`${story.title} is not submitted`);
    return target.state;
  }

  async function open(gate: Gate): Promise<Requirement[]> {
    return asReader(requester, async (tx) => {
      const target = await readTarget(tx, id);
      if (!target) throw new Error("gone");
      const all = target.at === "live" ? target.state.requirements : draftRequirements(target.draft, await contextFor(tx, requester, target, null, moment(clock)));
      return blocking(all, gate, dayOf(clock()));
    });
  }

  /** What the requester says against an earlier refusal, which is named by its number. */
  async function argue({ against, says }: NonNullable<Story["appeals"]>): Promise<void> {
    const refused = await asReader(requester, (tx) => readTarget(tx, idFrom(against, demoRequests)));
    if (refused?.at !== "live" || refused.state.status !== "rejected") throw new Error(`${against} was not refused`);
    later(1);
    await give(requester, { type: "comment", audience: "requester", text: `${refused.state.number}: ${says}` });
  }

  async function record(actor: PersonActor, { id: requirement }: Requirement, outcome: "granted" | "filed"): Promise<void> {
    const date = dayOf(clock());
    await give(actor, { type: "recordRequirement", requirement, outcome, reference: `${requirement.toUpperCase().slice(0, 8)}/${date.slice(0, 4)}/${1000 + ((acts * 37) % 9000)}`, date, ...(outcome === "granted" ? { validUntil: addDays(date, 365) } : {}) });
  }

  /** A desk of the case settles what did not agree. */
  async function explain(): Promise<void> {
    const state = await now();
    const [step] = state.steps;
    for (const { id: discrepancy } of step ? openDiscrepancies(state.discrepancies) : []) await give(officerFor(step as CaseStep, { ...state, deciders: [] }), { type: "resolveDiscrepancy", discrepancy, outcome: "explained", reason: "The lorry was sent round by the other crossing that day; the seals were unbroken." });
  }

  async function cross(share: number, controlPoint?: string): Promise<void> {
    const state = await now();
    if (state.status !== "permitted") throw new Error(`${story.title} has no permit`);
    const { limit, validFrom } = state.permit;
    if (dayOf(clock()) < validFrom) wait(3);
    const value = String(Math.max(1, Math.floor(Number(limit.value) * share)));
    // What is one piece crosses once.
    if (exceeds(value, balance(limit, state.movements).remaining)) return;
    await give(requester, { type: "recordMovement", direction: "out", quantity: { value, unit: limit.unit }, ...(controlPoint !== undefined && { controlPoint }), at: clock().toISOString() });
  }

  function headOf({ desk }: CaseStep): PersonActor {
    const head = cast.all.find((person) => leads(person, desk));
    if (!head) throw new Error(`nobody heads ${desk}`);
    return head;
  }

  function officerFor(step: CaseStep, state: LiveState): PersonActor {
    const named = cast.all.find((person) => person.id === step.assignee);
    const staff = cast.all.find((person) => can(person, "step.decide", { desks: [step.desk] }) && person.id !== state.requester && !state.deciders.some((one) => one.person === person.id && one.step !== step.id));
    const officer = named ?? staff;
    if (!officer) throw new Error(`nobody staffs ${step.desk}`);
    return officer;
  }
}

function insist(answer: Answer, what: string): void {
  if (!isAccepted(answer)) throw new Error(`${what} was refused: ${JSON.stringify(answer)}`);
}

/** The namespace of the ids of demonstration requests. */
const demoRequests = "9d3a2b44-0f25-4c0e-8d50-1d8d3f6f0a11";
