import { isId } from "@/lib/id";
import { PaperCommand } from "@/lib/working-paper/command";
import { executeOnPaper } from "@/lib/server/execute-paper";
import { readJson } from "../../../../_edge/body";
import { problem } from "../../../../_edge/problem";
import { answered, besides, keyed } from "../../../../_edge/route";

/** Gives a command on a working paper; a reply is the asked desk's. The same `commandId` again has one effect and gives the same answer. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, PaperCommand, language);
  if (body instanceof Response) return body;
  return answered(await executeOnPaper(actor, id, body.data), language);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
