import type { Allotment, StepPeople } from "./step-people.ts";

/** Somebody of a desk who may decide the step, as far as choosing looks at them. */
export type Officer = {
  readonly id: string;
  readonly speaks: readonly string[];
  readonly skills: readonly string[];
  /** How many steps of this desk they have in hand. */
  readonly load: number;
  /** When work of this desk last came to them; null is never. */
  readonly lastTurn: string | null;
};

export const allotmentReasons = ["had-step", "handled-last", "next-turn", "shortest-queue"] as const;
export const preferences = ["language", "skill"] as const;
export type Choice = {
  readonly person: string;
  readonly why: (typeof allotmentReasons)[number];
  /** What made them come before others. */
  readonly preferred: readonly (typeof preferences)[number][];
};

export type Asked = {
  readonly rule: Allotment;
  readonly prefers: StepPeople["prefers"];
  /** Who had this step in the round before, or an earlier step that it is kept together with. */
  readonly had: string | null;
  /** Who handled this requester's last request at the desk. */
  readonly handledLast: string | null;
};

/**
 * Whose a step becomes as it opens, among those of its desk who may decide it: whoever had it before; else those who can do what
 * it prefers, and among them by the rule. Null leaves it offered to all. Equal ones come in the order of their last turn, then of their ids.
 */
export function allot(officers: readonly Officer[], { rule, prefers, had, handledLast }: Asked): Choice | null {
  const again = officers.find(({ id }) => id === had);
  if (again) return { person: again.id, why: "had-step", preferred: [] };
  if (rule === "offer") return null;
  const { pool, preferred } = preferredOf(officers, prefers);
  const familiar = rule === "familiar" ? pool.find(({ id }) => id === handledLast) : undefined;
  if (familiar) return { person: familiar.id, why: "handled-last", preferred };
  const why = rule === "round-robin" ? "next-turn" : "shortest-queue";
  const [first] = pool.toSorted((a, b) => (why === "shortest-queue" ? a.load - b.load : 0) || order(a.lastTurn ?? "", b.lastTurn ?? "") || order(a.id, b.id));
  return first ? { person: first.id, why, preferred } : null;
}

/** Those who can do everything that is preferred; where nobody can, those who can do some of it, and else all. What is not asked for nobody can. */
function preferredOf(officers: readonly Officer[], prefers: StepPeople["prefers"]): { readonly pool: readonly Officer[]; readonly preferred: Choice["preferred"] } {
  for (const wanted of [preferences, ...preferences.map((one) => [one])]) {
    const able = officers.filter((officer) => wanted.every((one) => can(officer, one, prefers)));
    if (able.length > 0) return { pool: able, preferred: wanted };
  }
  return { pool: officers, preferred: [] };
}

function can({ speaks, skills }: Officer, what: (typeof preferences)[number], prefers: StepPeople["prefers"]): boolean {
  return (what === "language" ? speaks : skills).some((one) => one === prefers?.[what]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
