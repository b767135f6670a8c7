import { inArray } from "drizzle-orm";
import { asActor, asReader, type ScopedTx } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { people } from "../../db/schema/people.ts";
import type { Actor } from "../access/actor.ts";
import { can, holdsAnywhere } from "../access/can.ts";
import { Change } from "../access/configuration.ts";
import type { EventActor } from "../request/events.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, realClock } from "./clock.ts";
import { rulesRefused } from "./rules-refused.ts";

/** The one way to change how an installation is set up. All changes of a call are kept, or none: rules with anything wrong are refused, each place by its path. */
export async function publish(actor: Actor, changes: readonly Change[], clock: Clock = realClock): Promise<{ readonly refusals: readonly Refusal[] } | { readonly kept: number }> {
  if (!changes.every((change) => may(actor, change))) return { refusals: [refusal("notPermitted")] };
  // What the system publishes came with the project and was checked when it was loaded, with file and line.
  const broken = actor.kind === "system" ? [] : await asReader(actor, (tx) => rulesRefused(tx, changes));
  if (broken.length > 0) return { refusals: broken };
  const parsed = changes.map((change) => Change.parse(change));
  const shared = await asReader({ kind: "system" }, (tx) => addressesShared(tx, parsed));
  if (shared.length > 0) return { refusals: shared };
  const by = { actor: publisher(actor), at: clock().toISOString() };
  // The chains of the set-up belong to no request: the system keeps them, in the name of whoever was allowed to change.
  await asActor({ kind: "system" }, async (tx) => {
    for (const change of parsed) await keepChange(tx, change, by);
  });
  return { kept: parsed.length };
}

/** One address is one person's: by an address of two nobody could say who acts. */
async function addressesShared(tx: ScopedTx, changes: readonly Change[]): Promise<Refusal[]> {
  const said = changes.flatMap((change) => (change.of === "person" ? [change] : []));
  if (said.length === 0) return [];
  const kept = await tx.select({ id: people.id, email: people.email }).from(people).where(inArray(people.email, said.map(({ email }) => email)));
  const owners = new Map(kept.map(({ id, email }) => [email, id]));
  return said.flatMap(({ id, email }) => {
    const owner = owners.get(email) ?? id;
    owners.set(email, owner);
    return owner === id ? [] : [refusal("addressTaken", {}, "email")];
  });
}

/** Who the record says changed the set-up. */
export function publisher(actor: Actor): EventActor {
  return actor.kind === "person" ? { person: actor.id, desk: null } : { system: true };
}

function may(actor: Actor, change: Change): boolean {
  switch (change.of) {
    case "workflow":
    case "workflow-proposal":
      // Proposed by one person and approved by another, which has a way of its own; the system publishes what comes with the project.
      return actor.kind === "system";
    case "pack":
    case "edition":
    case "calendar":
    case "role":
    case "organisation":
      return can(actor, "policy.publish", {});
    case "desk":
      return can(actor, "desk.manage", { organisations: [change.organisation] });
    case "person":
      return can(actor, "people.manage", { organisations: change.organisation === null ? [] : [change.organisation] });
    case "retention":
    case "hold":
    case "seal-mails":
    case "permit-key":
    case "log-key":
      // Each has a way of its own.
      return actor.kind === "system";
    case "break-glass":
    case "reads":
    case "taken-away":
      // Opened with a reason and for a time, sealed by the worker, written as a file goes out: each has a way of its own.
      return actor.kind === "system";
    case "stand-in":
      // Set by the person themself or the head of their desk, which has a way of its own.
      return actor.kind === "system";
    case "grants":
      return can(actor, "people.manage", {});
    case "key":
      // A key is its person's own; ending one needs no right.
      return actor.kind === "system" || (actor.kind === "person" && actor.id === change.person && (change.revoked || holdsAnywhere(actor, "key.issue")));
    default:
      return change satisfies never;
  }
}
