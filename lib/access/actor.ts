import type { Language } from "../language.ts";
import type { Grant } from "./permission.ts";

/** A person acting, with every grant they hold now. A key acts as its person, within its scopes. */
export type PersonActor = {
  readonly kind: "person";
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly organisation: string | null;
  readonly grants: readonly Grant[];
  /** Whom they stand in for today; their rights at desks are among the grants. */
  readonly standsIn?: readonly string[];
  /** Accesses by break-glass that run now: each lets them read one request and change nothing. */
  readonly opened?: readonly string[];
};

/** Whoever does something. `public` reads what is public, `signIn` finds an account, `worker` and `system` run jobs. */
export type Actor = PersonActor | { readonly kind: "public" } | { readonly kind: "signIn" } | { readonly kind: "worker" } | { readonly kind: "system" };

/** The name the database is told: a UUID or one of four words, nothing else. */
export function actorName(actor: Actor): string {
  return actor.kind === "person" ? actor.id : actor.kind;
}

/** The desks a person staffs, also in the place of somebody else. */
export function desksOf(actor: Actor): string[] {
  if (actor.kind !== "person") return [];
  return [...new Set(actor.grants.flatMap(({ scope }) => (scope.kind === "desk" ? [scope.id] : [])))];
}
