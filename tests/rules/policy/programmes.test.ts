import { describe, expect, test } from "vitest";
import { fieldOf } from "../../../lib/kind/catalogue.ts";
import { readBy } from "../../../lib/kind/questions.ts";
import { tellingValues } from "../../../lib/kind/telling-values.ts";
import { authorities } from "../../../lib/policy/authorities.ts";
import type { Condition, FactValue, Facts, Leaf } from "../../../lib/policy/condition.ts";
import { residue } from "../../../lib/policy/dependence.ts";
import { evaluate, isProgramme } from "../../../lib/policy/evaluate.ts";
import { type Kind, type Regime } from "../../../lib/policy/pack.ts";
import { papers } from "../../../lib/policy/papers.ts";
import { packs } from "../../../lib/policy/registry.ts";
import { blocking, confirmationOf, programmeConfirmed, requirementsOf } from "../../../lib/request/requirement.ts";
import { weigh } from "../../../lib/request/asked.ts";
import { deskFunctions } from "../../../lib/workflow/definition.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";
import { defaultWorkflows } from "../../../lib/workflow/registry.ts";
import { after, aCase, aContext, aDraft, people, stateOf } from "../request/builders.ts";

const regimes = packs.flatMap((pack) => pack.regimes);
const programmes = regimes.filter(isProgramme);
const open = programmes.filter(({ status }) => status === "in_force");
const cases = open.flatMap((programme) => programme.kinds.map((kind) => [programme.id, kind, programme] as const));
const day = "2026-11-30";
const institutions: readonly PlanDesk[] = ["smu", "hku"].flatMap((organisation) => deskFunctions.filter((does) => does !== "programme").map((does) => ({ id: `${organisation}.${does}`, organisation, function: does, programmes: [], staff: ["one"] })));

/** What a programme replaces and never meets. */
const apart: readonly (readonly [string, string])[] = [
  ["cn-data-exempt-volume", "cn-data-standard-contract"],
  ["cn-data-exempt-volume", "cn-data-certification"],
  ["cn-data-exempt-scenario", "cn-data-standard-contract"],
  ["cn-data-exempt-scenario", "cn-data-certification"],
  ["cn-data-exempt-scenario", "cn-data-security-assessment"],
  ["cn-data-ftz-negative-list", "cn-data-standard-contract"],
  ["cn-data-ftz-negative-list", "cn-data-certification"],
  ["cn-data-ftz-negative-list", "cn-data-security-assessment"],
  ["cn-visa-waiver", "cn-visa-f"],
  ["cn-visa-waiver", "cn-visa-m"],
  ["hk-stas", "hk-employment-asmtp"],
  ["hk-stas", "hk-employment-gep"],
  ["mo-work-exemption-45d", "mo-nonresident-worker"],
];

test("there are thirty-six programmes, all but two of them open to claims", () => {
  expect(programmes).toHaveLength(36);
  expect(programmes.filter(({ status }) => status !== "in_force").map(({ id, status }) => [id, status])).toEqual([["cn-research-material-pilot", "unverified"], ["hetao-hk-preregistration", "planned"]]);
});

test.each(programmes.filter(({ status }) => status !== "in_force").map((programme) => [programme.id, programme] as const))("%s is told of and cannot be claimed yet", (id, programme) => {
  const facts = given(programme.kinds[0] as Kind, programme);
  const { findings, facilitations, refusedClaims } = evaluate(packs, facts, [id]);
  expect(findings.map((one) => one.id)).toContain(id);
  expect([facilitations.includes(id), refusedClaims]).toEqual([false, [id]]);
});

describe.each(cases)("%s for kind %s", (id, kind, programme) => {
  const facts = given(kind, programme);

  test("is offered where it fits and its claim is refused where it does not", () => {
    expect(evaluate(packs, facts).facilitations).toContain(id);
    expect(evaluate(packs, facts, [id]).refusedClaims).toEqual([]);
    expect(evaluate(packs, { kind, date: day }, [id]).refusedClaims).toEqual([id]);
  });

  test("says who confirms it and what proves it", () => {
    expect(authorities).toHaveProperty(programme.authority);
    expect(programme.papers.length).toBeGreaterThan(0);
    for (const paper of programme.papers) expect(papers).toHaveProperty(paper);
  });

  test("takes away by a claim what it replaces and nothing else", () => {
    for (const replaced of programme.substitutes) {
      const both = factsFor(kind, programme, byId(replaced));
      // The law frees some cases at once: what the programme replaces does not apply beside it, and no claim is needed.
      expect([id, replaced, both === undefined]).toEqual([id, replaced, apart.some(([one, other]) => one === id && other === replaced)]);
      if (!both) continue;
      const [offered, claimed] = [evaluate(packs, both), evaluate(packs, both, [id])];
      expect(offered.regimes.concat(offered.facilitations)).toContain(replaced);
      expect(offered.replaced).toContain(replaced);
      expect(claimed.findings.filter(({ waivedBy }) => waivedBy === id).map((one) => one.id)).toEqual(offered.findings.map((one) => one.id).filter((one) => programme.substitutes.includes(one)));
      expect(claimed.regimes).toEqual(offered.regimes.filter((one) => !programme.substitutes.includes(one)));
    }
    const eased = evaluate(packs, facts, [id]);
    expect(eased.findings.filter(({ waivedBy }) => waivedBy !== null).every((one) => programme.substitutes.includes(one.id))).toBe(true);
  });

  test("stands beside what it eases, which stays", () => {
    for (const eased of programme.facilitates) {
      const both = given(kind, programme, byId(eased));
      const { regimes: binding, facilitations } = evaluate(packs, both, [id]);
      // What this programme eases may be another programme, or be taken away by one; alone it takes nothing.
      expect([...binding, ...facilitations]).toContain(eased);
    }
  });

  test("is confirmed by a step at its own desk where there is one", () => {
    const desk: PlanDesk = { id: "park.programme", organisation: "park", function: "programme", programmes: [id], staff: ["one"] };
    const weighed = weighing(kind, facts, [id], [...institutions, desk]);
    expect(weighed.plan?.problems).toEqual([]);
    expect(weighed.plan?.steps.filter((step) => step.desk === desk.id).map((step) => step.id)).toEqual(["programme.park"]);
    expect(weighed.unconfirmed).toEqual([]);
    expect(weighing(kind, facts, [], [...institutions, desk]).plan?.steps.map((step) => step.desk)).not.toContain(desk.id);
  });

  test("is confirmed on paper, by a letter or a number, where no desk runs it", () => {
    const other: PlanDesk = { id: "park.programme", organisation: "park", function: "programme", programmes: ["another-programme"], staff: ["one"] };
    for (const desks of [institutions, [...institutions, other]]) {
      const weighed = weighing(kind, facts, [id], desks);
      expect(weighed.plan?.problems).toEqual([]);
      expect(weighed.plan?.steps.filter((step) => step.id.startsWith("programme"))).toEqual([]);
      expect(weighed.unconfirmed).toEqual([id]);
      const requirements = requirementsOf({ findings: weighed.evaluation.findings, hostHere: true, unconfirmed: weighed.unconfirmed });
      expect(requirements.filter((one) => programmeConfirmed(one.id) === id)).toMatchObject([{ regime: id, type: "document", status: "open" }]);
    }
    expect(weighing(kind, facts, [], institutions).unconfirmed).toEqual([]);
  });
});

describe("two programmes that fit together, of two desks", () => {
  const pairs = open.flatMap((one, at) => open.slice(at + 1).flatMap((other) => one.kinds.filter((kind) => other.kinds.includes(kind)).flatMap((kind) => {
    const facts = factsFor(kind, one, other);
    return facts && evaluate(packs, facts, [one.id, other.id]).refusedClaims.length === 0 ? [[one.id, other.id, kind, facts] as const] : [];
  })));
  const desk = (id: string): PlanDesk => ({ id: `${id}.programme`, organisation: id, function: "programme", programmes: [id], staff: ["one"] });

  test("are many pairs", () => expect(pairs.length).toBeGreaterThan(50));

  test.each(pairs)("%s and %s for kind %s are confirmed each at its own desk, whichever is claimed first", (one, other, kind, facts) => {
    for (const claims of [[one, other], [other, one]]) {
      const weighed = weighing(kind, facts, claims, [...institutions, desk(one), desk(other)]);
      const fitting = claims.filter((claim) => weighed.evaluation.facilitations.includes(claim));
      expect(weighed.plan?.problems).toEqual([]);
      expect(weighed.plan?.steps.filter((step) => step.desk.endsWith(".programme")).map((step) => [step.id, step.desk])).toEqual(fitting.map((claim) => [`programme.${claim}`, `${claim}.programme`]));
      expect(weighed.unconfirmed).toEqual([]);
      // One desk that runs both confirms both at once; where only one has a desk the other's word comes on paper.
      const both = { ...desk("park"), programmes: [one, other] };
      expect(weighing(kind, facts, claims, [...institutions, both]).plan?.steps.filter((step) => step.desk === both.id)).toHaveLength(1);
      expect(weighing(kind, facts, claims, [...institutions, desk(other)]).unconfirmed).toEqual(fitting.filter((claim) => claim === one));
    }
  });
});

test("a claim that nobody here confirms holds the permit until its letter is recorded", () => {
  const { requester, pi, biosafety, ethics, signOff, acceptance } = people;
  const claims = ["cn-hgr-hk-branch-pilot"];
  const facts = { ...aDraft().facts, "org.hgr_pilot_branch": true, "sample.hgr_material": "cell_containing", "sample.hgr_clinical_trial_no_export": false };
  const recorded = [...aDraft().recorded, ...["cn-hgr-export-approval", "cn-hgr-intl-coop-approval", "cn-special-goods-permit", "hk-biological-import-599a"].map((requirement) => ({ requirement, outcome: "granted" as const, reference: "R/1", date: "2026-11-01", validUntil: null }))];
  const submitted = after(aCase(aDraft({ claims, facts, recorded })), [requester, { type: "submit" }]);
  const decided = after(submitted, ...([[pi, "endorsement"], [biosafety, "biosafety"], [ethics, "ethics"], [signOff, "sign-off"], [acceptance, "acceptance"]] as const).map(([actor, step]) => [actor, { type: "approve", step }] as const));
  const confirmation = confirmationOf("cn-hgr-hk-branch-pilot");
  expect(stateOf(decided).status).toBe("approved");
  expect(blocking(stateOf(decided).requirements, "permit", "2026-11-24").map(({ id }) => id)).toEqual([confirmation]);
  const confirmed = after(decided, [requester, { type: "recordRequirement", requirement: confirmation, outcome: "filed", reference: "LETTER/7", date: "2026-11-20" }]);
  expect(stateOf(confirmed).status).toBe("permitted");
});

function weighing(kind: Kind, facts: Facts, claims: readonly string[], desks: readonly PlanDesk[]) {
  const definition = defaultWorkflows[kind];
  if (!definition) throw new Error(`no workflow for ${kind}`);
  const from = facts["from.jur"] === "XX" || facts["from.jur"] === undefined ? "CN" : String(facts["from.jur"]);
  const context = aContext(people.requester, { desks, workflow: { definition, digest: "" }, home: { organisation: "smu", jurisdiction: from }, host: { organisation: "hku", jurisdiction: String(facts["to.jur"] ?? "HK") } });
  // Where no route is asked for one is chosen that has the zones, whose questions would be hidden without it.
  const route = facts["to.zone"] === "hengqin" ? { "from.jur": "MO", "to.jur": "CN" } : { "from.jur": from, "to.jur": "MO" };
  return weigh({ kind, title: "", facts: { ...route, ...facts }, lines: [], claims, window: null, limit: null, requester: people.requester.id, team: [] }, context);
}

/** Answers under which all of these apply; undefined where no answers can make them apply together. */
function factsFor(kind: Kind, ...wanted: readonly Regime[]): Facts | undefined {
  const date = wanted.map(({ from }) => from ?? "").reduce((a, b) => (b > a ? b : a), day);
  return satisfying({ all: wanted.map(({ trigger }) => trigger) }, { kind, date });
}

/** One way after another: an answer to the next question that the condition still hangs on, or none. */
function satisfying(condition: Condition, answers: Readonly<Record<string, FactValue | null>>): Facts | undefined {
  const left = residue(condition, (fact) => answers[fact]);
  if (left === true) return Object.fromEntries(Object.entries(answers).filter((entry): entry is [string, FactValue] => entry[1] !== null));
  if (left === false) return undefined;
  const [fact = ""] = readBy(left);
  const field = fieldOf(fact);
  if (!field) throw new Error(`there is no fact ${fact}`);
  for (const value of [...tellingValues(field, leavesOf(left, fact)), null]) {
    const found = satisfying(left, { ...answers, [fact]: value });
    if (found) return found;
  }
  return undefined;
}

function leavesOf(condition: Condition, fact: string): Leaf[] {
  if ("attr" in condition) return condition.attr === fact ? [condition] : [];
  if ("not" in condition) return leavesOf(condition.not, fact);
  return ("all" in condition ? condition.all : condition.any).flatMap((part) => leavesOf(part, fact));
}

function given(kind: Kind, ...wanted: readonly Regime[]): Facts {
  const facts = factsFor(kind, ...wanted);
  if (!facts) throw new Error(`nothing makes ${wanted.map(({ id }) => id).join(" and ")} apply`);
  return facts;
}

function byId(id: string): Regime {
  const found = regimes.find((regime) => regime.id === id);
  if (!found) throw new Error(`there is no regime ${id}`);
  return found;
}
