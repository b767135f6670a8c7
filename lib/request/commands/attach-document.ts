import { z } from "zod";
import { refusal } from "../refusal.ts";
import { endedStatuses, underWay } from "../state.ts";
import { live, said, type CommandRule } from "../rule.ts";
import { acts, asDesk, asParty, Line, needsStatus } from "./shared.ts";

/** What the door found out about an uploaded file: its type from its content, its size and its SHA-256. */
export const AttachDocument = z.strictObject({
  type: z.literal("attachDocument"),
  ...acts,
  document: z.uuid(),
  name: Line,
  paper: z.string().max(60).nullable(),
  mediaType: z.string().max(120),
  size: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

const most = 100;

/** Attaches a paper. The file itself lies in the document store; the record keeps its digest. */
export const attachDocument: CommandRule<typeof AttachDocument> = {
  schema: AttachDocument,
  permitted: (target, context) => asParty("request.own", target, context) || asDesk("comment.add", target, context),
  may(target, context) {
    const wrong = needsStatus(target, "draft", ...underWay, ...endedStatuses);
    const count = live(target)?.documents.length ?? context.draftDocuments.length;
    return [...wrong, ...(count >= most ? [refusal("tooManyDocuments", { most })] : [])];
  },
  decide({ document, name, paper, mediaType, size, sha256 }, target, context) {
    if (target.at === "live") return { events: [{ type: "document.attached", data: { document, name: said(name), paper, mediaType, size, sha256 } }] };
    return { draft: { ...target.draft, version: target.draft.version + 1, updatedAt: context.now }, warnings: [] };
  },
};
