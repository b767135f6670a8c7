import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { addRows, markDone, type OutboxRow } from "../../db/outbox.ts";
import { policyKeepers } from "../../db/queries/addressees.ts";
import { peopleNames } from "../../db/queries/people-names.ts";
import { proposalById } from "../../db/workflow-proposals.ts";
import { format } from "../format.ts";
import { proposalLetter } from "../notice/proposal-letter.ts";
import type { Clock } from "./clock.ts";
import { sendWaiting } from "./outbox-mail.ts";
import { settings } from "./settings.ts";
import { translator } from "./translate.ts";

const system = { kind: "system" } as const;
/** The topic of a proposal that somebody else is to approve, and of the mail of one of them. */
export const proposedTopic = "workflow.proposed";
export const proposalMailTopic = "mail.workflow.proposed";
const Payload = z.object({ person: z.uuid() });

/** A proposal becomes one mail for each who could be its second pair of eyes. */
export async function spreadProposal(row: OutboxRow, clock: Clock): Promise<void> {
  const at = clock().toISOString();
  await asActor(system, async (tx) => {
    const proposal = await proposalById(tx, row.requestId);
    const others = proposal?.status === "proposed" ? (await policyKeepers(tx)).filter(({ id }) => id !== proposal.author && !proposal.authorFor.includes(id)) : [];
    await addRows(tx, proposalMailTopic, others.map(({ id: person }) => ({ requestId: row.requestId, id: idFrom(person, row.id), payload: { person }, at })));
    await markDone(tx, row, at);
  });
}

/** Sends such a mail, unless it was decided by now or its reader keeps no rules any more. */
export async function sendProposalMail(row: OutboxRow, clock: Clock): Promise<void> {
  const { person } = Payload.parse(row.payload);
  const mail = await asReader(system, (tx) => mailFor(tx, row.requestId, person));
  await sendWaiting(row, mail, clock);
}

async function mailFor(tx: ScopedTx, id: string, person: string) {
  const [proposal, keepers] = [await proposalById(tx, id), await policyKeepers(tx)];
  const reader = keepers.find((one) => one.id === person);
  if (proposal?.status !== "proposed" || !reader) return null;
  const { language } = reader;
  const { version, effectiveFrom, note, author, definition } = proposal;
  const names = await peopleNames(tx, [author]);
  const link = `${settings().PUBLIC_URL}/workflows/proposals/${id}`;
  return { to: reader.email, ...proposalLetter({ workflow: definition.name[language], version, effectiveFrom, author: names[author] ?? "", note, link }, { ...reader, t: translator(language), format: format(language) }) };
}
