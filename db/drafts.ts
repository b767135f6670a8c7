import { eq } from "drizzle-orm";
import type { AttachDocument } from "../lib/request/commands/attach-document.ts";
import type { Context } from "../lib/request/context.ts";
import type { Draft } from "../lib/request/draft.ts";
import type { z } from "zod";
import type { ScopedTx } from "./client.ts";
import { draftDocuments, drafts } from "./schema/drafts.ts";
import { requestIds } from "./schema/record.ts";

export async function loadDraft(tx: ScopedTx, requestId: string): Promise<Draft | null> {
  const [row] = await tx.select().from(drafts).where(eq(drafts.requestId, requestId));
  return row ? draftOf(row) : null;
}

/** The draft under its lock: two tabs save one after the other. */
export async function lockDraft(tx: ScopedTx, requestId: string): Promise<Draft | null> {
  const [row] = await tx.select().from(drafts).where(eq(drafts.requestId, requestId)).for("update");
  return row ? draftOf(row) : null;
}

/** Keeps a new draft, whose id was taken. */
export async function insertDraft(tx: ScopedTx, draft: Draft): Promise<void> {
  await tx.insert(drafts).values(rowOf(draft));
}

/** Takes an id for good; false when a request or a dossier ever had it. */
export async function takeId(tx: ScopedTx, id: string): Promise<boolean> {
  const taken = await tx.insert(requestIds).values({ requestId: id }).onConflictDoNothing();
  return taken.count > 0;
}

export async function updateDraft(tx: ScopedTx, draft: Draft): Promise<void> {
  await tx.update(drafts).set(rowOf(draft)).where(eq(drafts.requestId, draft.id));
}

export async function deleteDraft(tx: ScopedTx, requestId: string): Promise<void> {
  await tx.delete(draftDocuments).where(eq(draftDocuments.requestId, requestId));
  await tx.delete(drafts).where(eq(drafts.requestId, requestId));
}

export async function listDraftDocuments(tx: ScopedTx, requestId: string): Promise<Context["draftDocuments"]> {
  const rows = await tx.select().from(draftDocuments).where(eq(draftDocuments.requestId, requestId)).orderBy(draftDocuments.documentId);
  return rows.map(({ documentId, name, paper, mediaType, size, sha256 }) => ({ id: documentId, name, paper, mediaType, size, sha256 }));
}

export async function insertDraftDocument(tx: ScopedTx, requestId: string, command: z.infer<typeof AttachDocument>, { actor, now }: Context): Promise<void> {
  const { document, name, paper, mediaType, size, sha256 } = command;
  if (actor.kind !== "person") throw new Error("only people attach papers");
  await tx.insert(draftDocuments).values({ requestId, documentId: document, name, paper, mediaType, size, sha256, person: actor.id, at: now });
}

function draftOf(row: typeof drafts.$inferSelect): Draft {
  const { requestId, windowFrom, windowTo, limitValue, limitUnit, ...rest } = row;
  return {
    ...rest,
    id: requestId,
    window: windowFrom !== null && windowTo !== null ? { from: windowFrom, to: windowTo } : null,
    limit: limitValue !== null && limitUnit !== null ? { value: limitValue, unit: limitUnit } : null,
  };
}

function rowOf({ id, window, limit, team, claims, ...rest }: Draft): typeof drafts.$inferInsert {
  return { ...rest, requestId: id, team: [...team], claims: [...claims], windowFrom: window?.from ?? null, windowTo: window?.to ?? null, limitValue: limit?.value ?? null, limitUnit: limit?.unit ?? null };
}
