import { eq } from "drizzle-orm";
import { asActor } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { people } from "../../db/schema/people.ts";
import { Change } from "../access/configuration.ts";
import type { PersonActor } from "../access/actor.ts";
import type { Language } from "../language.ts";
import { type Clock, realClock } from "./clock.ts";
import { publisher } from "./publish.ts";

/** Keeps what people may change about themselves, on record like any other change of the set-up; the same again changes nothing. */
export async function publishOwn(actor: PersonActor, own: { readonly name?: string; readonly language: Language }, clock: Clock = realClock): Promise<void> {
  const { id, email, name, language, organisation, active, speaks, skills } = people;
  await asActor({ kind: "system" }, async (tx) => {
    const [row] = await tx.select({ id, email, name, language, organisation, active, speaks, skills }).from(people).where(eq(id, actor.id)).for("update");
    if (!row) throw new Error("somebody who is signed in is not among the people");
    const changed = { ...row, ...own };
    if (changed.name === row.name && changed.language === row.language) return;
    await keepChange(tx, Change.parse({ of: "person", ...changed }), { actor: publisher(actor), at: clock().toISOString() });
  });
}
