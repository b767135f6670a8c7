import { z } from "zod";
import { isId } from "@/lib/id";
import { attachDocument, largestDocument } from "@/lib/server/documents";
import { requestDetail } from "@/lib/server/request-detail";
import { sharePaper } from "@/lib/server/shared-papers";
import { translator } from "@/lib/server/translate";
import type { Actor } from "@/lib/access/actor";
import type { Language } from "@/lib/language";
import { refusal } from "@/lib/request/refusal";
import { textOf } from "@/lib/text-of";
import { readUpTo } from "../../../_edge/body";
import { malformed, parsed } from "../../../_edge/malformed";
import { problem } from "../../../_edge/problem";
import { answered, besides, json, keyed } from "../../../_edge/route";

const Fields = z.strictObject({ paper: textOf(/^[a-z0-9-]{1,60}$/, "paper").nullable(), commandId: z.uuid() });

/** The papers of a request. */
export const GET = keyed("read", async (actor, { language, parameters: { id = "" } }) => {
  const detail = await requestDetail(actor, id);
  if (!detail) return problem(404, language);
  return json({ items: detail.documents.map(({ id: document, name, paper, mediaType, size, sha256 }) => ({ id: document, name, paper, mediaType, size, sha256 })) });
});

/** Attaches a paper: multipart with `file`, and if wanted `paper` and `commandId`; or with `from`, a paper of the same dossier. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  if (!/^multipart\/form-data\s*;/i.test(request.headers.get("content-type") ?? "")) return problem(415, language);
  const bytes = await readUpTo(request, largestDocument + 100_000);
  if (bytes === null) return problem(413, language, { refusals: [refusal("documentTooLarge", { most: 25 }, "file")] });
  const form = await formOf(request, bytes);
  const file = form?.get("file");
  if (form?.has("from") && !form.has("file")) return fromDossier(actor, id, { form, language });
  if (!(file instanceof File)) return malformed(language, translator(language)("api.expected.file"), "file");
  const { file: _, ...said } = Object.fromEntries(form ?? []);
  const fields = parsed(Fields, { ...said, paper: said.paper || null, commandId: said.commandId ?? crypto.randomUUID() }, language);
  if (fields instanceof Response) return fields;
  const { paper, commandId } = fields.data;
  const answer = await attachDocument(actor, id, { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()), paper, commandId });
  return "document" in answer && answer.document ? json({ ...answer.document, paper }, 201) : answered(answer, language);
});

export const { DELETE, OPTIONS, PATCH, PUT } = besides("GET, HEAD, POST");

const From = z.strictObject({ from: textOf(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/, "sharedPaper"), commandId: z.uuid() });

/** A paper of another request of the dossier, named as `request/document`. */
async function fromDossier(actor: Actor, id: string, { form, language }: { readonly form: FormData; readonly language: Language }): Promise<Response> {
  const fields = parsed(From, { commandId: crypto.randomUUID(), ...Object.fromEntries(form) }, language);
  if (fields instanceof Response) return fields;
  const [from = "", document = ""] = fields.data.from.split("/");
  const { answer, paper } = await sharePaper(actor, id, { from, document, commandId: fields.data.commandId });
  return "document" in answer && answer.document ? json({ ...answer.document, paper }, 201) : answered(answer, language);
}

async function formOf(request: Request, bytes: Uint8Array): Promise<FormData | null> {
  try {
    return await new Response(Buffer.from(bytes), { headers: { "content-type": request.headers.get("content-type") ?? "" } }).formData();
  } catch (error) {
    // What undici says of a body that is no multipart; nothing of ours throws it.
    if (error instanceof TypeError) return null;
    throw error;
  }
}
