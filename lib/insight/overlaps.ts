import type { Permission, Scope } from "../access/permission.ts";

/** A right that somebody holds now; `organisation` is whose desk or institution it is for, null where it is for more than one. */
export type HeldRight = { readonly person: string; readonly role: string; readonly permissions: readonly Permission[]; readonly scope: Scope; readonly organisation: string | null };

/** `contained`: the other grant gives all of it. The rest are what separation keeps apart within one case or one installation. */
export type OverlapCode = "contained" | "twoDesks" | "auditsOwn" | "rulesAndCases" | "rightsAndCases";
export type Overlap = { readonly code: OverlapCode; readonly right: HeldRight; readonly other: HeldRight };

/** Pairs of rights of one person that overlap. `together` are desks that decide on the same kind of case, as `a b` in order. */
export function overlapsAmong(rights: readonly HeldRight[], together: ReadonlySet<string>): Overlap[] {
  const byPerson = new Map<string, HeldRight[]>();
  for (const right of rights) byPerson.set(right.person, [...(byPerson.get(right.person) ?? []), right]);
  return [...byPerson.values()].flatMap((own) => own.flatMap((right, at) => own.slice(at + 1).flatMap((other) => [...containedIn(right, other), ...apart(right, other, together), ...apart(other, right, together)])));
}

function containedIn(right: HeldRight, other: HeldRight): Overlap[] {
  const within = (a: HeldRight, b: HeldRight) => covers(b.scope, a) && a.permissions.every((one) => b.permissions.includes(one));
  return within(right, other) ? [{ code: "contained", right, other }] : within(other, right) ? [{ code: "contained", right: other, other: right }] : [];
}

function covers(scope: Scope, { scope: asked }: HeldRight): boolean {
  if (scope.kind === "everything" || asked.kind === "everything") return scope.kind === "everything";
  return scope.kind === asked.kind && scope.id === asked.id;
}

/** What a right to decide should not meet; asked both ways round, so that each stands once. */
function apart(decides: HeldRight, other: HeldRight, together: ReadonlySet<string>): Overlap[] {
  if (!decides.permissions.includes("step.decide") || decides.scope.kind !== "desk") return [];
  const { id } = decides.scope;
  const two = other.scope.kind === "desk" && other.permissions.includes("step.decide") && id < other.scope.id && together.has(`${id} ${other.scope.id}`);
  const meets = other.scope.kind === "everything" || (other.scope.kind === "organisation" && other.scope.id === decides.organisation);
  return [
    ...(two ? ([{ code: "twoDesks", right: decides, other }] as const) : []),
    ...(other.permissions.includes("audit.search") && (meets || other.scope.kind === "jurisdiction") ? ([{ code: "auditsOwn", right: decides, other }] as const) : []),
    ...(other.permissions.includes("policy.publish") ? ([{ code: "rulesAndCases", right: decides, other }] as const) : []),
    ...(other.permissions.includes("people.manage") && meets ? ([{ code: "rightsAndCases", right: decides, other }] as const) : []),
  ];
}
