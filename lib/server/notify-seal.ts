import { eq } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader } from "../../db/client.ts";
import { addRows, type OutboxRow } from "../../db/outbox.ts";
import { sealKept } from "../../db/queries/seals.ts";
import { organisations } from "../../db/schema/configuration.ts";
import { sealMails } from "../../db/schema/seals.ts";
import { format } from "../format.ts";
import { sealLetter } from "../notice/seal-letter.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;

/** The topic of a day's mail with the newest seal to one address. */
export const sealMailTopic = "mail.seal";
/** These mails are of no request: each institution's stand under an id of its own. */
const institutions = "7d4f5b0e-2c55-4b0f-9a6e-0f3f6f1f6c11";
const Payload = z.object({ organisation: z.string(), address: z.string(), day: z.string() });

/** Puts today's mails into the outbox, each under an id of its day and address: once, however often this is asked and by however many servers. */
export async function queueSealMails(clock: Clock = realClock): Promise<number> {
  const { today } = moment(clock);
  if (!(await sealKept())) return 0;
  return asActor(system, async (tx) => {
    const named = (await tx.select().from(sealMails)).flatMap(({ id: organisation, addresses }) => addresses.map((address) => ({ organisation, address, day: today })));
    await addRows(tx, sealMailTopic, named.map((payload) => {
      const requestId = idFrom(payload.organisation, institutions);
      return { requestId, id: idFrom(`${payload.day} ${payload.address}`, requestId), payload, at: clock().toISOString() };
    }));
    return named.length;
  });
}

/** Sends such a mail with the newest seal, unless its address was taken out by now. */
export async function sendSealMail(row: OutboxRow, clock: Clock): Promise<void> {
  const { organisation, address, day } = Payload.parse(row.payload);
  const [seal, [named]] = await Promise.all([sealKept(), asReader(system, (tx) => tx.select({ addresses: sealMails.addresses, language: sealMails.language, names: organisations.names }).from(sealMails).innerJoin(organisations, eq(organisations.id, sealMails.id)).where(eq(sealMails.id, organisation)))]);
  if (!seal || !named?.addresses.includes(address)) return sendWaiting(row, null, clock);
  const { language } = named;
  const { PUBLIC_URL } = settings();
  const mail = sealLetter({ ...seal, day, host: new URL(PUBLIC_URL).host, organisation: named.names[language], link: `${PUBLIC_URL}/seals` }, { language, t: translator(language), format: format(language) });
  await sendWaiting(row, { to: address, ...mail, asWritten: true }, clock);
}
