import { describe, expect, test } from "vitest";
import type { PersonActor } from "../../../lib/access/actor.ts";
import { standardRoles } from "../../../lib/access/permission.ts";
import { problem } from "../../../lib/workflow/check/problem.ts";
import type { WorkflowDefinition } from "../../../lib/workflow/definition.ts";
import { definitionDifference } from "../../../lib/workflow/definition-difference.ts";
import { ProposalCommand, proposalCommands, ProposeWorkflow } from "../../../lib/workflow/proposal/command.ts";
import { decideProposal, propose, type ProposalContext } from "../../../lib/workflow/proposal/decide.ts";
import { readsWorkflows } from "../../../lib/workflow/proposal/readers.ts";
import type { Proposal } from "../../../lib/workflow/proposal/proposal.ts";
import { sampleWorkflow } from "../../../lib/workflow/sample.ts";

const [author, second, third] = ["author", "second", "third"].map((name, at) => `018f0000-0000-7000-8000-00000000000${at + 1}-${name}`.slice(0, 36)) as [string, string, string];
const [id, commandId] = ["018f0000-0000-7000-8000-0000000000aa", "018f0000-0000-7000-8000-0000000000bb"];
const today = "2026-11-26";

function policyAdmin(person: string, change: Partial<PersonActor> = {}): PersonActor {
  return { kind: "person", id: person, name: person, email: `${person}@causeway.example`, language: "en", organisation: "causeway", grants: [{ role: "policy-admin", permissions: standardRoles["policy-admin"], scope: { kind: "everything" } }], ...change };
}

const next: WorkflowDefinition = { ...sampleWorkflow, version: sampleWorkflow.version + 1, appeal: { workingDays: 20 } };
const around = (actor: PersonActor, change: Partial<ProposalContext> = {}): ProposalContext => ({ actor, now: `${today}T02:00:00.000Z`, today, workflow: { kind: "sample", newest: sampleWorkflow }, open: null, problems: [], ...change });
const put = (asked: { definition?: unknown; effectiveFrom?: string } = {}, context = around(policyAdmin(author))) => propose({ id, definition: { ...next }, effectiveFrom: "2026-12-01", ...asked } as Parameters<typeof propose>[0], context);
const said = (outcome: ReturnType<typeof propose>) => ("refusals" in outcome ? outcome.refusals.map(({ code, path }) => [code, path].filter(Boolean).join(" ")) : outcome.changes.map(({ of }) => of));

const proposed: Proposal = { id, workflow: "sample", version: next.version, kind: "sample", definition: next, effectiveFrom: "2026-12-01", note: null, author, authorFor: [], proposedAt: `${today}T01:00:00.000Z`, status: "proposed", decidedBy: null, decidedAt: null, reason: null };
const commands: Record<string, ProposalCommand> = { approve: { type: "approve", commandId }, reject: { type: "reject", commandId, reason: "Too soon." }, withdraw: { type: "withdraw", commandId } };
const does = (type: string, actor: PersonActor, change: Partial<Proposal> = {}, context: Partial<ProposalContext> = {}) => decideProposal(commands[type] as ProposalCommand, { ...proposed, ...change }, around(actor, context));

describe("a new version of a workflow is proposed", () => {
  test("by a policy administrator, with its day and its author", () => {
    expect(put()).toMatchObject({ changes: [{ of: "workflow-proposal", id, workflow: "sample", version: next.version, kind: "sample", author, effectiveFrom: "2026-12-01", status: "proposed" }] });
    expect(said(put({ effectiveFrom: today }))).toEqual(["workflow-proposal"]);
  });

  test("by nobody else: not within an organisation, and not in the place of somebody who is away", () => {
    const [grant] = policyAdmin(author).grants;
    if (!grant) throw new Error("a policy administrator has a role");
    expect(said(put({}, around(policyAdmin(author, { grants: [] }))))).toEqual(["notPermitted"]);
    expect(said(put({}, around(policyAdmin(author, { grants: [{ ...grant, scope: { kind: "organisation", id: "hku" } }] }))))).toEqual(["notPermitted"]);
    expect(said(put({}, around(policyAdmin(author, { grants: [{ ...grant, for: second }] }))))).toEqual(["notPermitted"]);
  });

  test("with every reason against it at once: a day that has passed, a number that is taken, another that waits, whatever is wrong with it", () => {
    const problems = [problem("unknownFact", ["steps", 0, "when", "attr"], { found: "sample.colour" })];
    expect(said(put({ definition: { ...next, version: 1 }, effectiveFrom: "2026-11-25" }, around(policyAdmin(author), { open: second, problems })))).toEqual(["dateInPast effectiveFrom", "versionNotLater definition.version", "proposalOpen", "brokenWorkflow definition.steps.0.when.attr"]);
    expect(said(put({}, around(policyAdmin(author), { workflow: null })))).toEqual(["unknownWorkflow definition.id"]);
  });

  test("and each reason says of what: the day, the proposal that waits, the number that is taken, the workflow that is not there", () => {
    const whole = (outcome: ReturnType<typeof propose>) => ("refusals" in outcome ? outcome.refusals.map(({ code, params }) => [code, params]) : []);
    expect(whole(put({ definition: { ...next, version: 1 }, effectiveFrom: "2026-11-25" }, around(policyAdmin(author), { open: second })))).toEqual([["dateInPast", { day: "2026-11-25" }], ["versionNotLater", { version: 1, newest: sampleWorkflow.version }], ["proposalOpen", { proposal: second }]]);
    expect(whole(put({}, around(policyAdmin(author), { workflow: null })))).toEqual([["unknownWorkflow", { workflow: "sample" }]]);
    expect(whole(does("approve", policyAdmin(second), { status: "withdrawn" }))).toEqual([["proposalClosed", { status: "withdrawn" }]]);
  });

  test("with what its author says of it, and for whom they stood in on that day, in an order that is always the same", () => {
    const [kept] = [propose({ id, commandId, definition: { ...next }, effectiveFrom: "2026-12-01", note: "The law asks for it." } as Parameters<typeof propose>[0], around(policyAdmin(author, { standsIn: [third, second] })))].map((outcome) => ("changes" in outcome ? outcome.changes[0] : null));
    expect(kept).toMatchObject({ note: "The law asks for it.", authorFor: [second, third].toSorted() });
    expect(put()).toMatchObject({ changes: [{ note: null, authorFor: [] }] });
    // What became of it keeps that.
    expect(does("reject", policyAdmin(second), { authorFor: [third] })).toMatchObject({ changes: [{ authorFor: [third] }] });
  });

  test("when it says something else than the version before, in whatever order it is written down", () => {
    const { appliesTo, ...rest } = sampleWorkflow;
    expect(said(put({ definition: { appliesTo, ...rest, version: 9 } }))).toEqual(["nothingChanged definition"]);
  });
});

describe("a proposal", () => {
  test("is approved by a second policy administrator, and published with both of them and its day", () => {
    expect(does("approve", policyAdmin(second))).toMatchObject({ changes: [{ of: "workflow-proposal", status: "approved", decidedBy: second }, { of: "workflow", kind: "sample", definition: next, approved: { proposal: id, author, approver: second, effectiveFrom: "2026-12-01" } }] });
  });

  test("is not approved by its author, nor by who stands in for them, for whom they stood in, or for the same third person", () => {
    expect(said(does("approve", policyAdmin(author)))).toEqual(["ownProposal"]);
    expect(said(does("approve", policyAdmin(second, { standsIn: [author] })))).toEqual(["standsInForAuthor"]);
    expect(said(does("approve", policyAdmin(second), { authorFor: [second] }))).toEqual(["standsInForAuthor"]);
    expect(said(does("approve", policyAdmin(second, { standsIn: [third] }), { authorFor: [third] }))).toEqual(["standsInForAuthor"]);
    expect(said(does("approve", policyAdmin(second, { standsIn: [third] })))).toEqual(["workflow-proposal", "workflow"]);
  });

  test("is proved once more when it is approved: its day, its number and the people may be others by now", () => {
    const problems = [problem("notStaffed", ["steps", 0, "desk"], { step: "endorsement" })];
    expect(said(does("approve", policyAdmin(second), { effectiveFrom: "2026-11-25" }, { problems, workflow: { kind: "sample", newest: next } }))).toEqual(["dateInPast effectiveFrom", "versionNotLater definition.version", "brokenWorkflow definition.steps.0.desk"]);
  });

  test("is rejected by another with a reason, also when it could not be approved, and withdrawn by its author alone", () => {
    const problems = [problem("notStaffed", ["steps", 0, "desk"])];
    expect(does("reject", policyAdmin(second), {}, { problems })).toMatchObject({ changes: [{ of: "workflow-proposal", status: "rejected", decidedBy: second, reason: "Too soon." }] });
    expect(said(does("reject", policyAdmin(author)))).toEqual(["ownProposal"]);
    expect(does("withdraw", policyAdmin(author, { grants: [] }))).toMatchObject({ changes: [{ status: "withdrawn", decidedBy: author, reason: null }] });
    expect(said(does("withdraw", policyAdmin(second)))).toEqual(["notPermitted"]);
  });

  test("that was decided is decided no more", () => {
    for (const status of ["approved", "rejected", "withdrawn"] as const) {
      for (const type of ["approve", "reject"]) expect(said(does(type, policyAdmin(second), { status }))).toEqual(["proposalClosed"]);
      expect(said(does("withdraw", policyAdmin(author), { status }))).toEqual(["proposalClosed"]);
    }
  });
});

test("what is asked of proposals is read: a reason where one is rejected, and nothing beside", () => {
  const reads = (asked: object) => ProposalCommand.safeParse({ commandId, ...asked }).success;
  expect(proposalCommands.map((type) => [reads({ type }), reads({ type, reason: "Too soon." }), reads({ type, reason: "Too soon.", colour: "red" })])).toEqual([[true, false, false], [false, true, false], [true, true, false]]);
  expect([ProposalCommand.safeParse({ type: "approve" }).success, reads({ type: "publish" })]).toEqual([false, false]);
  const puts = (asked: object) => ProposeWorkflow.safeParse({ definition: { anything: 1 }, effectiveFrom: "2026-12-01", ...asked }).success;
  expect([puts({}), puts({ id, note: "Why." }), puts({ definition: undefined }), puts({ definition: "text" }), puts({ effectiveFrom: "soon" }), puts({ effectiveFrom: undefined }), puts({ colour: "red" }), puts({ id: "7" })]).toEqual([true, true, false, false, false, false, false, false]);
});

test("workflows are read with who proposed and approved them by whoever keeps the rules, decides by them, or audits, and by nobody else", () => {
  const reading = (Object.keys(standardRoles) as (keyof typeof standardRoles)[]).filter((role) => readsWorkflows(policyAdmin(author, { grants: [{ role, permissions: standardRoles[role], scope: { kind: "organisation", id: "hku" } }] })));
  expect(reading.toSorted()).toEqual(["auditor", "desk-lead", "desk-officer", "platform-admin", "policy-admin"]);
  for (const permission of ["policy.publish", "step.decide", "audit.search", "audit.verify"] as const) expect(readsWorkflows(policyAdmin(author, { grants: [{ role: "one", permissions: [permission], scope: { kind: "everything" } }] }))).toBe(true);
  expect(readsWorkflows(policyAdmin(author, { grants: [] }))).toBe(false);
});

test("the difference of two versions names the steps that are new, gone and otherwise, with the parts that changed", () => {
  const [first, ...others] = sampleWorkflow.steps;
  if (!first) throw new Error("samples have steps");
  const after: WorkflowDefinition = { ...sampleWorkflow, appeal: { workingDays: 5 }, steps: [{ ...first, id: "first" }, ...others.slice(1).map((step) => (step.id === "ethics" ? { ...step, mode: 2, clock: null } : step))] };
  expect(definitionDifference(sampleWorkflow, after)).toEqual({ fresh: ["first"], gone: ["endorsement", "biosafety"], changed: [{ step: "ethics", parts: ["mode", "clock"] }], whole: ["appeal"] });
  expect(definitionDifference(sampleWorkflow, { ...sampleWorkflow, steps: sampleWorkflow.steps.toReversed() })).toEqual({ fresh: [], gone: [], changed: [], whole: [] });
});
