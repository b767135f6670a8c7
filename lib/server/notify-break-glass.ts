import { eq } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { addRows, markDone, type OutboxRow } from "../../db/outbox.ts";
import { addressOf, administratorsOf, decidersAt } from "../../db/queries/addressees.ts";
import { breakGlassById } from "../../db/queries/break-glass.ts";
import { wordsRead } from "../../db/queries/words-read.ts";
import { requests, steps } from "../../db/schema/requests.ts";
import { headship } from "../access/heads.ts";
import { format } from "../format.ts";
import { breakGlassLetter } from "../notice/break-glass-letter.ts";
import type { Clock } from "./clock.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { personActor } from "./person.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;
/** The topic of a request that was opened by break-glass, and of the mail of one of those who are told. */
export const brokenGlassTopic = "access.glassBroken";
export const brokenGlassMailTopic = "mail.access.glassBroken";
const Payload = z.object({ access: z.uuid(), person: z.uuid().optional() });

/** An access becomes one mail each for the administrators of the request's organisations, the heads of its desks, and whoever made the request. */
export async function spreadBrokenGlass(row: OutboxRow, clock: Clock): Promise<void> {
  const at = clock().toISOString();
  const { access } = Payload.parse(row.payload);
  await asActor(system, async (tx) => {
    const told = await toldOf(tx, row.requestId, await breakGlassById(tx, access));
    await addRows(tx, brokenGlassMailTopic, [...told].map((person) => ({ requestId: row.requestId, id: idFrom(person, row.id), payload: { access, person }, at })));
    await markDone(tx, row, at);
  });
}

/** Who is told of an access as things stand: whoever opened it knows. */
async function toldOf(tx: ScopedTx, requestId: string, opened: Awaited<ReturnType<typeof breakGlassById>>): Promise<ReadonlySet<string>> {
  const desks = await tx.selectDistinct({ desk: steps.desk }).from(steps).where(eq(steps.requestId, requestId));
  const [request] = await tx.select({ requester: requests.requester }).from(requests).where(eq(requests.requestId, requestId));
  if (!opened || !request) return new Set();
  const heads = await decidersAt(tx, desks.map(({ desk }) => desk), headship);
  const told = new Set([...(await administratorsOf(tx, opened.organisations)), ...[...heads.values()].flat(), request.requester]);
  told.delete(opened.person);
  return told;
}

/** Sends such a mail, unless its reader has left, or is not one who would be told any more. It is true whatever became of the access since. */
export async function sendBrokenGlass(row: OutboxRow, clock: Clock): Promise<void> {
  const { access, person } = Payload.parse(row.payload);
  const mail = await asReader(system, async (tx) => {
    const [opened, reader] = [await breakGlassById(tx, access), person === undefined ? null : await addressOf(tx, person)];
    const [request] = await tx.select({ number: requests.number }).from(requests).where(eq(requests.requestId, row.requestId));
    if (!opened || !reader || !request || !(await toldOf(tx, row.requestId, opened)).has(reader.id)) return null;
    const by = await addressOf(tx, opened.person);
    const { reason, from, until } = opened;
    const actor = await personActor(reader.email);
    const words = actor && (await wordsRead(actor, [row.requestId]));
    return { to: reader.email, ...breakGlassLetter({ number: request.number, who: by?.name ?? "", reason: words?.(row.requestId, reason, opened.person) ?? reason, from, until, link: `${settings().PUBLIC_URL}/break-glass` }, { ...reader, t: translator(reader.language), format: format(reader.language) }) };
  });
  await sendWaiting(row, mail, clock);
}
