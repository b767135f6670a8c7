import { z } from "zod";
import { isCity } from "../place/cities.ts";
import { Kind } from "../policy/pack.ts";
import { Create } from "./commands/create.ts";
import { refusal, type Refusal } from "./refusal.ts";

/** A beginning as it may be sent: also one that names several kinds, or a list of cities where a request has one. */
export const CreateAsked = Create.extend({ kind: z.union([Kind, z.array(Kind).min(2).max(Kind.options.length).refine((all) => new Set(all).size === all.length)]) });
export type CreateAsked = z.infer<typeof CreateAsked>;

/** One of the linked requests that several kinds and corridors come to. */
export type Part = { readonly kind: Kind; readonly facts: { readonly "from.city"?: string; readonly "to.city"?: string } };

/**
 * One request is one kind over one corridor: with several the answer names all of them, and the requests to begin
 * instead, one for each kind and corridor. Null when there is nothing to divide.
 */
export function severalAsked({ kind, facts = {} }: CreateAsked): { readonly refusals: readonly Refusal[]; readonly split: readonly Part[] } | null {
  const kinds = [kind].flat();
  const [from, to] = [citiesIn(facts["from.city"]), citiesIn(facts["to.city"])];
  const refusals = [
    ...(kinds.length > 1 ? [refusal("severalKinds", { kinds: kinds.join(", ") }, "kind")] : []),
    ...(from.length > 1 ? [refusal("severalPlaces", { places: from.join(", ") }, "facts.from.city")] : []),
    ...(to.length > 1 ? [refusal("severalPlaces", { places: to.join(", ") }, "facts.to.city")] : []),
  ];
  if (refusals.length === 0) return null;
  const each = (cities: readonly string[]) => (cities.length > 0 ? cities : [undefined]);
  const split = kinds.flatMap((one) => each(from).flatMap((start) => each(to).map((end): Part => ({ kind: one, facts: { ...(start !== undefined && { "from.city": start }), ...(end !== undefined && { "to.city": end }) } }))));
  return { refusals, split };
}

/** The one kind that is left when nothing was to be divided. */
export function asOne(asked: CreateAsked): Create {
  const { kind, ...rest } = asked;
  if (typeof kind !== "string") throw new Error("several kinds are refused before one is begun");
  return { kind, ...rest };
}

function citiesIn(value: unknown): string[] {
  return [...new Set([value].flat())].filter(isCity);
}
