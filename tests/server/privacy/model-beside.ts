import type { Place, Somebody } from "./model.ts";
import { isIn } from "./model.ts";

/* Who may read what stands beside the cases, said once more from docs/privacy.md over who works where; nothing of the product's own masks is called here. */

/** Where somebody stands in each case of a world, and of which jurisdiction an institution is. */
export type About = { readonly placeIn: (who: Somebody, id: string) => Place | null; readonly jurisdictionOf: (organisation: string) => string | undefined };
export type Reading = (who: Somebody, about: About) => boolean;

export function either(...some: readonly Reading[]): Reading {
  return (who, about) => some.some((may) => may(who, about));
}

const auditsAll: Reading = ({ audits }) => audits.some(({ kind }) => kind === "everything");

/** Whoever opened it, and everybody who has to do with a case of it. */
export function readsDossier(opener: string, cases: readonly string[]): Reading {
  return either((who) => who.id === opener, auditsAll, (who, { placeIn }) => cases.some((id) => isInCase(placeIn(who, id))));
}

/** Desks of the institution and its auditors. */
export function keepsQuotas(organisation: string): Reading {
  return either(auditsAll, ({ desks, audits }) => desks.some((desk) => desk.startsWith(`${organisation}.`)) || audits.some(({ kind, id }) => kind === "organisation" && id === organisation));
}

export function worksAt(organisation: string): Reading {
  return (who) => who.organisation === organisation;
}

/** Whoever opened it, everybody who sees the case, and administrators of its institutions. */
export function readsGlass(opener: string, request: string, organisations: readonly string[]): Reading {
  return either((who) => who.id === opener, ...organisations.map(administersOne), (who, { placeIn }) => isInCase(placeIn(who, request)));
}

/** Whoever keeps the rules, decides by them or audits. */
export function readsProposals({ desks, audits, roles }: Somebody): boolean {
  return audits.length > 0 || desks.some((desk) => !desk.startsWith("cp.")) || roles.some((role) => role === "policy-admin" || role === "platform-admin");
}

/** Whoever works at a desk or keeps the set-up, auditors, and who was asked for advice: not whoever only asks. */
export function readsOfficers(cases: readonly string[]): Reading {
  return either((who) => readsProposals(who) || who.administers.length > 0, (who, { placeIn }) => cases.some((id) => placeIn(who, id)?.adviser));
}

export function administersOne(organisation: string): Reading {
  return ({ administers }) => administers.includes(organisation);
}

/** Auditors of an institution, of its jurisdiction, and of everything. */
export function auditsPlace(organisation: string): Reading {
  return either(auditsAll, ({ audits }, { jurisdictionOf }) => audits.some(({ kind, id }) => (kind === "organisation" && id === organisation) || (kind === "jurisdiction" && id === jurisdictionOf(organisation))));
}

/** Auditors of one scope, as working papers name it, and of everything. */
export function auditsScope(scope: string): Reading {
  return either(auditsAll, ({ audits }) => audits.some(({ kind, id }) => scope === `audit:${kind === "organisation" ? "org" : "jur"}:${id}`));
}

export function staffs(desk: string): Reading {
  return ({ desks }) => desks.includes(desk);
}

export function isInCase(place: Place | null): boolean {
  return place !== null && isIn(place);
}
