import { createHash } from "node:crypto";
import type { Replayed } from "./replay.ts";
import type { Besides, Problem } from "./verify.ts";
import { streamOf } from "./log.ts";

/** A paper that should be kept, because nothing says that it was erased, and the event that attached it. */
export type KeptDocument = { readonly requestId: string; readonly documentId: string; readonly sha256: string; readonly seq: number };

export function documentsOf({ requestId, rows, lastTouched }: Replayed): KeptDocument[] {
  return rows.documents.filter(({ erasedAt }) => !erasedAt).map(({ documentId, sha256 }) => ({ requestId, documentId, sha256, seq: lastTouched("documents", documentId, "sha256") }));
}

/** Whether a paper is there, byte by byte as it was attached. */
export async function checkDocument({ requestId, documentId, sha256, seq }: KeptDocument, readDocument: NonNullable<Besides["readDocument"]>): Promise<Problem[]> {
  const content = await readDocument(requestId, documentId);
  const problem = (code: string) => [{ stream: streamOf(requestId), seq, field: `documents[${documentId}].content`, code }];
  if (content === null) return problem("missingDocument");
  return createHash("sha256").update(content).digest("hex") === sha256 ? [] : problem("differs");
}
