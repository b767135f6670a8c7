import { createHash } from "node:crypto";
import type { Replayed } from "./replay.ts";
import type { Besides, Problem } from "./verify.ts";
import { streamOf } from "./log.ts";

/** A paper and the event that attached it; or the one that erased it, from when on nothing of it should be kept. */
export type KeptDocument = { readonly requestId: string; readonly documentId: string; readonly sha256: string; readonly seq: number; readonly erasedAt: string | null };

export function documentsOf({ requestId, rows, lastTouched }: Replayed): KeptDocument[] {
  return rows.documents.map(({ documentId, sha256, erasedAt = null }) => ({ requestId, documentId, sha256, erasedAt, seq: lastTouched("documents", documentId, erasedAt === null ? "sha256" : "erased_at") }));
}

/** Whether a paper is there, byte by byte as it was attached; and one that was erased is there no more. */
export async function checkDocument({ requestId, documentId, sha256, seq, erasedAt }: KeptDocument, readDocument: NonNullable<Besides["readDocument"]>, now = Date.now()): Promise<Problem[]> {
  // Its content goes a moment after its entry is written.
  if (erasedAt !== null && now - Date.parse(erasedAt) < soon) return [];
  const content = await readDocument(requestId, documentId);
  const problem = (code: string) => [{ stream: streamOf(requestId), seq, field: `documents[${documentId}].content`, code }];
  if (erasedAt !== null) return content === null ? [] : problem("notErased");
  if (content === null) return problem("missingDocument");
  return createHash("sha256").update(content).digest("hex") === sha256 ? [] : problem("differs");
}

const soon = 10 * 60_000;
