import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { findCommand, keepCommand } from "../../db/commands.ts";
import { appendToAccount, loadAccountEvents, lockHead, newHead } from "../../db/log.ts";
import { addRows } from "../../db/outbox.ts";
import { projectAccount } from "../../db/project-account.ts";
import { desks } from "../../db/schema/configuration.ts";
import { type Account, evolveAccount, replayAccount } from "../account/evolve.ts";
import { accountId, type AccountKey, accountStream } from "../account/quota.ts";
import { setQuota, type SetQuota } from "../account/set-quota.ts";
import type { PersonActor } from "../access/actor.ts";
import { contentDigest } from "../audit/content-digest.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { grantRenewedTopic } from "./follow-grant.ts";
import { goOnWith } from "./execute.ts";

export type QuotaSet = { readonly version: number; readonly repeated: boolean };

/**
 * Sets or changes a year's quota: an event of the account's chain. It runs as the system, for whoever sets the first quota of a desk sees no
 * account yet; what they may is asked before anything is written. Two at once wait for each other at the desk's row.
 */
export async function publishQuota(actor: PersonActor, key: AccountKey, command: SetQuota, clock: Clock = realClock): Promise<QuotaSet | { readonly refusals: readonly Refusal[] }> {
  const { now, today } = moment(clock);
  const answer = await setUnderLock(actor, key, command, { now, today });
  // What it was too little for goes on, in transactions of its own; what fails here the worker tries again.
  if (!("refusals" in answer) && !answer.repeated) await goOnWith([key], clock);
  return answer;
}

function setUnderLock(actor: PersonActor, key: AccountKey, command: SetQuota, { now, today }: ReturnType<typeof moment>): Promise<QuotaSet | { readonly refusals: readonly Refusal[] }> {
  const [id, stream] = [accountId(key), accountStream(key)];
  return asActor({ kind: "system" }, async (tx) => {
    // The system keeps the command, so whose it was goes into what is compared.
    const bodyDigest = contentDigest({ command, person: actor.id });
    const [desk] = await tx.select({ organisation: desks.organisation }).from(desks).where(eq(desks.id, command.desk)).for("update");
    const head = await lockHead(tx, id, stream);
    const before = await findCommand(tx, id, command.commandId);
    if (before) return before.bodyDigest === bodyDigest ? { ...(before.answer as QuotaSet), repeated: true } : { refusals: [refusal("commandIdReused")] };
    const state = replayAccount(await loadAccountEvents(tx, id, stream));
    const outcome = setQuota(state, { key, command, actor, deskOf: desk?.organisation ?? null, today });
    if ("refusals" in outcome) return outcome;
    const by = { actor: { person: actor.id, desk: command.desk }, at: now };
    await appendToAccount(tx, head ?? newHead(id, stream), by, outcome.events);
    const events = await loadAccountEvents(tx, id, stream);
    const after = events.reduce(evolveAccount, { status: "none" } as const) as Account;
    await projectAccount(tx, after);
    const [was, is] = [state.status === "set" ? state.grant : undefined, after.grant];
    const isRenewed = was !== undefined && is !== undefined && JSON.stringify(was) !== JSON.stringify(is);
    const answer: QuotaSet = { version: after.seq, repeated: false };
    await Promise.all([isRenewed ? addRows(tx, grantRenewedTopic, [{ requestId: id, id: newId(), payload: key, at: now }]) : null, keepCommand(tx, { requestId: id, commandId: command.commandId, actor: "system", bodyDigest, answer, at: now })]);
    return answer;
  });
}
