import type { VisibilityClass } from "../../../lib/access/visibility-class.ts";

/*
 * Who may read what, said once more and in another way than the product does: from docs/privacy.md and the sentences of `visibilityClasses`, over plain
 * rows of who asks, who works where and who audits what. Nothing of the product's own masks is called here.
 */

/** A case by who has to do with it. */
export type Case = {
  readonly id: string;
  /** Its requester, their team and its endorser. */
  readonly people: readonly string[];
  readonly steps: readonly { readonly desk: string; readonly side: string }[];
  readonly home: string;
  readonly host: string | null;
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly advisers: readonly string[];
  /** Whom a step was handed to, who was named a member, who has the goods, and who opened it at night: they read as if it were theirs. */
  readonly others: readonly string[];
  /** The control point of its permit. */
  readonly point: string | null;
};
/** Somebody by where they work, with the desks of those whom they stand in for. */
export type Somebody = { readonly id: string; readonly email: string; readonly organisation: string | null; readonly roles: readonly string[]; readonly desks: readonly string[]; readonly audits: readonly { readonly kind: string; readonly id: string }[]; readonly administers: readonly string[]; /** The jurisdictions whose boundary they work at. */ readonly records: readonly string[] };

/** A canary with what the record says of where it stands; `readers` is who alone may have it, where that is not for a class to say. */
export type Planted = {
  readonly word: string;
  readonly where: string;
  readonly of: string | null;
  readonly class: VisibilityClass | "erased" | "theirs";
  readonly author: string | null;
  readonly desk?: string | undefined;
  readonly audience?: string | undefined;
  readonly side?: string | null | undefined;
  readonly askedOf?: string | undefined;
  /** About one person or their money. */
  readonly personal?: boolean;
  readonly readers?: readonly string[];
};

export type Place = { readonly people: boolean; readonly desks: readonly string[]; readonly sides: readonly string[]; readonly audits: boolean; readonly auditsSides: readonly string[]; readonly adviser: boolean; readonly other: boolean; readonly point: boolean };

/** Where somebody stands in a case. */
export function placeOf(who: Somebody, about: Case, jurisdictionOf: ReadonlyMap<string, string>): Place {
  const staffed = about.steps.filter(({ desk }) => who.desks.includes(desk));
  const parties = [about.home, about.host].filter((one): one is string => one !== null);
  const all = who.audits.some(({ kind }) => kind === "everything");
  const houses = parties.filter((party) => who.audits.some(({ kind, id }) => kind === "organisation" && id === party));
  const watched = (jurisdiction: string) => all || who.audits.some(({ kind, id }) => kind === "jurisdiction" && id === jurisdiction) || houses.some((house) => jurisdictionOf.get(house) === jurisdiction);
  const auditsSides = [...(watched(about.from) ? ["origin"] : []), ...(watched(about.to) ? ["destination"] : []), ...(all ? ["joint"] : [])];
  return {
    people: about.people.includes(who.id),
    desks: staffed.map(({ desk }) => desk),
    sides: staffed.map(({ side }) => side),
    audits: all || houses.length > 0 || auditsSides.length > 0,
    auditsSides,
    adviser: about.advisers.includes(who.id),
    other: about.others.includes(who.id),
    point: about.point !== null && who.desks.includes(`cp.${about.point}`),
  };
}

/** Whether somebody may come upon a canary; nobody may upon what is erased. */
export function mayRead(who: Somebody | null, planted: Planted, place: Place | null): boolean {
  if (planted.class === "erased" || who === null) return false;
  if (planted.class === "theirs") return planted.readers?.includes(who.id) ?? false;
  if (place === null) return false;
  if (planted.author === who.id && isIn(place)) return true;
  const isDesk = place.desks.length > 0;
  switch (planted.class) {
    case "both sides":
      if (onlyAdvises(place)) return planted.personal !== true;
      return isIn(place);
    case "desks":
      return isDesk || place.audits || planted.askedOf === who.id;
    case "desk":
      return place.audits || (planted.desk !== undefined && who.desks.includes(planted.desk)) || place.other;
    case "side":
      if (planted.audience === "requester") return isIn(place);
      if (planted.audience === "desks") return isDesk || place.audits;
      return planted.side !== null && planted.side !== undefined && (place.sides.includes(planted.side) || place.auditsSides.includes(planted.side));
    case "requester":
    case "team":
      return place.people || place.audits;
    case "auditor":
      return place.audits;
    case "system":
      return false;
  }
}

export function isIn({ people, desks, audits, adviser, other, point }: Place): boolean {
  return people || desks.length > 0 || audits || adviser || other || point;
}

function onlyAdvises({ people, desks, audits, adviser, other, point }: Place): boolean {
  return adviser && !people && desks.length === 0 && !audits && !other && !point;
}
