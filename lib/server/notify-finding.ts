import { and, eq } from "drizzle-orm";
import { v5 as idFrom, v7 as newId } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { addRows, markDone, type OutboxRow } from "../../db/outbox.ts";
import { addressOf, decidersAt } from "../../db/queries/addressees.ts";
import { workingPaperFindings } from "../../db/schema/working-papers.ts";
import { headship } from "../access/heads.ts";
import { format } from "../format.ts";
import { findingLetter, findingNews } from "../notice/finding-letter.ts";
import type { PaperEvent } from "../working-paper/events.ts";
import type { Clock } from "./clock.ts";
import { deliver } from "./mail.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;
/** The topic of what happened to a finding, and of the mail of one of those who are told. */
export const findingTopic = "finding";
export const findingMailTopic = "mail.finding";
const Payload = z.object({ finding: z.number().int(), news: z.enum(findingNews), person: z.uuid().optional() });

/** Queues what the desk that is asked, or the auditor who asked, is to be told of, in the transaction that made it. */
export async function tellOfFindings(tx: ScopedTx, paperId: string, events: readonly PaperEvent[]): Promise<void> {
  for (const { type, at, data } of events) {
    const news = type === "finding.raised" ? "asked" : type === "finding.replied" ? "replied" : type === "finding.followUpSet" ? "followUp" : null;
    if (news !== null && "finding" in data) await addRows(tx, findingTopic, [{ requestId: paperId, id: newId(), payload: { finding: data.finding, news }, at }]);
  }
}

/** It becomes one mail for each head of the desk that is asked, or who decides there where nobody heads it; a reply one for the auditor. */
export async function spreadFinding(row: OutboxRow, clock: Clock): Promise<void> {
  const at = clock().toISOString();
  const { finding, news } = Payload.parse(row.payload);
  await asActor(system, async (tx) => {
    const found = await findingAt(tx, row.requestId, finding);
    const told = !found ? [] : news === "replied" ? [found.raisedBy] : await answering(tx, found.desk);
    await addRows(tx, findingMailTopic, told.map((person) => ({ requestId: row.requestId, id: idFrom(person, row.id), payload: { finding, news, person }, at })));
    await markDone(tx, row, at);
  });
}

/** Sends such a mail, unless it has become untrue by now: it was replied to, or closed, or its reader has left. */
export async function sendFindingMail(row: OutboxRow, clock: Clock): Promise<void> {
  const { finding, news, person } = Payload.parse(row.payload);
  const mail = await asReader(system, async (tx) => {
    const [found, reader] = [await findingAt(tx, row.requestId, finding), person === undefined ? null : await addressOf(tx, person)];
    if (!found || !reader || found.status === "closed" || (news === "asked" && found.status !== "asked")) return null;
    const day = news === "followUp" ? (found.followUpOn ?? found.replyBy) : found.replyBy;
    const link = `${settings().PUBLIC_URL}/findings/${row.requestId}/${finding}`;
    return { to: reader.email, ...findingLetter({ news, request: found.number, paper: found.paperNumber, finding, day, link }, { ...reader, t: translator(reader.language), format: format(reader.language) }) };
  });
  if (mail) await deliver({ ...mail, id: row.id, brief: true });
  await asActor(system, (tx) => markDone(tx, row, clock().toISOString()));
}

async function answering(tx: ScopedTx, desk: string): Promise<readonly string[]> {
  const heads = (await decidersAt(tx, [desk], headship)).get(desk) ?? [];
  return heads.length > 0 ? heads : ((await decidersAt(tx, [desk])).get(desk) ?? []);
}

async function findingAt(tx: ScopedTx, paperId: string, finding: number) {
  const [found] = await tx.select().from(workingPaperFindings).where(and(eq(workingPaperFindings.paperId, paperId), eq(workingPaperFindings.finding, finding)));
  return found ?? null;
}
