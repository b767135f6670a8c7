import { and, eq } from "drizzle-orm";
import { v5 as idFrom, v7 as newId } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { addRows, markDone, type OutboxRow } from "../../db/outbox.ts";
import { addressOf, administratorsOf, decidersAt } from "../../db/queries/addressees.ts";
import { seesPaper } from "../../db/queries/working-papers.ts";
import { workingPaperFindings } from "../../db/schema/working-papers.ts";
import { headship } from "../access/heads.ts";
import { format } from "../format.ts";
import { findingLetter, type FindingNews, findingNews } from "../notice/finding-letter.ts";
import type { Asked } from "../working-paper/asked.ts";
import type { PaperEvent } from "../working-paper/events.ts";
import type { Clock } from "./clock.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { personActor } from "./person.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;
/** The topic of what happened to a finding, and of the mail of one of those who are told. */
export const findingTopic = "finding";
export const findingMailTopic = "mail.finding";
const Payload = z.object({ finding: z.number().int(), news: z.enum(findingNews), person: z.uuid().optional() });

/** Queues what whoever is asked, or the auditor who asked, is to be told of, in the transaction that made it. */
export async function tellOfFindings(tx: ScopedTx, paperId: string, events: readonly PaperEvent[]): Promise<void> {
  for (const event of events) {
    const news = newsIn(event);
    if (news !== null && "finding" in event.data) await addRows(tx, findingTopic, [{ requestId: paperId, id: newId(), payload: { finding: event.data.finding, news }, at: event.at }]);
  }
}

function newsIn(event: PaperEvent): FindingNews | null {
  switch (event.type) {
    case "finding.raised":
      return "asked";
    case "finding.replied":
      return "replied";
    case "finding.followUpSet":
      return "followUp";
    case "finding.reminded":
      return `${event.data.of}${event.data.isLate ? "Late" : "Due"}`;
    default:
      return null;
  }
}

/** It becomes one mail for each head of the desk that is asked, or who decides there where nobody heads it, or for each administrator of the organisation; a reply one for the auditor. */
export async function spreadFinding(row: OutboxRow, clock: Clock): Promise<void> {
  const at = clock().toISOString();
  const { finding, news } = Payload.parse(row.payload);
  await asActor(system, async (tx) => {
    const found = await findingAt(tx, row.requestId, finding);
    const told = !found ? [] : news === "replied" ? [found.raisedBy] : await answering(tx, found);
    await addRows(tx, findingMailTopic, told.map((person) => ({ requestId: row.requestId, id: idFrom(person, row.id), payload: { finding, news, person }, at })));
    await markDone(tx, row, at);
  });
}

/** Sends such a mail, unless it has become untrue by now: it was replied to, or closed, or its reader has left or may not answer it any more; or audits no more what they asked about. */
export async function sendFindingMail(row: OutboxRow, clock: Clock): Promise<void> {
  const { finding, news, person } = Payload.parse(row.payload);
  const mail = await asReader(system, async (tx) => {
    const [found, reader] = [await findingAt(tx, row.requestId, finding), person === undefined ? null : await addressOf(tx, person)];
    if (!found || !reader || found.status === "closed" || (untilReplied.includes(news) && found.status !== "asked")) return null;
    if (!(await (news === "replied" ? stillAudits(tx, reader.email, row.requestId) : mayAnswer(tx, reader.id, found)))) return null;
    const day = news.startsWith("followUp") ? (found.followUpOn ?? found.replyBy) : found.replyBy;
    const link = `${settings().PUBLIC_URL}/findings/${row.requestId}/${finding}`;
    return { to: reader.email, ...findingLetter({ news, request: found.number, paper: found.paperNumber, finding, day, link, asked: found.desk === null ? "organisation" : "desk" }, { ...reader, t: translator(reader.language), format: format(reader.language) }) };
  });
  await sendWaiting(row, mail, clock);
}

/** What is true only as long as nobody has replied. */
const untilReplied: readonly FindingNews[] = ["asked", "replyDue", "replyLate"];

async function answering(tx: ScopedTx, { desk, organisation }: Asked): Promise<readonly string[]> {
  if (desk === null) return administratorsOf(tx, organisation === null ? [] : [organisation]);
  const heads = (await decidersAt(tx, [desk], headship)).get(desk) ?? [];
  return heads.length > 0 ? heads : ((await decidersAt(tx, [desk])).get(desk) ?? []);
}

/** An officer goes on being told although somebody heads their desk by now: the mail that they were named for goes to nobody else. */
async function mayAnswer(tx: ScopedTx, person: string, { desk, organisation }: Asked): Promise<boolean> {
  if (desk === null) return (await answering(tx, { desk, organisation })).includes(person);
  const [deciders, heads] = [await decidersAt(tx, [desk]), await decidersAt(tx, [desk], headship)];
  return [deciders, heads].some((staff) => staff.get(desk)?.includes(person));
}

async function stillAudits(tx: ScopedTx, email: string, paperId: string): Promise<boolean> {
  const actor = await personActor(email);
  return actor !== null && seesPaper(tx, actor, paperId);
}

async function findingAt(tx: ScopedTx, paperId: string, finding: number) {
  const [found] = await tx.select().from(workingPaperFindings).where(and(eq(workingPaperFindings.paperId, paperId), eq(workingPaperFindings.finding, finding)));
  return found ?? null;
}
