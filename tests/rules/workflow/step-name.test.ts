import { describe, expect, test } from "vitest";
import { appealDefinition } from "../../../lib/workflow/appeal.ts";
import { stepNames } from "../../../lib/workflow/definition.ts";
import { freshStep, type CaseStep } from "../../../lib/workflow/progress.ts";
import { clockOf, dueOf, workingDaysOf } from "../../../lib/workflow/step-clock.ts";
import { definitionAt, nameAt, writtenAs } from "../../../lib/workflow/step-name.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

/* How a step of a case is called, and until when its desk has time. */

const names = stepNames(sampleWorkflow);
const ethics = sampleWorkflow.steps.find(({ id }) => id === "ethics");
if (!ethics) throw new Error("samples are looked at by ethics");

describe("a step of a case is called", () => {
  test.each<[string, (name: string) => string, (name: string) => string]>([
    ["ethics", (name) => name, (name) => name],
    ["ethics.3", (name) => `${name} · 3`, (name) => `${name} · 3`],
    ["ethics.12", (name) => `${name} · 12`, (name) => `${name} · 12`],
    ["ethics.r2", (name) => `${name} (2)`, (name) => `${name}（2）`],
    ["ethics.3.r12", (name) => `${name} · 3 (12)`, (name) => `${name} · 3（12）`],
    // The desk of a programme adds nothing, whatever figures it has in its name.
    ["ethics.hetao", (name) => name, (name) => name],
    ["ethics.zone-2", (name) => name, (name) => name],
    ["ethics.2nd-zone", (name) => name, (name) => name],
    ["ethics.r2-zone", (name) => name, (name) => name],
    ["ethics.gr2", (name) => name, (name) => name],
  ])("%s, by its definition, with its line and its reviewer", (id, latin, chinese) => {
    const expected = { en: latin(ethics.name.en), pt: latin(ethics.name.pt), "zh-Hant": chinese(ethics.name["zh-Hant"]), "zh-Hans": chinese(ethics.name["zh-Hans"]) };
    expect([nameAt(names, id), definitionAt(sampleWorkflow.steps, id)]).toEqual([expected, { ...ethics, name: expected }]);
    expect(writtenAs(id)).toBe("ethics");
  });

  test("as the second look is, which no definition has, and as nothing where nobody has it", () => {
    expect([nameAt(names, "appeal"), definitionAt(sampleWorkflow.steps, "appeal")]).toEqual([appealDefinition.name, appealDefinition]);
    expect([nameAt(names, "nowhere"), nameAt(names, "nowhere.2"), definitionAt(sampleWorkflow.steps, "nowhere.2")]).toEqual([undefined, undefined, undefined]);
  });
});

describe("the time of a step's desk", () => {
  const [began, later] = ["2026-11-24T02:00:00Z", "2026-11-25T02:00:00Z"];
  const step = (change: Partial<CaseStep>): CaseStep => ({ ...freshStep({ id: "ethics", desk: "hku.ethics", side: "origin", assignee: null, needs: { join: "all", of: [] }, decisionsNeeded: 1, clock: { workingDays: 5, pausedWhileReturned: true, calendars: ["HK"] }, may: ["approve"] }), status: "open", ran: [{ from: began, to: null }], ...change });
  const stood = [{ from: began, to: later }];

  test("ends with a day while its clock runs, and where it was decided that is still said; not while it stands, waits or was sent back", () => {
    expect([dueOf(step({})), dueOf(step({ extended: 1 })), dueOf(step({ status: "done", outcome: "approved", ran: stood }))]).toEqual(["2026-12-01", "2026-12-02", expect.any(String)]);
    // Sent back while its clock goes on, the desk is owed an answer and owes none.
    for (const change of [{ ran: stood }, { ran: [] }, { clock: null }, { status: "done", outcome: "returned" }, { status: "waiting" }, { status: "cancelled", outcome: "dropped" }] as Partial<CaseStep>[]) expect(dueOf(step(change))).toBeNull();
  });

  test("stands somewhere as long as the desk has still to decide, also while it is sent back", () => {
    const shown = (change: Partial<CaseStep>) => clockOf(step(change), "2026-11-25") !== null;
    expect([shown({}), shown({ status: "done", outcome: "returned", ran: stood }), shown({ status: "waiting", ran: stood }), shown({ status: "done", outcome: "approved", ran: stood }), shown({ status: "waiting", ran: [] })]).toEqual([true, true, true, false, false]);
  });

  test("is the days of its definition with those by which it was extended, and none without a clock", () => {
    const clock = { workingDays: 5 };
    expect([workingDaysOf({ clock, extended: null }), workingDaysOf({ clock, extended: 3 }), workingDaysOf({ clock: null, extended: 3 }), workingDaysOf({ clock: undefined, extended: null })]).toEqual([5, 8, null, null]);
  });
});
