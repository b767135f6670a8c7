import { dossierPapers } from "../../db/queries/dossier-papers.ts";
import type { Actor } from "../access/actor.ts";
import { refusal } from "../request/refusal.ts";
import { type Attached, attachDocument, openDocument } from "./documents.ts";

export type SharedPaper = { readonly from: string; readonly document: string; readonly commandId: string };

/**
 * Uses a paper of another request of the same dossier for this one too, without sending it again: the same content under the
 * same digest. It lies in the store once for each, so that a deleted draft takes nothing from the others; and taking it is an opening like any other.
 */
export async function sharePaper(actor: Actor, requestId: string, { from, document, commandId }: SharedPaper): Promise<{ readonly answer: Attached; readonly paper: string | null }> {
  const found = (await dossierPapers(actor, requestId)).find((one) => one.request === from && one.document === document);
  const opened = found && (await openDocument(actor, from, document));
  if (!found || !opened || "erased" in opened) return { answer: { refusals: [refusal("unknownDocument", {}, "from")] }, paper: null };
  return { answer: await attachDocument(actor, requestId, { name: opened.name, bytes: opened.bytes, paper: found.paper, commandId }), paper: found.paper };
}
