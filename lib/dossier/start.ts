import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { Create } from "../request/commands/create.ts";
import { Id, mostRequests, OpenDossier } from "./command.ts";
import { roles } from "./role.ts";

/** A dossier that begins drafts with it: each as a request is begun, and what it is to the dossier. */
export const StartDossier = OpenDossier.extend({ start: z.array(Create.extend({ id: Id.optional(), role: z.enum(roles).optional() })).max(mostRequests).optional() });
export type StartDossier = z.infer<typeof StartDossier>;

/** The id of a draft that was begun with a dossier and brought none: the same each time it is sent. */
export function startedId(dossierId: string, at: number): string {
  return idFrom(String(at), dossierId);
}
