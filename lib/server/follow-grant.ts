import { and, eq, inArray, ne, or } from "drizzle-orm";
import { v5 as idFrom } from "uuid";
import { z } from "zod";
import { asActor, asReader } from "../../db/client.ts";
import { markDone, type OutboxRow } from "../../db/outbox.ts";
import { quotaHoldings } from "../../db/schema/accounts.ts";
import { requests } from "../../db/schema/requests.ts";
import { QuotaName, QuotaYear } from "../account/quota.ts";
import { underWay } from "../request/state.ts";
import type { Clock } from "./clock.ts";
import { execute } from "./execute.ts";

const worker = { kind: "worker" } as const;
/** The topic of a standing grant that was renewed. */
export const grantRenewedTopic = "grant.renewed";
const Payload = z.strictObject({ organisation: z.string(), quota: QuotaName, year: QuotaYear });

/** Every request that rests on a renewed grant goes on under its new days, each by a command under its own lock, and once: the command's id comes from this row. */
export async function followRenewed(row: OutboxRow, clock: Clock): Promise<void> {
  const key = Payload.parse(row.payload);
  const resting = await asReader(worker, (tx) =>
    tx
      .select({ id: quotaHoldings.requestId })
      .from(quotaHoldings)
      .innerJoin(requests, eq(requests.requestId, quotaHoldings.requestId))
      .where(and(eq(quotaHoldings.accountId, row.requestId), or(ne(quotaHoldings.reserved, "0"), ne(quotaHoldings.used, "0")), inArray(requests.status, [...underWay]))),
  );
  for (const { id } of resting) await execute(worker, id, { type: "followGrant", commandId: idFrom(id, row.id), ...key }, clock);
  await asActor(worker, (tx) => markDone(tx, row, clock().toISOString()));
}
