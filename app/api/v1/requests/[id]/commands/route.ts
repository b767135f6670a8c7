import { PublicCommand } from "@/lib/request/command";
import { isAccepted } from "@/lib/server/answer";
import { removeDocuments } from "@/lib/server/documents";
import { execute } from "@/lib/server/execute";
import { readJson } from "../../../_edge/body";
import { isId } from "../../../_edge/id";
import { problem } from "../../../_edge/problem";
import { languageFor } from "../../../_edge/language";
import { answered, keyed } from "../../../_edge/route";

/** Gives a command. The same `commandId` again has one effect and gives the same answer. */
export const POST = keyed("write", async (actor, request, { id = "" }) => {
  if (!isId(id)) return problem(404);
  const body = await readJson(request, PublicCommand);
  if (body instanceof Response) return body;
  const answer = await execute(actor, id, body.data);
  if (isAccepted(answer) && answer.status === "deleted") await removeDocuments(id);
  return answered(answer, languageFor(request, actor));
});
