import type { Kind } from "../policy/pack.ts";

/** What a request is to its dossier. Each role fits one kind; `related` fits all. */
export const roles = ["sample", "goods", "carrier", "traveller", "data", "funds", "related"] as const;
export type Role = (typeof roles)[number];

/** The roles that a kind can have; the first is the usual one. */
export const rolesOf = {
  person: ["traveller", "carrier", "related"],
  sample: ["sample", "related"],
  reagent: ["goods", "related"],
  data: ["data", "related"],
  funds: ["funds", "related"],
} as const satisfies Record<Kind, readonly [Role, ...Role[]]>;

export function fitsKind(role: Role, kind: Kind): boolean {
  return (rolesOf[kind] as readonly Role[]).includes(role);
}
