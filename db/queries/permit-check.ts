import { eq } from "drizzle-orm";
import { balance, exceeds } from "../../lib/permit/balance.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { readNumber } from "../../lib/permit/number.ts";
import { asReader } from "../client.ts";
import { permits } from "../schema/requests.ts";

/** What anybody who holds a permit's number may know: what it allows, nobody's name. */
export type CheckedPermit = {
  readonly number: string;
  readonly kind: Kind;
  readonly status: "valid" | "not-yet" | "used-up" | "closed" | "expired" | "revoked";
  readonly limit: { readonly value: string; readonly unit: string };
  readonly used: string;
  readonly remaining: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly from: string;
  readonly to: string;
  readonly controlPoint: string | null;
};

/** A permit by its number, however it is typed; `today` decides what its window means. */
export async function permitByNumber(typed: string, today: string): Promise<CheckedPermit | null> {
  const number = readNumber(typed);
  if (!number?.startsWith("CWP-")) return null;
  const [row] = await asReader({ kind: "public" }, (tx) => tx.select().from(permits).where(eq(permits.number, number)));
  if (!row) return null;
  const { used, remaining } = balance({ value: row.limitValue }, [{ direction: "out", quantity: { value: row.used } }]);
  const status = row.status !== "valid" ? row.status : today > row.validUntil ? "expired" : today < row.validFrom ? "not-yet" : exceeds(remaining, "0") ? "valid" : "used-up";
  return { number, kind: row.kind, status, limit: { value: row.limitValue, unit: row.limitUnit }, used, remaining, validFrom: row.validFrom, validUntil: row.validUntil, from: row.fromJurisdiction, to: row.toJurisdiction, controlPoint: row.controlPoint };
}
