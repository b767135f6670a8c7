import type { Actor, PersonActor } from "../../../lib/access/actor.ts";
import type { RoleId, Scope } from "../../../lib/access/permission.ts";
import type { DeskFunction } from "../../../lib/workflow/definition.ts";
import type { PlanDesk } from "../../../lib/workflow/plan.ts";
import { aPerson, people, serum } from "../request/builders.ts";

/* Everybody whom generated cases know: the request's people, four desks on both sides and a programme's with a head and three officers each, and others. */

/** Somebody of the world, told in words of their own, so that what they may do can be read without asking the code. */
export type Who = {
  readonly actor: Actor;
  readonly id: string;
  /** The desks they work at, whose head they are, and those at which they stand in for somebody. */
  readonly staffs: readonly string[];
  readonly leads: readonly string[];
  readonly standsInFor: string | null;
  /** A control point's officer, or the worker that does what nobody has to. */
  readonly is: "person" | "checkpoint" | "worker" | "nobody";
};

export const functions = ["endorsement", "ethics", "sign-off", "acceptance"] as const satisfies readonly DeskFunction[];
export const institutions = [{ id: "smu", jurisdiction: "CN" }, { id: "hku", jurisdiction: "HK" }] as const;
const deskIds = institutions.flatMap(({ id }) => functions.map((does) => `${id}.${does}`));
export const checkpoint = "cp.hkia";

const at = (desk: string): Scope => ({ kind: "desk", id: desk });
const of = (organisation: string): Scope => ({ kind: "organisation", id: organisation });
const organisationOf = (desk: string) => desk.slice(0, desk.indexOf("."));

function person(actor: PersonActor, told: Partial<Omit<Who, "actor" | "id">> = {}): Who {
  return { actor, id: actor.id, staffs: [], leads: [], standsInFor: null, is: "person", ...told };
}

function officer(name: string, desks: readonly string[], role: RoleId = "desk-officer"): Who {
  return person(aPerson(name, desks.map((desk) => [role, at(desk)] as const), organisationOf(desks[0] ?? "")), { staffs: desks, leads: role === "desk-lead" ? desks : [] });
}

/** With the grants of whoever is away beside their own, marked with whose they are. */
function standingIn(own: Who, away: Who): Who {
  if (own.actor.kind !== "person" || away.actor.kind !== "person") return own;
  const theirs = away.actor.grants.filter(({ scope }) => scope.kind === "desk").map((grant) => ({ ...grant, for: away.id }));
  return { ...own, actor: { ...own.actor, grants: [...own.actor.grants, ...theirs], standsIn: [away.id] }, staffs: [...own.staffs, ...away.staffs], leads: [...own.leads, ...away.leads], standsInFor: away.id };
}

/** The desk of a programme, which is no institution's. */
const programmeDesk = { id: "hetao.programme", programmes: ["cn-hetao-customs-supervision", "cn-special-goods-hetao-fast"] } as const;
const offices = [...deskIds, programmeDesk.id].flatMap((desk) => [...[1, 2, 3].map((n) => officer(`${desk}-${n}`, [desk])), officer(`${desk}-head`, [desk], "desk-lead")]);
const named = (name: string) => offices.find(({ id }) => id === `person-${name}`) ?? officer(name, []);
export const requester = person(people.requester);
const teammate = person(people.teammate, { staffs: ["smu.sign-off"] });
const everything: Scope = { kind: "everything" };

export const world: readonly Who[] = [
  requester,
  teammate,
  person(people.pi),
  ...offices,
  officer("two-desks", ["smu.ethics", "smu.sign-off"]),
  standingIn(officer("deputy", ["smu.endorsement"]), named("smu.ethics-head")),
  standingIn(officer("substitute", ["hku.ethics"]), named("hku.acceptance-1")),
  standingIn(officer("proxy", ["hku.acceptance"]), requester),
  person(people.auditor),
  person(people.stranger),
  person(aPerson("policy", [["policy-admin", everything], ["organisation-admin", of("smu")], ["platform-admin", everything]])),
  person(aPerson("boundary", [["control-point-officer", at(checkpoint)]], "hku"), { is: "checkpoint" }),
  { ...requester, actor: { kind: "worker" }, id: "worker", is: "worker" },
  { ...requester, actor: { kind: "public" }, id: "public", is: "nobody" },
];

/** The desks as plans see them: nobody is staff where they only stand in, and whoever stands in for the requester came to their desk later. */
export const desks: readonly PlanDesk[] = [...deskIds, programmeDesk.id].map((id) => ({
  id,
  organisation: organisationOf(id),
  function: id.slice(id.indexOf(".") + 1) as DeskFunction,
  programmes: id === programmeDesk.id ? programmeDesk.programmes : [],
  staff: world.filter(({ actor, standsInFor }) => actor.kind === "person" && standsInFor !== requester.id && actor.grants.some((grant) => grant.for === undefined && grant.scope.kind === "desk" && grant.scope.id === id)).map((one) => one.id),
}));

/** Answers and claims of a request that crosses under the programme, instead of those of any other. */
export const underProgramme = { facts: { ...serum, "from.city": "hongkong", "to.city": "shenzhen", "to.zone": "hetao_sz", "org.to.hetao_whitelist": true, checkpoint: "hetao-no1" }, claims: programmeDesk.programmes } as const;

export function whoIs(id: string): Who | undefined {
  return world.find((one) => one.id === id);
}
