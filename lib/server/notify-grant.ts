import { eq } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { addRows, markDone, type OutboxRow } from "../../db/outbox.ts";
import { addressOf, decidersAt } from "../../db/queries/addressees.ts";
import { accounts } from "../../db/schema/accounts.ts";
import { format } from "../format.ts";
import { grantLetter } from "../notice/grant-letter.ts";
import type { Clock } from "./clock.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { requirementName } from "./requirement-name.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;
/** The topic of a standing grant that ends soon, and of the mail of one of those who keep it. */
export const grantExpiringTopic = "grant.expiring";
export const grantMailTopic = "mail.grant.expiring";
const Payload = z.object({ validUntil: z.iso.date(), person: z.uuid().optional() });

/** A warning becomes one mail for each who works at the desk that keeps the grant. */
export async function spreadGrantWarning(row: OutboxRow, clock: Clock): Promise<void> {
  const at = clock().toISOString();
  const { validUntil } = Payload.parse(row.payload);
  await asActor(system, async (tx) => {
    const keepers = await keepersOf(tx, await grantAt(tx, row.requestId));
    await addRows(tx, grantMailTopic, keepers.map((person) => ({ requestId: row.requestId, id: idFrom(person, row.id), payload: { validUntil, person }, at })));
    await markDone(tx, row, at);
  });
}

/** Sends such a mail, unless the grant was renewed by now, or its reader has left or keeps it no more. */
export async function sendGrantWarning(row: OutboxRow, clock: Clock): Promise<void> {
  const { validUntil, person } = Payload.parse(row.payload);
  const mail = await asReader(system, async (tx) => {
    const [found, reader] = [await grantAt(tx, row.requestId), person === undefined ? null : await addressOf(tx, person)];
    if (!found?.grant || found.grant.validUntil !== validUntil || !reader || !(await keepersOf(tx, found)).includes(reader.id)) return null;
    const t = translator(reader.language);
    const { number, regime } = found.grant;
    return { to: reader.email, ...grantLetter({ number, regime: requirementName(regime, reader.language, t), validUntil, link: `${settings().PUBLIC_URL}/grants` }, { ...reader, t, format: format(reader.language) }) };
  });
  await sendWaiting(row, mail, clock);
}

/** Whoever works at the desk that keeps it, as it is staffed now. */
async function keepersOf(tx: ScopedTx, grant: { readonly desk: string } | null): Promise<readonly string[]> {
  return grant ? ((await decidersAt(tx, [grant.desk])).get(grant.desk) ?? []) : [];
}

async function grantAt(tx: ScopedTx, id: string) {
  const [found] = await tx.select({ desk: accounts.desk, grant: accounts.grant }).from(accounts).where(eq(accounts.accountId, id));
  return found ?? null;
}
