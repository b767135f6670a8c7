import { sql } from "drizzle-orm";
import type { DutyKind } from "../../lib/request/duty.ts";
import type { ScopedTx } from "../client.ts";

/** Something that is late on another request of the same requester. */
export type LateObligation = {
  /** That request, for whoever may see it; null for a desk that learns of it by its number alone. */
  readonly request: string | null;
  readonly number: string;
  readonly kind: DutyKind;
  /** Where a rule asks for it, the requirement that it is. */
  readonly requirement: string | null;
  readonly due: string;
};

/**
 * What a requester has left late elsewhere, beside the request asked about: what the actor may see of it, and, for whoever staffs a
 * desk of the request asked about, all of it. The database decides which.
 */
export async function lateObligations(tx: ScopedTx, { requester, request, today }: { readonly requester: string; readonly request: string; readonly today: string }): Promise<LateObligation[]> {
  const rows = await tx.execute<LateObligation & Record<string, unknown>>(sql`select request, number, kind, requirement, due::text as due from late_obligations(${requester}::uuid, ${request}::uuid, ${today}::date) order by due, number, kind`);
  return rows.map(({ request, number, kind, requirement, due }) => ({ request, number, kind, requirement, due }));
}
