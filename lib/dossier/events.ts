import { z } from "zod";
import { EventActor, Said, Sealed } from "../request/events.ts";
import { roles } from "./role.ts";
import { untils } from "./until.ts";

const Id = z.uuid();
const HumanNumber = z.string().min(1).max(40);

/** Everything that can have happened to a dossier, for words of one form: sealed in the log, said in a decision. */
function happenings<W extends z.ZodType>(words: W) {
  return z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("dossier.opened"), data: z.strictObject({ number: HumanNumber, title: words }) }),
    z.strictObject({ type: z.literal("dossier.renamed"), data: z.strictObject({ title: words }) }),
    z.strictObject({ type: z.literal("dossier.linked"), data: z.strictObject({ request: Id, number: HumanNumber, role: z.enum(roles) }) }),
    z.strictObject({ type: z.literal("dossier.unlinked"), data: z.strictObject({ request: Id, reason: words.nullable() }) }),
    z.strictObject({ type: z.literal("dependency.added"), data: z.strictObject({ waiting: Id, awaits: Id, until: z.enum(untils), step: z.string().nullable(), reason: words }) }),
    z.strictObject({ type: z.literal("dependency.removed"), data: z.strictObject({ waiting: Id, awaits: Id, reason: words }) }),
    z.strictObject({ type: z.literal("dossier.closed"), data: z.strictObject({ reason: words.nullable() }) }),
  ]);
}

export const DossierHappening = happenings(Sealed);
export type DossierHappening = z.infer<typeof DossierHappening>;
/** What a decision proposes; its words are still in the clear. */
export const NewDossierHappening = happenings(Said);
export type NewDossierHappening = z.infer<typeof NewDossierHappening>;
export type DossierEventType = DossierHappening["type"];
export type DossierDataOf<T extends DossierEventType> = Extract<DossierHappening, { type: T }>["data"];

/** One entry of a dossier's stream; `seq` counts from 1. */
export type DossierEvent = DossierHappening & { readonly dossier: string; readonly seq: number; readonly at: string; readonly actor: EventActor };

export const dossierEventTypes = DossierHappening.options.map((option) => option.shape.type.value) as DossierEventType[];
