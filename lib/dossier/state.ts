import type { Sealed } from "../request/events.ts";
import type { Role } from "./role.ts";
import type { Awaited } from "./until.ts";

export const dossierStatuses = ["open", "closed"] as const;
export type DossierStatus = (typeof dossierStatuses)[number];

/** A request of the dossier, as far as the dossier knows it. */
export type LinkedRequest = { readonly request: string; readonly number: string; readonly role: Role };
/** One request waits until another has come so far; there is one for a pair. */
export type Dependency = Awaited & { readonly waiting: string; readonly awaits: string; readonly reason: Sealed };

export type Dossier = {
  readonly id: string;
  readonly seq: number;
  readonly number: string;
  readonly title: Sealed;
  readonly opener: string;
  readonly status: DossierStatus;
  readonly requests: readonly LinkedRequest[];
  readonly dependencies: readonly Dependency[];
  readonly openedAt: string;
  readonly changedAt: string;
};

export type DossierState = { readonly status: "none" } | Dossier;

export function isPair(one: Pick<Dependency, "waiting" | "awaits">, other: Pick<Dependency, "waiting" | "awaits">): boolean {
  return one.waiting === other.waiting && one.awaits === other.awaits;
}
