import { and, desc, eq, gte, ilike, inArray, isNotNull, like, lt, or, type SQL, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import type { ConfigChanged } from "../../lib/access/configuration.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { readNumber } from "../../lib/permit/number.ts";
import type { AccountKey } from "../../lib/account/quota.ts";
import { asLister, type ScopedTx } from "../client.ts";
import { accounts } from "../schema/accounts.ts";
import { dossierRequests, dossiers } from "../schema/dossiers.ts";
import { people } from "../schema/people.ts";
import { events } from "../schema/record.ts";
import { permits, requestAccess, requests } from "../schema/requests.ts";
import type { Page } from "./request-list.ts";
import { namesOf } from "./names-of.ts";
import { namesInSetUp } from "./set-up-names.ts";

export type AuditFilters = { readonly q?: string; readonly type?: string; readonly from?: string; readonly to?: string; readonly cursor?: string };
/** What a change of the set-up is about; with the names of the people in it where the subject is an id. */
export type SetUpSubject = { readonly of: ConfigChanged["of"]; readonly subject: string; readonly people: readonly string[] };
/** An event of a request, of a dossier, of a quota: then `account` says of which; or of the set-up: then `setUp` says of what. Those two have no number of their own, but a quota's entry that of the request it is for. `requestId` is the dossier's or the account's own id for one of theirs. */
export type AuditRow = { readonly requestId: string; readonly number: string | null; readonly title: string; readonly setUp: SetUpSubject | null; readonly account: AccountKey | null; readonly isDossier: boolean; readonly seq: number; readonly type: string; readonly at: string; readonly person: string | null; readonly hash: string };

/** Events of requests, dossiers and quotas that the auditor may see, newest first, by person, number, name, type and day; for who audits everything those of the set-up too. */
export async function auditEvents(actor: Actor, { q, type, from, to, cursor }: AuditFilters): Promise<Page<AuditRow>> {
  const { all, subjects } = subjectsOfActor(actor);
  const audits = subjects.filter((subject) => subject.startsWith("audit:"));
  if (!all && audits.length === 0) return { items: [], next: null };
  const limit = 50;
  const [at, id, seq] = (cursor ?? "").split("~");
  return asLister(actor, async (tx) => {
    const number = q ? readNumber(q) : null;
    const pattern = q ? `%${q.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%` : null;
    const who = sql<string | null>`${events.actor} ->> 'person'`;
    const subject = sql<string>`${events.data} ->> 'subject'`;
    const houses = audits.flatMap((one) => (one.startsWith("audit:org:") ? [one.slice("audit:org:".length)] : []));
    // Read first and not joined: who may see an account is asked account by account, and would be for every event. Dossiers and people are asked of the page alone, for the same reason.
    const kept = await tx.select({ id: accounts.accountId, organisation: accounts.organisation, quota: accounts.quota, year: accounts.year }).from(accounts).where(all ? undefined : inArray(accounts.organisation, houses));
    const ofDossiers = (named: SQL | undefined) => and(like(events.stream, "dossier:%"), inArray(events.requestId, tx.select({ id: dossiers.dossierId }).from(dossiers).where(named)));
    const found = number?.startsWith("CWP-")
      ? inArray(events.requestId, tx.select({ id: permits.requestId }).from(permits).where(eq(permits.number, number)))
      : number
        ? or(eq(requests.number, number), ofDossiers(eq(dossiers.number, number)), and(ofAccounts(kept), sql`${events.data} ->> 'number' = ${number}`))
        : pattern
          ? or(ilike(requests.title, pattern), ilike(requests.number, pattern), ofDossiers(or(ilike(dossiers.title, pattern), ilike(dossiers.number, pattern))), ofAccounts(kept.filter(({ organisation, quota, year }) => `${organisation} ${quota} ${year}`.includes((q ?? "").toLowerCase()))), isSetUp(ilike(subject, pattern)), sql`${who} in (select ${people.id}::text from ${people} where ${ilike(people.name, pattern)} or ${eq(people.email, (q ?? "").toLowerCase())})`)
          : undefined;
    const audited = tx.select({ id: requestAccess.requestId }).from(requestAccess).where(inArray(requestAccess.subject, audits));
    const rows = await tx
      .select({ requestId: events.requestId, number: sql<string | null>`coalesce(${requests.number}, case when ${events.stream} like 'account:%' then ${events.data} ->> 'number' end)`, title: requests.title, stream: events.stream, of: sql<ConfigChanged["of"]>`${events.data} ->> 'of'`, subject, seq: events.seq, type: events.type, at: events.at, who, digest: sql<string | null>`${events.data} -> 'change' ->> 'digest'`, hash: events.hash })
      .from(events)
      .leftJoin(requests, and(eq(requests.requestId, events.requestId), like(events.stream, "request:%")))
      .where(
        and(
          or(isNotNull(requests.requestId), like(events.stream, "dossier:%"), ofAccounts(kept), all ? isSetUp(sql`true`) : undefined),
          all ? undefined : or(inArray(events.requestId, audited), inArray(events.requestId, tx.select({ id: dossierRequests.dossierId }).from(dossierRequests).where(inArray(dossierRequests.requestId, audited))), ofAccounts(kept)),
          found,
          type ? eq(events.type, type) : undefined,
          from ? gte(events.at, `${from}T00:00:00+08:00`) : undefined,
          to ? lt(events.at, sql`${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`) : undefined,
          at && id && seq ? sql`(${events.at}, ${events.requestId}, ${events.seq}) < (${at}::timestamptz, ${id}::uuid, ${Number(seq)}::int)` : undefined,
        ),
      )
      .orderBy(desc(events.at), desc(events.requestId), desc(events.seq))
      .limit(limit + 1);
    const [opened, names, named] = await Promise.all([dossiersNamed(tx, rows.flatMap(({ stream, requestId }) => (stream.startsWith("dossier:") ? [requestId] : []))), namesOf(tx, rows.flatMap((row) => row.who ?? [])), namesInSetUp(tx, rows.flatMap(({ stream, requestId, digest }) => (stream.startsWith("config:") && digest ? [{ requestId, digest }] : [])))]);
    const items = rows.slice(0, limit).map(({ stream, of, subject: about, digest, who: by, ...row }) => ({ ...row, title: row.title ?? "", person: names.get(by ?? "") ?? null, ...opened.get(row.requestId), account: accountAt(row.requestId, stream, kept), setUp: stream.startsWith("config:") ? { of, subject: about, people: named.get(digest ?? "") ?? [] } : null, isDossier: stream.startsWith("dossier:") }));
    const last = items.at(-1);
    return { items, next: rows.length > limit && last ? [last.at, last.requestId, last.seq].join("~") : null };
  });
}

type KeptAccount = AccountKey & { readonly id: string };

function ofAccounts(kept: readonly KeptAccount[]): SQL {
  return kept.length === 0 ? sql`false` : (and(like(events.stream, "account:%"), inArray(events.requestId, kept.map(({ id }) => id))) ?? sql`false`);
}

async function dossiersNamed(tx: ScopedTx, ids: readonly string[]): Promise<ReadonlyMap<string, { readonly number: string; readonly title: string }>> {
  if (ids.length === 0) return new Map();
  const found = await tx.select({ id: dossiers.dossierId, number: dossiers.number, title: dossiers.title }).from(dossiers).where(inArray(dossiers.dossierId, [...new Set(ids)]));
  return new Map(found.map(({ id, number, title }) => [id, { number, title: title ?? "" }]));
}

function accountAt(id: string, stream: string, kept: readonly KeptAccount[]): AccountKey | null {
  const found = stream.startsWith("account:") ? kept.find((one) => one.id === id) : undefined;
  return found ? { organisation: found.organisation, quota: found.quota, year: found.year } : null;
}

function isSetUp(one: SQL): SQL | undefined {
  return and(like(events.stream, "config:%"), one);
}

/** Whether a cursor could be ours. */
export function isAuditCursor(text: string): boolean {
  // The shape alone lets the 99th of a month through, and the database would stumble over it.
  return /^\d{4}-\d{2}-\d{2}T[\d:.]{8,15}Z~[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}~\d{1,9}$/.test(text) && !Number.isNaN(Date.parse(text.split("~")[0] ?? ""));
}
