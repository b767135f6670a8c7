import type { Actor } from "../../lib/access/actor.ts";
import { can } from "../../lib/access/can.ts";
import { verify, type Verified } from "../verify.ts";

/** Whether an actor may check the whole record: only who audits everything, because what differs names requests of every place. Others check case by case. */
export function mayCheckRecord(actor: Actor): boolean {
  return can(actor, "audit.verify", {});
}

/** The whole record checked, read tables included; null when the actor may not. */
export async function checkedRecord(actor: Actor): Promise<Verified | null> {
  return mayCheckRecord(actor) ? verify() : null;
}
