import type { Kind } from "../policy/pack.ts";
import type { Quantity, Sealed } from "../request/events.ts";
import type { Consignment } from "./consignments.ts";
import type { Written } from "./entry.ts";

/** That somebody took a movement over from somebody else. */
export type HandOver = {
  readonly id: string;
  /** The entry with which the movement began. */
  readonly movement: string;
  readonly from: string;
  readonly to: string;
  /** In the permit's unit, as whoever took it over counted it. */
  readonly quantity: Quantity;
  readonly stated: Quantity | null;
  readonly at: string;
  readonly recordedAt: string;
  /** Nothing was seen that is wrong with it. */
  readonly isSound: boolean;
  /** Place and condition. */
  readonly about: Sealed;
};

/** One stretch of the way: from here on `person` has it. `gap` is who had it by the record, where it came from somebody else's hands. */
export type Link<H> = { readonly at: string; readonly person: string | null; readonly gap: string | null } & ({ readonly is: "departed" | "crossed" | "arrived"; readonly entry: Written } | { readonly is: "handedOver"; readonly handOver: H });

/** Goods, and media with data, are in somebody’s hands; people and sums are not. */
export function isHeld(kind: Kind): boolean {
  return kind === "sample" || kind === "reagent" || kind === "data";
}

type Chained = Pick<HandOver, "movement" | "from" | "to" | "at">;

/** Who has a movement by the record: whoever took it over last, or else whoever saw it off; null before it departed. */
export function holderOf(one: Consignment, { ledger, custody }: { readonly ledger: readonly Written[]; readonly custody: readonly Chained[] }): string | null {
  return of(one, custody).at(-1)?.to ?? (one.at.departed ? firstRecorder(one.at.departed, ledger) : null);
}

/** What was last counted of it on its way. */
export function lastCounted(one: Consignment, custody: readonly (Chained & Pick<HandOver, "quantity">)[]): Quantity | null {
  return of(one, custody).at(-1)?.quantity ?? (one.at.crossed ?? one.at.departed)?.quantity ?? null;
}

/**
 * The way of a movement as a line of people: who saw it off, who took it over from whom, where it crossed, who booked it in. A crossing
 * is recorded by officers and changes no hands. What somebody handed over who did not have it by the record, or booked in, is a gap.
 */
export function chainOf<H extends Chained>(one: Consignment, { ledger, custody }: { readonly ledger: readonly Written[]; readonly custody: readonly H[] }): Link<H>[] {
  const { departed, crossed, arrived } = one.at;
  const links: Link<H>[] = [];
  let holder: string | null = null;
  if (departed) links.push({ is: "departed", at: departed.at, person: (holder = firstRecorder(departed, ledger)), gap: null, entry: departed });
  for (const handOver of of(one, custody)) {
    links.push({ is: "handedOver", at: handOver.at, person: handOver.to, gap: holder !== null && holder !== handOver.from ? holder : null, handOver });
    holder = handOver.to;
  }
  if (crossed) {
    const before = links.filter(({ at }) => at <= crossed.at).length;
    links.splice(before, 0, { is: "crossed", at: crossed.at, person: null, gap: null, entry: crossed });
  }
  if (arrived) links.push({ is: "arrived", at: arrived.at, person: arrived.person, gap: holder !== null && holder !== arrived.person ? holder : null, entry: arrived });
  return links;
}

function of<H extends Chained>({ id }: Consignment, custody: readonly H[]): H[] {
  return custody.filter(({ movement }) => movement === id);
}

/** Whoever put an entry right does not have what it is about. */
function firstRecorder(entry: Written, ledger: readonly Written[]): string | null {
  const old = entry.corrects === null ? undefined : ledger.find(({ id }) => id === entry.corrects);
  return old ? firstRecorder(old, ledger) : entry.person;
}
