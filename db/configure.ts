import { createHash, randomBytes } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { canonical, digestOf, genesis, hashAfter, wordsDigest } from "../lib/audit/chain.ts";
import { type Change, subjectOf } from "../lib/access/configuration.ts";
import type { ScopedTx } from "./client.ts";
import { desks, organisations, workflows } from "./schema/configuration.ts";
import { grants, people, roles } from "./schema/people.ts";
import { events, heads } from "./schema/record.ts";

/** Keeps one change of the set-up: the row that is read, and an event that names its subject and its salted digest. */
export async function keepChange(tx: ScopedTx, change: Change, by: { readonly actor: unknown; readonly at: string }): Promise<void> {
  await appendChange(tx, change, by);
  switch (change.of) {
    case "organisation": {
      const { of: _, ...row } = change;
      return void (await tx.insert(organisations).values(row).onConflictDoUpdate({ target: organisations.id, set: row }));
    }
    case "desk": {
      const { of: _, ...row } = change;
      return void (await tx.insert(desks).values(row).onConflictDoUpdate({ target: desks.id, set: row }));
    }
    case "role": {
      const { of: _, ...row } = change;
      return void (await tx.insert(roles).values(row).onConflictDoUpdate({ target: roles.id, set: row }));
    }
    case "person": {
      const { of: _, ...row } = change;
      return void (await tx.insert(people).values({ ...row, createdAt: by.at }).onConflictDoUpdate({ target: people.id, set: row }));
    }
    case "grants": {
      await tx.delete(grants).where(eq(grants.personId, change.person));
      const rows = change.grants.map(({ role, scope }) => ({ personId: change.person, role, scopeKind: scope.kind, scopeId: scope.kind === "everything" ? "" : scope.id }));
      if (rows.length > 0) await tx.insert(grants).values(rows);
      return;
    }
    case "workflow": {
      const { definition, kind } = change;
      const digest = createHash("sha256").update(canonical(definition)).digest("hex");
      return void (await tx.insert(workflows).values({ id: definition.id, version: definition.version, kind, digest, definition, publishedAt: by.at }).onConflictDoNothing());
    }
    default:
      return change satisfies never;
  }
}

async function appendChange(tx: ScopedTx, change: Change, { actor, at }: { readonly actor: unknown; readonly at: string }): Promise<void> {
  const requestId = idFrom(subjectOf(change), configuration);
  const stream = `config:${requestId}`;
  await tx.insert(heads).values({ requestId, stream, seq: 0, hash: genesis }).onConflictDoNothing();
  const here = and(eq(heads.requestId, requestId), eq(heads.stream, stream));
  const [head] = await tx.select().from(heads).where(here).for("update");
  if (!head) throw new Error("configuration is changed by the system or by whoever sees all of it");
  const salt = randomBytes(16).toString("hex");
  // Names and addresses stay out of the log: it keeps what was changed, and a digest by which the row can be held to it.
  const data = { of: change.of, subject: change.of === "person" || change.of === "grants" ? requestId : subjectOf(change), digest: wordsDigest(salt, canonical(change)) };
  const entry = { stream, seq: head.seq + 1, type: "config.changed", at, actor, data, salt };
  const digest = digestOf(entry);
  const hash = hashAfter(head.hash, digest);
  await tx.insert(events).values({ requestId, ...entry, prev: head.hash, digest, hash });
  await tx.update(heads).set({ seq: entry.seq, hash }).where(here);
}

/** The namespace of the ids of configuration streams. */
const configuration = "5b1f7a52-6c0f-4a55-9d0e-2f3f7a1c9b10";
