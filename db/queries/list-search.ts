import { and, eq, exists, ilike, inArray, notInArray, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Actor } from "../../lib/access/actor.ts";
import { keepsFromAdvisers } from "../../lib/kind/for-advisers.ts";
import { type Kind, kinds } from "../../lib/policy/pack.ts";
import { readNumber } from "../../lib/permit/number.ts";
import type { RequestStatus } from "../../lib/request/state.ts";
import type { ScopedTx } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { drafts } from "../schema/drafts.ts";
import { people } from "../schema/people.ts";
import { permits, requestAccess, requests, steps } from "../schema/requests.ts";
import { isNumbered } from "./permit-number.ts";
import { statusToday } from "./status-today.ts";
import { seenBeyondAdvice } from "./visible.ts";
import { type Mover, waitsFor } from "./whose-move.ts";

/** What a search can mean beside its letters: the kinds, states, cities and answers that are called so in some language. */
export type SearchMeaning = { readonly kinds: readonly Kind[]; readonly statuses: readonly RequestStatus[]; readonly cities: readonly string[]; readonly movers: readonly Mover[]; readonly options: readonly { readonly fact: string; readonly value: string | readonly string[] }[] };
export type Search = { readonly q: string; readonly meant: SearchMeaning };

/**
 * A search finds numbers however they are typed, permit numbers, those that a permit had before too, titles, what stands in the lines, who asks, endorses or
 * is on the team, institutions and the desks that it waits for in any of their languages, and what the words mean: a kind, a state, whose move it is, a city, an answer.
 */
export function found(tx: ScopedTx, actor: Actor, { q, meant }: Search): SQL | undefined {
  const number = readNumber(q);
  if (number?.startsWith("CWP-")) return inArray(requests.requestId, tx.select({ id: permits.requestId }).from(permits).where(isNumbered(number)));
  if (number) return eq(requests.number, number);
  const pattern = likePattern(q);
  const names = tx.select({ id: organisations.id }).from(organisations).where(saidIn(organisations.names, sql`'$.*'`, pattern));
  const persons = tx.select({ subject: sql`'person:' || ${people.id}` }).from(people).where(or(ilike(people.name, pattern), ilike(people.email, pattern)));
  const involved = tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, persons));
  return or(ilike(requests.title, pattern), ilike(requests.number, pattern), inArray(requests.home, names), inArray(requests.hostOrganisation, names), inArray(requests.requestId, involved), and(saidIn(requests.answers, sql`'$.lines[*].*'`, pattern), answersFor(tx, actor)), waitsAt(tx, pattern), meantBy(tx, actor, meant));
}

/** A step stands open at a desk that is called so. Whether any is called so is asked once; most words name none. */
function waitsAt(tx: ScopedTx, pattern: string): SQL | undefined {
  const named = tx.select({ id: desks.id }).from(desks).where(saidIn(desks.names, sql`'$.*'`, pattern));
  return and(exists(named), exists(tx.select({ one: sql`1` }).from(steps).where(and(eq(steps.requestId, requests.requestId), eq(steps.status, "open"), inArray(steps.desk, named)))));
}

/** Who only advises finds nothing by answers of a kind that are not all for them. */
function answersFor(tx: ScopedTx, actor: Actor): SQL | undefined {
  const beyond = seenBeyondAdvice(tx, actor, requests.requestId);
  return beyond && or(notInArray(requests.kind, kinds.filter(keepsFromAdvisers)), beyond);
}

function meantBy(tx: ScopedTx, actor: Actor, { kinds: named, statuses, cities, movers, options }: SearchMeaning): SQL | undefined {
  return or(
    named.length > 0 ? inArray(requests.kind, [...named]) : undefined,
    statuses.length > 0 ? inArray(statusToday(tx), [...statuses]) : undefined,
    cities.length > 0 ? or(inArray(requests.fromCity, [...cities]), inArray(requests.toCity, [...cities])) : undefined,
    ...movers.map((mover) => waitsFor(tx, actor, mover)),
    ...options.map((option) => and(answered(sql`${requests.answers} -> 'facts'`, option), answersFor(tx, actor))),
  );
}

function answered(facts: SQL | PgColumn, { fact, value }: SearchMeaning["options"][number]): SQL {
  return sql`${facts} @> ${JSON.stringify({ [fact]: value })}::text::jsonb`;
}

/** Letters anywhere in the values at a path of JSON, not in the names beside them. */
function saidIn(column: PgColumn, path: SQL, pattern: string): SQL {
  return sql`exists (select from jsonb_path_query(${column}, ${path}) said where said #>> '{}' ilike ${pattern})`;
}

/** The same for drafts, whose people are oneself and one's team. */
export function foundDraft({ q, meant }: Search): SQL | undefined {
  const pattern = likePattern(q);
  const cities = meant.cities.flatMap((city) => ["from.city", "to.city"].map((fact) => ({ fact, value: city })));
  return or(
    ilike(drafts.title, pattern),
    ilike(drafts.number, pattern),
    eq(drafts.number, readNumber(q) ?? ""),
    saidIn(drafts.lines, sql`'$[*].*'`, pattern),
    meant.kinds.length > 0 ? inArray(drafts.kind, [...meant.kinds]) : undefined,
    meant.statuses.includes("draft") ? sql`true` : undefined,
    ...[...meant.options, ...cities].map((option) => answered(drafts.facts, option)),
  );
}

function likePattern(q: string): string {
  return `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
