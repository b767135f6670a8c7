import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import type { Actor } from "../access/actor.ts";
import type { Change } from "../access/configuration.ts";
import { publisher } from "./publish.ts";

export type Taking = Omit<Extract<Change, { of: "taken-away" }>, "of" | "id" | "person" | "as">;

/** Records that somebody took events away as a file: by the search of the record, which is what lets them. */
export async function publishTaking(actor: Actor, taking: Taking): Promise<void> {
  const change = { of: "taken-away", id: newId(), person: actor.kind === "person" ? actor.id : null, as: "auditor", ...taking } as const;
  await asActor({ kind: "system" }, (tx) => keepChange(tx, change, { actor: publisher(actor), at: taking.until }));
}
