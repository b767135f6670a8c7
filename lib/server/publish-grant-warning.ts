import { v7 as newId } from "uuid";
import { asActor } from "../../db/client.ts";
import { appendToAccount, loadAccountEvents, lockHead } from "../../db/log.ts";
import { addRows } from "../../db/outbox.ts";
import { projectAccount } from "../../db/project-account.ts";
import { replayAccount } from "../account/evolve.ts";
import { grantWarningDue } from "../account/grant-expiry.ts";
import { accountId, type AccountKey, accountStream } from "../account/quota.ts";
import { type Clock, moment, realClock } from "./clock.ts";
import { grantExpiringTopic } from "./notify-grant.ts";

/** Warns of a standing grant's end, once each time: an entry of its chain, under its lock, from which the desk that keeps it is told. Answers whether there was something to tell. */
export async function publishGrantWarning(key: AccountKey, clock: Clock = realClock): Promise<boolean> {
  const { now, today } = moment(clock);
  const [id, stream] = [accountId(key), accountStream(key)];
  return asActor({ kind: "system" }, async (tx) => {
    const head = await lockHead(tx, id, stream);
    const due = grantWarningDue(replayAccount(await loadAccountEvents(tx, id, stream)), today);
    if (!head || !due) return false;
    await appendToAccount(tx, head, { actor: { system: true }, at: now }, [{ type: "grant.expiring", data: due }]);
    const after = replayAccount(await loadAccountEvents(tx, id, stream));
    if (after.status === "set") await projectAccount(tx, after);
    await addRows(tx, grantExpiringTopic, [{ requestId: id, id: newId(), payload: { ...key, ...due }, at: now }]);
    return true;
  });
}
