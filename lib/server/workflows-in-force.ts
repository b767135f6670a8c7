import { newestVersions, workflowPinned } from "../../db/config.ts";
import { asReader, type ScopedTx } from "../../db/client.ts";
import { type Kind, kinds } from "../policy/pack.ts";
import type { WorkflowDefinition } from "../workflow/definition.ts";
import { moment, realClock } from "./clock.ts";

export type Workflows = Readonly<Partial<Record<Kind, WorkflowDefinition>>>;

/** The workflow of each kind that has taken effect by a day. A published version never changes, so each is read once for the life of the process. */
export async function workflowsInForce(tx: ScopedTx, today: string): Promise<Workflows> {
  const newest = await newestVersions(tx, today);
  const found = await Promise.all(
    kinds.map(async (kind) => {
      const one = newest.find((version) => version.kind === kind);
      const known = one && (definitions.get(one.digest) ?? (await workflowPinned(tx, kind, one.version))?.definition);
      if (one && known) definitions.set(one.digest, known);
      return [kind, known] as const;
    }),
  );
  return Object.fromEntries(found);
}

/** The same for now. Workflows are nobody's data. */
export function workflowsNow(): Promise<Workflows> {
  return asReader({ kind: "public" }, (tx) => workflowsInForce(tx, moment(realClock).today));
}

const definitions = new Map<string, WorkflowDefinition>();
