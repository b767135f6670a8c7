import { and, asc, eq, inArray, isNotNull, or, type SQL, sql } from "drizzle-orm";
import { leftOf } from "../../lib/account/ledger.ts";
import { accountId, type AccountKey, accountStream } from "../../lib/account/quota.ts";
import type { Actor, PersonActor } from "../../lib/access/actor.ts";
import type { StandingGrant } from "../../lib/account/standing-grant.ts";
import { subjectsOfActor } from "../../lib/access/subjects.ts";
import { asLister, asReader, type ScopedTx } from "../client.ts";
import { accounts } from "../schema/accounts.ts";
import { desks } from "../schema/configuration.ts";
import { requests } from "../schema/requests.ts";
import { peopleNames } from "./people-names.ts";
import { streamBackwards, streamPage, type StreamPage } from "./stream-page.ts";
import { visibleTo } from "./visible.ts";

export type ShownAccount = AccountKey & { readonly desk: string; readonly grant?: StandingGrant; readonly unit: string; readonly limit: string; readonly reserved: string; readonly used: string; readonly left: string; readonly version: number; readonly changedAt: string };

/** The accounts that somebody keeps or audits, and the standing grants of their organisation, by name and year. */
export async function accountsOf(actor: PersonActor): Promise<ShownAccount[]> {
  return asLister(actor, (tx) => shown(tx, openTo(tx, actor)));
}

/** The quotas and standing grants of one organisation in a year, for whoever may see them at all. */
export async function accountsOfYear(actor: Actor, organisation: string, year: number): Promise<ShownAccount[]> {
  return asLister(actor, (tx) => shown(tx, and(eq(accounts.organisation, organisation), eq(accounts.year, year))));
}

/** The standing grants of one organisation for what some regimes ask, for its own people: what may be rested on. */
export async function grantsOffered(actor: PersonActor, organisation: string, regimes: readonly string[]): Promise<ShownAccount[]> {
  if (actor.organisation !== organisation || regimes.length === 0) return [];
  return asReader(actor, (tx) => shown(tx, and(eq(accounts.organisation, organisation), inArray(sql`${accounts.grant} ->> 'regime'`, [...regimes]))));
}

/** Every standing grant of the organisation of whoever asks. */
export async function grantsOf(actor: PersonActor): Promise<ShownAccount[]> {
  return actor.organisation === null ? [] : asReader(actor, (tx) => shown(tx, and(eq(accounts.organisation, actor.organisation ?? ""), isNotNull(accounts.grant))));
}

/** One account; null for whoever neither works at a desk of its organisation nor audits it, nor may rest a request on it. */
export async function accountFor(actor: PersonActor, key: AccountKey): Promise<ShownAccount | null> {
  return asReader(actor, async (tx) => (await shown(tx, and(eq(accounts.accountId, accountId(key)), openTo(tx, actor))))[0] ?? null);
}

/** The history of an account from a place on: whoever sees it sees all of it. */
export async function accountEvents(actor: PersonActor, key: AccountKey, after = 0): Promise<StreamPage | null> {
  const id = accountId(key);
  return asReader(actor, async (tx) => ((await shown(tx, and(eq(accounts.accountId, id), keptBy(tx, actor)))).length === 0 ? null : streamPage(tx, { id, stream: accountStream(key) }, after)));
}

/** An account with its entries before one, newest first; which of the requests they speak of the reader may open, and what the people in them are called. */
export type AccountHistory = StreamPage & { readonly account: ShownAccount; readonly seen: ReadonlySet<string>; readonly people: Readonly<Record<string, string>> };

/** One account's page; null for whoever neither works at a desk of its organisation nor audits it. */
export async function accountHistory(actor: PersonActor, key: AccountKey, before: number | null): Promise<AccountHistory | null> {
  const id = accountId(key);
  return asReader(actor, async (tx) => {
    const [account] = await shown(tx, and(eq(accounts.accountId, id), keptBy(tx, actor)));
    if (!account) return null;
    const page = await streamBackwards(tx, { id, stream: accountStream(key) }, before);
    const told = page.items.flatMap((one) => ("withheld" in one ? [] : [{ data: one.data as { request?: string }, actor: one.actor as { person?: string; for?: string } }]));
    const ids = [...new Set(told.flatMap(({ data }) => data.request ?? []))];
    const [seen, people] = await Promise.all([
      ids.length === 0 ? [] : tx.select({ id: requests.requestId }).from(requests).where(and(inArray(requests.requestId, ids), visibleTo(tx, actor, requests.requestId))),
      peopleNames(tx, told.flatMap(({ actor: { person = null, for: of = null } }) => [person, of])),
    ]);
    return { ...page, account, seen: new Set(seen.map(({ id: request }) => request)), people };
  });
}

async function shown(tx: ScopedTx, where: SQL | undefined): Promise<ShownAccount[]> {
  const rows = await tx.select().from(accounts).where(where).orderBy(asc(accounts.organisation), asc(accounts.quota), asc(accounts.year));
  return rows.map(({ organisation, quota, year, desk, grant, unit, limitValue: limit, reserved, used, version, changedAt }) => ({ organisation, quota, year, desk, ...(grant && { grant }), unit, limit, reserved, used, version, changedAt, left: leftOf({ limit: { value: limit, unit }, reserved, used }) }));
}

/** What somebody keeps or audits, and what they may rest a request on. */
function openTo(tx: ScopedTx, actor: PersonActor): SQL | undefined {
  const kept = keptBy(tx, actor);
  return kept && or(kept, actor.organisation === null ? undefined : and(eq(accounts.organisation, actor.organisation), isNotNull(accounts.grant)));
}

/** The first wall; row-level security says the same again, and to whoever has a request there a little more. */
export function keptBy(tx: ScopedTx, actor: Actor): SQL | undefined {
  const { all, subjects } = subjectsOfActor(actor);
  if (all) return undefined;
  const named = (prefix: string) => subjects.flatMap((one) => (one.startsWith(prefix) ? [one.slice(prefix.length)] : []));
  const own = tx.select({ organisation: desks.organisation }).from(desks).where(inArray(desks.id, named("desk:")));
  return or(inArray(accounts.organisation, own), inArray(accounts.organisation, named("audit:org:")));
}
