import type { Actor } from "../access/actor.ts";
import { administered } from "../access/administered.ts";
import { can } from "../access/can.ts";
import { isPerson } from "../request/context.ts";
import type { AuditFinding } from "./state.ts";

/** Who is asked to reply to a finding: a desk of its case, or an organisation that has part in it. One is null. */
export type Asked = Pick<AuditFinding, "desk" | "organisation">;

/** Words of a finding are for whoever it asks as well; the paper's auditors read all of it. */
export function readersOf({ desk, organisation }: Asked): string[] {
  return [desk !== null ? `desk:${desk}` : `admin:org:${organisation}`];
}

/** Whether somebody is asked by a finding: whoever decides at its desk, or administers its organisation. Nobody replies to what they raised. */
export function replies(actor: Actor, { desk, organisation, raisedBy }: Asked & Pick<AuditFinding, "raisedBy">): boolean {
  if (!isPerson(actor) || raisedBy === actor.id) return false;
  return desk !== null ? can(actor, "step.decide", { desks: [desk] }) : organisation !== null && administered(actor).includes(organisation);
}
