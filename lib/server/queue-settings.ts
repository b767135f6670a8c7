import { eq } from "drizzle-orm";
import { asActor, asReader } from "../../db/client.ts";
import { given, prepared } from "../../db/prepared.ts";
import { queueSettings } from "../../db/schema/people.ts";
import type { PersonActor } from "../access/actor.ts";
import { QueueSettings, usualQueue } from "../access/queue-settings.ts";

/** How this person has their queue shown, in whatever browser; as usual where they have said nothing, or what cannot be read any more. */
export async function queueSettingsOf(actor: PersonActor): Promise<QueueSettings> {
  const [row] = await asReader(actor, (tx) => kept(tx, { person: actor.id }));
  return QueueSettings.safeParse(row).data ?? usualQueue;
}

const { order, view, rows, hidden, personId } = queueSettings;
const kept = prepared((on) => on.select({ order, view, rows, hidden }).from(queueSettings).where(eq(personId, given("person"))));

/** Keeps them with the person. They decide nothing, so they are no part of the record. */
export async function keepQueueSettings(actor: PersonActor, settings: QueueSettings): Promise<void> {
  const values = { ...settings, hidden: [...settings.hidden] };
  await asActor(actor, (tx) => tx.insert(queueSettings).values({ personId: actor.id, ...values }).onConflictDoUpdate({ target: personId, set: values }));
}
