import { asReader } from "../../db/client.ts";
import { deskNames } from "../../db/queries/audit-names.ts";
import { listOrganisations } from "../../db/queries/organisations.ts";
import type { Actor } from "../access/actor.ts";
import { type NamedThing, nearNames } from "../audit/near-names.ts";
import { rulebookInForce } from "./policy.ts";

/** Names that a question asks for and nothing bears; `near` are ids of what is called almost so. */
export type UnknownName = { readonly of: UnknownSort; readonly value: string; readonly near: readonly string[] };
export const unknownSorts = ["person", "org", "desk", "regime"] as const;
export type UnknownSort = (typeof unknownSorts)[number];

/** What comes near to names that nothing bears. Of people it does not say: who there is beside those that somebody can name is not for a search to tell. */
export async function withNear(actor: Actor, unknown: readonly Omit<UnknownName, "near">[]): Promise<UnknownName[]> {
  const known = new Map<UnknownSort, readonly NamedThing[]>();
  for (const of of new Set(unknown.map((one) => one.of))) known.set(of, await thingsOf(actor, of));
  const once = new Map(unknown.map((one) => [`${one.of} ${one.value}`, one]));
  return [...once.values()].map(({ of, value }) => ({ of, value, near: nearNames(value, known.get(of) ?? []) }));
}

async function thingsOf(actor: Actor, of: UnknownSort): Promise<readonly NamedThing[]> {
  switch (of) {
    case "person":
      return [];
    case "org":
      return listOrganisations();
    case "desk":
      return asReader(actor, deskNames);
    case "regime":
      return [...(await asReader({ kind: "public" }, rulebookInForce)).regimes].map(([id, { title }]) => ({ id, names: title }));
    default:
      return of satisfies never;
  }
}
