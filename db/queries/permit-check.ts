import { balance, exceeds } from "../../lib/permit/balance.ts";
import { endingOn } from "../../lib/request/on-day.ts";
import type { Kind } from "../../lib/policy/pack.ts";
import { readNumber } from "../../lib/permit/number.ts";
import { asReader } from "../client.ts";
import { permits } from "../schema/requests.ts";
import { isNumbered } from "./permit-number.ts";

/** What anybody who holds a permit's number may know: what it allows, nobody's name. */
export type CheckedPermit = {
  readonly number: string;
  readonly kind: Kind;
  readonly status: "valid" | "suspended" | "not-yet" | "used-up" | "closed" | "expired" | "revoked" | "replaced";
  readonly limit: { readonly value: string; readonly unit: string };
  readonly used: string;
  readonly remaining: string;
  readonly validFrom: string;
  readonly validUntil: string;
  readonly from: string;
  readonly to: string;
  readonly controlPoint: string | null;
  /** The first day on which it will not hold any more, once its revocation was announced. */
  readonly revokedFrom?: string;
  /** The number that took this one's place. */
  readonly replacedBy?: string;
};

/** A permit by its number, however it is typed; `today` decides what its window means. */
export async function permitByNumber(typed: string, today: string): Promise<CheckedPermit | null> {
  const number = readNumber(typed);
  if (!number?.startsWith("CWP-")) return null;
  const [row] = await asReader({ kind: "public" }, (tx) => tx.select().from(permits).where(isNumbered(number)));
  if (!row) return null;
  const { used, remaining } = balance({ value: row.limitValue }, [{ direction: "out", quantity: { value: row.used } }]);
  const holds = row.status === "valid" || row.status === "suspended";
  const isOver = endingOn(today, row);
  const status = row.number !== number ? "replaced" : !holds ? row.status : isOver !== null ? isOver : row.status === "suspended" ? "suspended" : today < row.validFrom ? "not-yet" : exceeds(remaining, "0") ? "valid" : "used-up";
  return { number, kind: row.kind, status, limit: { value: row.limitValue, unit: row.limitUnit }, used, remaining, validFrom: row.validFrom, validUntil: row.validUntil, from: row.fromJurisdiction, to: row.toJurisdiction, controlPoint: row.controlPoint, ...(row.revokedFrom !== null && { revokedFrom: row.revokedFrom }), ...(row.number !== number && { replacedBy: row.number }) };
}
