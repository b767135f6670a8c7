import { createHash } from "node:crypto";
import { fileTypeFromBuffer } from "file-type";
import { documentSeen } from "../../db/queries/documents.ts";
import type { Actor } from "../access/actor.ts";
import { refusal } from "../request/refusal.ts";
import { type Answer, isAccepted } from "./answer.ts";
import { documentStore } from "./document-store.ts";
import { execute } from "./execute.ts";
import { witnessRead } from "./witness-read.ts";

/** The largest paper: 25 MB. */
export const largestDocument = 25 * 1024 * 1024;

/** What a paper may be, by its content and not by its name. */
const accepted = new Set([
  "application/pdf",
  "image/png",
  "image/jpeg",
  "image/webp",
  "image/heic",
  "image/tiff",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  "application/vnd.oasis.opendocument.text",
  "application/vnd.oasis.opendocument.spreadsheet",
]);

export type Upload = { readonly name: string; readonly bytes: Uint8Array; readonly paper: string | null; readonly commandId: string };
export type Attached = Answer & { readonly document?: { readonly id: string; readonly name: string; readonly mediaType: string; readonly size: number; readonly sha256: string } };

/** Attaches a paper to a request. A file that is refused, for whatever reason, is not kept. */
export async function attachDocument(actor: Actor, requestId: string, { name, bytes, paper, commandId }: Upload): Promise<Attached> {
  if (bytes.byteLength === 0) return { refusals: [refusal("documentEmpty", {}, "file")] };
  if (bytes.byteLength > largestDocument) return { refusals: [refusal("documentTooLarge", { most: 25 }, "file")] };
  const mediaType = await typeOf(bytes);
  if (mediaType === null) return { refusals: [refusal("documentType", {}, "file")] };
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const about = { document: documentId(requestId, commandId, sha256), name: plainName(name), mediaType, size: bytes.byteLength, sha256 };
  // Only somebody who sees the request gets as far as the store.
  const { seen, document } = await documentSeen(actor, requestId, about.document);
  if (!seen) return { notFound: true };
  if (!document) await documentStore().put(requestId, about.document, bytes);
  // The same paper may have been sent twice at once: what the other one attached stays.
  const takeBack = async () => {
    if (!(await documentSeen(actor, requestId, about.document)).document) await documentStore().remove(requestId, about.document);
  };
  const answer = await execute(actor, requestId, { type: "attachDocument", commandId, ...about, paper }).catch(async (error: unknown) => {
    await takeBack();
    throw error;
  });
  if (!isAccepted(answer)) {
    await takeBack();
    return answer;
  }
  const { document: id, ...rest } = about;
  return { ...answer, document: { id, ...rest } };
}

export type OpenedDocument = { readonly name: string; readonly mediaType: string; readonly sha256: string; readonly bytes: Uint8Array };

/** A paper's content for somebody who sees its request; that they read it is recorded. What was erased says so, and under which rule. */
export async function openDocument(actor: Actor, requestId: string, id: string): Promise<OpenedDocument | { readonly erased: { readonly at: string; readonly rule: string } } | null> {
  const { document: found } = await documentSeen(actor, requestId, id);
  if (!found || actor.kind !== "person") return null;
  if (found.erased) return { erased: found.erased };
  const bytes = await documentStore().get(requestId, id);
  if (!(await witnessRead(actor, requestId, [id]))) return null;
  return { name: found.name, mediaType: found.mediaType, sha256: found.sha256, bytes };
}

/** Headers under which a browser saves a paper and runs nothing of it. */
export function downloadHeaders({ name, mediaType }: Pick<OpenedDocument, "name" | "mediaType">): Record<string, string> {
  const ascii = name.replaceAll(/[^\w. -]/g, "_");
  return {
    "content-type": mediaType,
    "content-disposition": `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "private, no-store",
  };
}

async function typeOf(bytes: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(bytes);
  if (found) return accepted.has(found.mime) ? found.mime : null;
  return isPlainText(bytes) ? "text/plain" : null;
}

/** UTF-8 without control characters, and nothing that a browser would take for a page. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[\u0000-\u0008\u000b\u000e-\u001f]/.test(text) && !/^\s*<(!doctype|html|svg|script|\?xml|head|body)/i.test(text);
  } catch {
    return false;
  }
}

/** The same upload sent twice is one document; another content under the same id is never written over it. */
function documentId(requestId: string, commandId: string, sha256: string): string {
  const hex = createHash("sha256").update(`${requestId} ${commandId} ${sha256}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function plainName(name: string): string {
  const plain = name.normalize("NFC").replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff/\\]/g, "").trim();
  return plain.slice(-200) || "document";
}
