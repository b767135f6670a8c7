import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { changeIn } from "../../lib/access/change-in.ts";
import type { Change, ConfigChanged, takenKinds } from "../../lib/access/configuration.ts";
import { digestsIn } from "../../lib/audit/digests-in.ts";
import { doerOf, textOf } from "../../lib/audit/entry-says.ts";
import type { AccountKey } from "../../lib/account/quota.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { anyOf } from "../prepared.ts";
import { accounts } from "../schema/accounts.ts";
import { auditFilled } from "../schema/audit-entries.ts";
import { dossiers } from "../schema/dossiers.ts";
import { events, texts } from "../schema/record.ts";
import { requests } from "../schema/requests.ts";
import { namesOf } from "./names-of.ts";
import type { Page } from "./request-list.ts";
import { namesInSetUp } from "./set-up-names.ts";

/** What is asked of the record: terms as PostgreSQL reads a `tsquery`, null for everything, and the first and last day. */
export type Asked = { readonly terms: string | null; readonly from: string | null; readonly to: string | null };
/** What a change of the set-up is about; with the names of the people in it where the subject is an id. */
export type SetUpSubject = { readonly of: ConfigChanged["of"]; readonly subject: string; readonly people: readonly string[]; readonly taken: TakenAway | null };
/** What a file held that somebody took away, what was asked for, and once it has ended how many rows there were and whether all of it went out. */
export type TakenAway = Pick<Extract<Change, { of: "taken-away" }>, "asked" | "format" | "rows" | "isWhole"> & { readonly what: (typeof takenKinds)[number] };
/** An event of a request, of a dossier, of a quota: then `account` says of which; or of the set-up: then `setUp` says of what. `requestId` is the dossier's or the account's own id for one of theirs. `said` are the words beside it that are still kept. */
export type AuditRow = { readonly requestId: string; readonly stream: string; readonly number: string | null; readonly title: string; readonly kind: string | null; readonly setUp: SetUpSubject | null; readonly account: AccountKey | null; readonly isDossier: boolean; readonly seq: number; readonly type: string; readonly at: string; readonly person: string | null; readonly personId: string | null; readonly desk: string | null; readonly step: string | null; readonly said: readonly string[]; readonly hash: string };
type Key = { readonly requestId: string; readonly stream: string; readonly seq: number; readonly at: string };

/** Events that match and that the auditor may see, newest first. */
export async function auditPage(actor: Actor, asked: Asked, { cursor, limit = 50 }: { readonly cursor?: string; readonly limit?: number } = {}): Promise<Page<AuditRow>> {
  return asLister(actor, async (tx) => {
    const keys = await keysOf(tx, asked, cursor ?? null, limit + 1);
    const items = await rowsOf(tx, keys.slice(0, limit));
    const last = keys[limit - 1];
    return { items, next: keys.length > limit && last ? cursorAt(last) : null };
  });
}

/**
 * Every event that matches, newest first, in batches: for whoever takes a whole answer away. Each batch is a reading of its own, so
 * that no transaction is open for long; what is written meanwhile is newer than where it began and is not in it.
 */
export async function* everyMatch(actor: Actor, asked: Asked, atOnce = 500): AsyncGenerator<readonly AuditRow[]> {
  for (let cursor: string | null = null; ; ) {
    const page: Page<AuditRow> = await auditPage(actor, asked, { limit: atOnce, ...(cursor !== null && { cursor }) });
    if (page.items.length > 0) yield page.items;
    if (page.next === null) return;
    cursor = page.next;
  }
}

/** The same, only where the events stand. */
export async function* everyKey(actor: Actor, asked: Asked, atOnce = 500): AsyncGenerator<readonly Key[]> {
  for (let cursor: string | null = null; ; ) {
    const keys: Key[] = await asLister(actor, (tx) => keysOf(tx, asked, cursor, atOnce));
    if (keys.length > 0) yield keys;
    const last = keys.at(-1);
    if (keys.length < atOnce || !last) return;
    cursor = cursorAt(last);
  }
}

/** How many match: exactly up to a bound, and beyond it `more` says that there are more. Types, kinds and months are those of the newest up to the bound. */
export type AuditCounts = { readonly all: number; readonly more: boolean; readonly types: readonly Count[]; readonly kinds: readonly Count[]; readonly months: readonly Count[] };
export type Count = { readonly value: string; readonly count: number };

/** Counted exactly up to here. */
export const countedExactly = 10_000;

export async function auditCounts(actor: Actor, { terms, from, to }: Asked, most = countedExactly): Promise<AuditCounts> {
  const rows = await asLister(actor, (tx) => tx.execute<{ facet: string; value: string; matches: number }>(sql`select * from audit_counts(${terms}::tsquery, ${startOf(from)}::timestamptz, ${endOf(to)}::timestamptz, ${most})`));
  const of = (facet: string) => rows.filter((row) => row.facet === facet).map(({ value, matches }) => ({ value, count: matches }));
  const byCount = (counts: readonly Count[]) => counts.toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const all = of("all")[0]?.count ?? 0;
  return { all: Math.min(all, most), more: all > most, types: byCount(of("type")), kinds: byCount(of("kind")), months: of("month").toSorted((a, b) => (a.value < b.value ? 1 : -1)) };
}

/** Whether every event can be found: what was recorded before there was a search is entered little by little. */
export async function isSearchWhole(): Promise<boolean> {
  const [row] = await asReader({ kind: "system" }, (tx) => tx.select({ at: auditFilled.at }).from(auditFilled));
  return row?.at !== null;
}

async function keysOf(tx: ScopedTx, { terms, from, to }: Asked, cursor: string | null, most: number): Promise<Key[]> {
  const [at = null, id = null, seq = null] = cursor?.split("~") ?? [];
  const rows = await tx.execute<{ request_id: string; stream: string; seq: number; at: string }>(sql`select request_id, stream, seq, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from audit_search(${terms}::tsquery, ${startOf(from)}::timestamptz, ${endOf(to)}::timestamptz, ${at}::timestamptz, ${id}::uuid, ${seq}::int, ${most})`);
  return rows.map((row) => ({ requestId: row.request_id, stream: row.stream, seq: row.seq, at: row.at }));
}

/** Days are those of the boundary. */
function startOf(day: string | null): string | null {
  return day === null ? null : `${day}T00:00:00+08:00`;
}

function endOf(day: string | null): string | null {
  return day === null ? null : new Date(Date.parse(`${day}T00:00:00+08:00`) + 86_400_000).toISOString();
}

function cursorAt({ at, requestId, seq }: Key): string {
  return [at, requestId, seq].join("~");
}

/** Whether a cursor could be ours. */
export function isAuditCursor(text: string): boolean {
  // The shape alone lets the 99th of a month through, and the database would stumble over it.
  return /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~\d{1,9}$/.test(text) && !Number.isNaN(Date.parse(text.split("~")[0] ?? ""));
}

/** The events themselves, under row-level security like any others. */
async function rowsOf(tx: ScopedTx, keys: readonly Key[]): Promise<AuditRow[]> {
  if (keys.length === 0) return [];
  const ids = [...new Set(keys.map(({ requestId }) => requestId))];
  const found = await tx
    .select({ requestId: events.requestId, stream: events.stream, seq: events.seq, type: events.type, at: events.at, actor: events.actor, data: events.data, hash: events.hash, number: requests.number, title: requests.title, kind: requests.kind })
    .from(events)
    .leftJoin(requests, and(eq(requests.requestId, events.requestId), sql`starts_with(${events.stream}, 'request:')`))
    .where(sql`(${events.requestId}, ${events.stream}, ${events.seq}) in (select * from unnest(${sql.param(keys.map(({ requestId }) => requestId))}::uuid[], ${sql.param(keys.map(({ stream }) => stream))}::text[], ${sql.param(keys.map(({ seq }) => seq))}::int[]))`);
  const digests = [...new Set(found.flatMap(({ data }) => digestsIn(data)))];
  const ofKind = (prefix: string) => found.filter(({ stream }) => stream.startsWith(prefix));
  const [spoken, names, opened, kept, about] = await Promise.all([
    digests.length === 0 ? [] : tx.select({ requestId: texts.requestId, digest: texts.digest, body: texts.body }).from(texts).where(and(anyOf(texts.requestId, ids), anyOf(texts.digest, digests))),
    namesOf(tx, found.flatMap(({ actor }) => doerOf(actor).person ?? [])),
    rowsById(ofKind("dossier:"), (wanted) => tx.select({ id: dossiers.dossierId, number: dossiers.number, title: dossiers.title }).from(dossiers).where(anyOf(dossiers.dossierId, wanted))),
    rowsById(ofKind("account:"), (wanted) => tx.select({ id: accounts.accountId, organisation: accounts.organisation, quota: accounts.quota, year: accounts.year }).from(accounts).where(anyOf(accounts.accountId, wanted))),
    namesInSetUp(tx, ofKind("config:").flatMap(({ requestId, data }) => digestsIn(data).map((digest) => ({ requestId, digest })))),
  ]);
  const words = new Map(spoken.flatMap(({ requestId, digest, body }) => (body === null ? [] : [[`${requestId} ${digest}`, body] as const])));
  const byKey = new Map(found.map((row) => [`${row.requestId} ${row.stream} ${row.seq}`, row]));
  return keys.flatMap((key): AuditRow[] => {
    const row = byKey.get(`${key.requestId} ${key.stream} ${key.seq}`);
    if (!row) return [];
    const { requestId, stream, seq, type, at, hash, kind, data } = row;
    const { person, desk } = doerOf(row.actor);
    const [dossier, account] = [opened.get(requestId), kept.get(requestId)];
    const isSetUp = stream.startsWith("config:");
    const of = textOf(data, "of") as ConfigChanged["of"] | null;
    return [{
      requestId, stream, seq, type, at, hash, kind,
      number: row.number ?? dossier?.number ?? (account ? textOf(data, "number") : null),
      title: row.title ?? dossier?.title ?? "",
      person: names.get(person ?? "") ?? null,
      personId: person,
      desk,
      step: textOf(data, "step"),
      account: account ? { organisation: account.organisation, quota: account.quota, year: account.year } : null,
      setUp: isSetUp && of ? { of, subject: textOf(data, "subject") ?? "", people: about.get(digestsIn(data)[0] ?? "") ?? [], taken: takenIn(of, words.get(`${requestId} ${digestsIn(data)[0]}`)) } : null,
      isDossier: stream.startsWith("dossier:"),
      // Of what was answered or changed as a whole the page of the case tells more.
      said: isSetUp ? [] : digestsIn(data).flatMap((digest) => words.get(`${requestId} ${digest}`) ?? []).filter((body) => !body.startsWith("{")),
    }];
  });
}

function takenIn(of: ConfigChanged["of"], body: string | undefined): TakenAway | null {
  const change = of === "taken-away" && body !== undefined ? changeIn(body) : null;
  if (change?.of !== "taken-away") return null;
  const { what = "events", asked, format, rows, isWhole } = change;
  return { what, asked, format, rows, isWhole };
}

async function rowsById<T extends { readonly id: string }>(rows: readonly { readonly requestId: string }[], ask: (ids: string[]) => Promise<T[]>): Promise<ReadonlyMap<string, T>> {
  return rows.length === 0 ? new Map() : new Map((await ask([...new Set(rows.map(({ requestId }) => requestId))])).map((one) => [one.id, one]));
}
