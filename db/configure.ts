import { randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { canonical, digestOf, genesis, hashAfter, wordsDigest } from "../lib/audit/chain.ts";
import { contentDigest } from "../lib/audit/content-digest.ts";
import { type Change, type ConfigChanged, contentOf, isPublished, subjectOf } from "../lib/access/configuration.ts";
import { keepEntries, otherRow } from "./audit-entries.ts";
import { rebuildEntries } from "./audit-rows.ts";
import type { ScopedTx } from "./client.ts";
import { letInByGlass } from "./project.ts";
import { breakGlass, readBatches } from "./schema/access.ts";
import { eraseWords } from "./log.ts";
import { calendarYears, desks, editions, organisationHolds, organisations, packs, retentionTerms, workflowProposals, workflows } from "./schema/configuration.ts";
import { apiKeys, grants, people, roles, standIns } from "./schema/people.ts";
import { permitKeys } from "./schema/permits.ts";
import { events, heads, sealQueue, texts } from "./schema/record.ts";
import { logKeys, sealMails } from "./schema/seals.ts";

/** Keeps one change of the set-up: the row that is read, an event in its subject's chain, and the change's words beside the log. */
export async function keepChange(tx: ScopedTx, change: Change, by: { readonly actor: unknown; readonly at: string; /** Words of earlier changes that go with this one. */ readonly erased?: { readonly rule: string; readonly digests: readonly string[] } }): Promise<void> {
  const seq = await appendChange(tx, change, by);
  switch (change.of) {
    case "organisation": {
      const { of: _, ...row } = change;
      return void (await tx.insert(organisations).values(row).onConflictDoUpdate({ target: organisations.id, set: row }));
    }
    case "desk": {
      const row = deskRow(change);
      return void (await tx.insert(desks).values(row).onConflictDoUpdate({ target: desks.id, set: row }));
    }
    case "role": {
      const { of: _, ...row } = change;
      return void (await tx.insert(roles).values(row).onConflictDoUpdate({ target: roles.id, set: row }));
    }
    case "person": {
      const row = personRow(change);
      return void (await tx.insert(people).values({ ...row, createdAt: by.at }).onConflictDoUpdate({ target: people.id, set: row }));
    }
    case "grants": {
      await tx.delete(grants).where(eq(grants.personId, change.person));
      const rows = grantRows(change);
      if (rows.length > 0) await tx.insert(grants).values(rows);
      return;
    }
    case "key": {
      const { of: _, person: personId, revoked, ...rest } = change;
      const row = { ...rest, personId, revokedAt: revoked ? by.at : null };
      return void (await tx.insert(apiKeys).values({ ...row, createdAt: by.at }).onConflictDoUpdate({ target: apiKeys.id, set: row }));
    }
    case "stand-in": {
      const row = standInRow(change);
      return void (await tx.insert(standIns).values(row).onConflictDoUpdate({ target: standIns.id, set: row }));
    }
    case "break-glass": {
      const row = breakGlassRow(change);
      await tx.insert(breakGlass).values(row).onConflictDoUpdate({ target: [breakGlass.requestId, breakGlass.id], set: row });
      return change.ended === null ? letInByGlass(tx, row) : undefined;
    }
    case "reads":
      return void (await tx.insert(readBatches).values(readBatchRow(change)));
    case "retention": {
      const { of: _, ...row } = change;
      return void (await tx.insert(retentionTerms).values(row).onConflictDoUpdate({ target: retentionTerms.id, set: row }));
    }
    case "hold": {
      const { of: _, ...row } = change;
      return void (await tx.insert(organisationHolds).values(row).onConflictDoUpdate({ target: organisationHolds.id, set: row }));
    }
    case "seal-mails": {
      const { of: _, ...row } = change;
      return void (await tx.insert(sealMails).values(row).onConflictDoUpdate({ target: sealMails.id, set: row }));
    }
    case "taken-away":
      // Its entry says all of it: nothing reads it as a row.
      return;
    case "permit-key":
      return void (await tx.insert(permitKeys).values({ id: change.id, x: change.x, createdAt: by.at }));
    case "log-key": {
      const { of: _, ...row } = change;
      return void (await tx.insert(logKeys).values({ ...row, createdAt: by.at }).onConflictDoUpdate({ target: logKeys.id, set: row }));
    }
    case "workflow": {
      const { definition, kind, approved } = change;
      return void (await tx.insert(workflows).values({ id: definition.id, version: definition.version, kind, digest: contentDigest(definition), definition, publishedAt: by.at, effectiveFrom: approved?.effectiveFrom ?? null }).onConflictDoNothing());
    }
    case "workflow-proposal": {
      const row = proposalRow(change);
      return void (await tx.insert(workflowProposals).values(row).onConflictDoUpdate({ target: workflowProposals.id, set: row }));
    }
    case "pack": {
      const { id, version } = change.pack;
      return void (await tx.insert(packs).values({ id, version, digest: contentDigest(change.pack), body: change.pack, publishedAt: by.at }).onConflictDoNothing());
    }
    case "edition":
      return void (await tx.insert(editions).values({ number: seq, digest: contentDigest(change.packs), packs: change.packs, publishedAt: by.at }));
    case "calendar": {
      const { list } = change;
      return void (await tx.insert(calendarYears).values({ id: `${list.calendar}-${list.year}`, number: seq, digest: contentDigest(list), list, publishedAt: by.at }));
    }
    default:
      return change satisfies never;
  }
}

/** The row of an access by break-glass, under the names of its columns. */
export function breakGlassRow({ id, request: requestId, person: personId, organisations: of, reason, from: openedAt, until: untilAt, ended: endedAt }: Extract<Change, { of: "break-glass" }>) {
  return { id, requestId, personId, organisations: of, reason, openedAt, untilAt, endedAt };
}

/** The row of a batch of readings, under the names of its columns. */
export function readBatchRow({ id, count, from: fromAt, to: toAt, digest }: Extract<Change, { of: "reads" }>) {
  return { id, count, fromAt, toAt, digest };
}

/** A desk's row; a change from before desks had rules of their own has none. */
export function deskRow(change: Extract<Change, { of: "desk" }>) {
  const { of: _, allot = null, hidesOfficers = false, ...row } = change;
  return { ...row, allot, hidesOfficers };
}

/** A proposal's row. */
export function proposalRow(change: Extract<Change, { of: "workflow-proposal" }>) {
  const { of: _, ...row } = change;
  return { ...row, digest: contentDigest(row.definition) };
}

/** A stand-in's row, under the names of its columns. */
export function standInRow({ id, for: personId, by: standIn, from: fromDay, until: untilDay, desks: at, reason, ended }: Extract<Change, { of: "stand-in" }>) {
  return { id, personId, standIn, fromDay, untilDay, desks: at, reason, ended };
}

/** A person's row; a change from before it was asked says nothing of what they can do. */
export function personRow(change: Extract<Change, { of: "person" }>) {
  const { of: _, speaks = [], skills = [], ...row } = change;
  return { ...row, speaks, skills };
}

/** The rows of everything that somebody may do. */
export function grantRows({ person, grants: held }: Extract<Change, { of: "grants" }>): (typeof grants.$inferInsert)[] {
  return held.map(({ role, scope }) => ({ personId: person, role, scopeKind: scope.kind, scopeId: scope.kind === "everything" ? "" : scope.id }));
}

/** The id under which a subject's chain stands in tables that are keyed by request. */
export function configurationId(subject: string): string {
  return idFrom(subject, configuration);
}

export function configurationStream(requestId: string): string {
  return `config:${requestId}`;
}

async function appendChange(tx: ScopedTx, change: Change, { actor, at, erased }: Parameters<typeof keepChange>[2]): Promise<number> {
  const requestId = configurationId(subjectOf(change));
  const stream = configurationStream(requestId);
  await tx.insert(heads).values({ requestId, stream, seq: 0, hash: genesis }).onConflictDoNothing();
  const here = and(eq(heads.requestId, requestId), eq(heads.stream, stream));
  const [head] = await tx.select().from(heads).where(here).for("update");
  if (!head) throw new Error("configuration is changed by the system or by whoever sees all of it");
  const seq = head.seq + 1;
  const { data: said, words } = dataOf(change, seq);
  const data = erased && "change" in said ? { ...said, erased } : said;
  const entry = { stream, seq, type: "config.changed", at, actor, data, salt: newSalt() };
  const digest = digestOf(entry);
  const hash = hashAfter(head.hash, digest);
  await Promise.all([
    tx.insert(events).values({ requestId, ...entry, prev: head.hash, digest, hash }),
    ...(words ? [tx.insert(texts).values({ requestId, ...words })] : []),
    tx.update(heads).set({ seq, hash }).where(here),
    tx.insert(sealQueue).values({ requestId, stream, seq }),
    keepEntries(tx, [otherRow({ requestId, ...entry }, new Map(words ? [[words.digest, { body: words.body, readers: null }]] : []))]),
    ...(erased ? [eraseWords(tx, requestId, { ...erased, at })] : []),
  ]);
  if (erased) await rebuildEntries(tx, requestId);
  return seq;
}

function dataOf(change: Change, seq: number): { readonly data: ConfigChanged; readonly words?: { readonly digest: string; readonly salt: string; readonly body: string } } {
  const subject = subjectOf(change);
  if (isPublished(change)) {
    const version = change.of === "edition" || change.of === "calendar" ? seq : change.of === "pack" ? change.pack.version : change.definition.version;
    return { data: { of: change.of, subject, version: String(version), kind: change.of === "workflow" ? change.kind : null, content: contentDigest(contentOf(change)), ...(change.of === "workflow" && change.approved && { approved: change.approved }) } };
  }
  const [salt, body] = [newSalt(), canonical(change)];
  const digest = wordsDigest(salt, body);
  // The log names no person: neither who a row is about, nor what it says.
  const named = change.of === "person" || change.of === "grants" || change.of === "key" || change.of === "stand-in" ? configurationId(subject) : subject;
  const words = { digest, salt, body };
  if (change.of === "break-glass") return { data: { of: change.of, subject, change: { digest }, access: { id: change.id, request: change.request, person: change.person, until: change.until, ended: change.ended !== null } }, words };
  if (change.of === "reads") return { data: { of: change.of, subject, change: { digest }, batch: { count: change.count, from: change.from, to: change.to, digest: change.digest } }, words };
  if (change.of !== "workflow-proposal") return { data: { of: change.of, subject: named, change: { digest } }, words };
  const { workflow, version, effectiveFrom, author, status, decidedBy } = change;
  return { data: { of: change.of, subject: named, change: { digest }, proposal: { workflow, version, definition: contentDigest(change.definition), effectiveFrom, author, status, decidedBy } }, words };
}

function newSalt(): string {
  return randomBytes(16).toString("hex");
}

/** The namespace of the ids of configuration streams. */
const configuration = "5b1f7a52-6c0f-4a55-9d0e-2f3f7a1c9b10";
