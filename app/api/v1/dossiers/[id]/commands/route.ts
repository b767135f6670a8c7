import { DossierCommand } from "@/lib/dossier/command";
import { isId } from "@/lib/id";
import { executeOnDossier } from "@/lib/server/execute-dossier";
import { readJson } from "../../../_edge/body";
import { problem } from "../../../_edge/problem";
import { answered, besides, keyed } from "../../../_edge/route";

/** Gives a command on a dossier. The same `commandId` again has one effect and gives the same answer. */
export const POST = keyed("write", async (actor, { request, language, parameters: { id = "" } }) => {
  if (!isId(id)) return problem(404, language);
  const body = await readJson(request, DossierCommand, language);
  if (body instanceof Response) return body;
  return answered(await executeOnDossier(actor, id, body.data), language);
});

export const { DELETE, GET, OPTIONS, PATCH, PUT } = besides("POST");
