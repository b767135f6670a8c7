import { isId } from "@/lib/id";
import { PublicCommand } from "@/lib/request/command";
import { execute } from "@/lib/server/execute";
import { readJson } from "../../../_edge/body";
import { problem } from "../../../_edge/problem";
import { answered, besides, keyed } from "../../../_edge/route";

/** Gives a command. The same `commandId` again has one effect and gives the same answer. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, PublicCommand, language);
  if (body instanceof Response) return body;
  return answered(await execute(actor, id, body.data), language);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
