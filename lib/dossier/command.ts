import { z } from "zod";
import { acts, Id as AnyId, Line, StepId, Words } from "../request/commands/shared.ts";
import { roles } from "./role.ts";
import { untils } from "./until.ts";

/** One spelling: paths and streams are named by it. */
export const Id = AnyId.toLowerCase();
const Title = Line.max(200);
/** Most requests of one dossier. */
export const mostRequests = 30;

const pair = { waiting: Id, awaits: Id };
export const NewDependency = z.strictObject({ ...pair, until: z.enum(untils), step: StepId.optional(), reason: Words });
export type NewDependency = z.infer<typeof NewDependency>;
export const NewLink = z.strictObject({ request: Id, role: z.enum(roles) });
export type NewLink = z.infer<typeof NewLink>;

const Rename = z.strictObject({ type: z.literal("rename"), ...acts, title: Title });
const Link = z.strictObject({ type: z.literal("link"), ...acts, ...NewLink.shape });
const Unlink = z.strictObject({ type: z.literal("unlink"), ...acts, request: Id, reason: Words.optional() });
const AddDependency = z.strictObject({ type: z.literal("addDependency"), ...acts, ...NewDependency.shape });
const RemoveDependency = z.strictObject({ type: z.literal("removeDependency"), ...acts, ...pair, reason: Words });
const Close = z.strictObject({ type: z.literal("closeDossier"), ...acts, reason: Words.optional() });

/** What may be done to a dossier, by page or API. */
export const DossierCommand = z.discriminatedUnion("type", [Rename, Link, Unlink, AddDependency, RemoveDependency, Close]);
export type DossierCommand = z.infer<typeof DossierCommand>;
export type DossierCommandType = DossierCommand["type"];

/** Opens a dossier, with requests that there are already and what waits for what. */
export const OpenDossier = z.strictObject({
  id: Id.optional(),
  title: Title,
  requests: z.array(NewLink).max(mostRequests).optional(),
  dependencies: z.array(NewDependency).max(100).optional(),
});
export type OpenDossier = z.infer<typeof OpenDossier>;
