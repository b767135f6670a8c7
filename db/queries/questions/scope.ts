import { type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../../lib/access/actor.ts";
import { subjectsOfActor } from "../../../lib/access/subjects.ts";
import type { Narrowing } from "../../../lib/insight/question.ts";

/** Of what an auditor asks: all of it, or the requests of their places; narrowed by days and an organisation. */
export type Scope = Narrowing & {
  readonly all: boolean;
  readonly audits: readonly string[];
  readonly now: string;
  /** The rule as it is set for this question. */
  readonly rule: Readonly<Record<"perAnswer" | "perPaper" | "least" | "days", number>>;
};

/** The places that an actor audits; null for whoever audits nothing. What they see as anything else than an auditor is no part of an answer. */
export function auditedBy(actor: Actor): Pick<Scope, "all" | "audits"> | null {
  const { all, subjects } = subjectsOfActor(actor);
  const audits = subjects.filter((subject) => subject.startsWith("audit:"));
  return all || audits.length > 0 ? { all, audits } : null;
}

/** The organisations that an actor audits by name; null where they audit every one. */
export function housesOf({ all, audits }: Pick<Scope, "all" | "audits">): string[] | null {
  return all ? null : audits.flatMap((one) => (one.startsWith("audit:org:") ? [one.slice("audit:org:".length)] : []));
}

/** The first wall: rows whose request the auditor audits, and in which the organisation asked about takes part. */
export function audited({ all, audits, organisation }: Pick<Scope, "all" | "audits" | "organisation">, request: SQL): SQL {
  const with_ = (subjects: readonly string[]) => sql`${request} in (select a.request_id from request_access a where a.subject in (${listed(subjects)}))`;
  const clauses = [...(all ? [] : [with_(audits)]), ...(organisation === undefined ? [] : [with_([`audit:org:${organisation}`])])];
  return clauses.length === 0 ? sql`true` : sql.join(clauses, sql` and `);
}

/** Within the days asked about, as they are at the boundary. */
export function during({ from, to }: Narrowing, at: SQL): SQL {
  const clauses = [...(from ? [sql`${at} >= ${`${from}T00:00:00+08:00`}::timestamptz`] : []), ...(to ? [sql`${at} < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`] : [])];
  return clauses.length === 0 ? sql`true` : sql.join(clauses, sql` and `);
}

export function listed(values: readonly string[]): SQL {
  return values.length === 0 ? sql`null` : sql.join(values.map((value) => sql`${value}`), sql`, `);
}

/** Where a list by time goes on: before the row of the cursor, as `at~id~seq`. */
export function before(cursor: string | undefined, { at, id, seq }: { readonly at: SQL; readonly id: SQL; readonly seq: SQL }): SQL {
  const place = cursor === undefined ? null : readPlace(cursor);
  return place ? sql`(${at}, ${id}, ${seq}) < (${place.at}::timestamptz, ${place.id}::uuid, ${place.seq}::int)` : sql`true`;
}

export function placeOf(at: string, id: string, seq: number): string {
  return `${at}~${id}~${seq}`;
}

/** Whether a cursor can be one of a list by time. */
export function readPlace(cursor: string): { readonly at: string; readonly id: string; readonly seq: number } | null {
  const [, at = "", id = "", seq = ""] = /^(\d{4}-\d\d-\d\dT[\d:.]{8,15}Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~(\d{1,9})$/.exec(cursor) ?? [];
  return at === "" || Number.isNaN(Date.parse(at)) ? null : { at, id, seq: Number(seq) };
}

/** An instant as text that the driver hands on as it stands. */
export function isoOf(value: unknown): string | null {
  return value === null || value === undefined ? null : new Date(value as string).toISOString();
}
