import { z } from "zod";
import { attachDocument, largestDocument } from "@/lib/server/documents";
import { requestDetail } from "@/lib/server/request-detail";
import { refusal } from "@/lib/request/refusal";
import { readUpTo } from "../../../_edge/body";
import { problem } from "../../../_edge/problem";
import { answered, json, keyed, languageFor } from "../../../_edge/route";
import { isId } from "../../../_edge/id";

/** The papers of a request. */
export const GET = keyed("read", async (actor, _request, { id = "" }) => {
  const detail = await requestDetail(actor, id);
  if (!detail) return problem(404);
  return json({ items: detail.documents.map(({ id: document, name, paper, mediaType, size, sha256 }) => ({ id: document, name, paper, mediaType, size, sha256 })) });
});

/** Attaches a paper: multipart with `file`, and if wanted `paper` and `commandId`. */
export const POST = keyed("write", async (actor, request, { id = "" }) => {
  if (!isId(id)) return problem(404);
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "")) return problem(415);
  const bytes = await readUpTo(request, largestDocument + 100_000);
  if (bytes === null) return problem(413, { refusals: [refusal("documentTooLarge", { most: 25 }, "file")] });
  const form = await formOf(request, bytes);
  const file = form?.get("file");
  if (!(file instanceof File)) return problem(400, { refusals: [refusal("malformed", { expected: "multipart with a file" }, "file")] });
  const paper = z.string().max(60).safeParse(form?.get("paper") ?? undefined);
  const commandId = z.uuid().safeParse(form?.get("commandId") ?? crypto.randomUUID());
  if (!commandId.success) return problem(400, { refusals: [refusal("malformed", { expected: "a UUID" }, "commandId")] });
  const answer = await attachDocument(actor, id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), paper: paper.data ?? null, commandId: commandId.data });
  return "document" in answer && answer.document ? json({ ...answer.document, paper: paper.data ?? null }, 201) : answered(answer, languageFor(request, actor));
});

async function formOf(request: Request, bytes: Uint8Array): Promise<FormData | null> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
  } catch (error) {
    // What undici says of a body that is no multipart; nothing of ours throws it.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
