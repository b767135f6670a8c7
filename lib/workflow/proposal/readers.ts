import type { Actor } from "../../access/actor.ts";
import { holdsAnywhere } from "../../access/can.ts";
import type { Permission } from "../../access/permission.ts";

/** Whoever keeps the rules, decides by them, or audits. The database says the same of proposals. */
const reading: readonly Permission[] = ["policy.publish", "step.decide", "audit.search", "audit.verify"];

/** Whether somebody reads workflows with who proposed and approved them, and what is proposed. */
export function readsWorkflows(actor: Actor): boolean {
  return reading.some((permission) => holdsAnywhere(actor, permission));
}
