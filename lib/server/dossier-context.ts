import { workflowInForce } from "../../db/config.ts";
import { dependenciesOf, dossiersOf } from "../../db/dossiers.ts";
import { lockDraft } from "../../db/drafts.ts";
import type { ScopedTx } from "../../db/client.ts";
import { lockHead } from "../../db/log.ts";
import { seenAmong } from "../../db/queries/visible.ts";
import type { Actor } from "../access/actor.ts";
import type { DossierCommand } from "../dossier/command.ts";
import type { DossierContext, SeenRequest } from "../dossier/context.ts";
import type { Dossier } from "../dossier/state.ts";
import { isParty } from "../request/context.ts";
import { readTarget } from "./target.ts";

/** Gathers what a decision on this dossier looks at. `lock` holds those requests still that a link or a dependency binds. */
export async function dossierContext(tx: ScopedTx, actor: Actor, dossier: Dossier, { command, lock, today }: { readonly command: DossierCommand | null; readonly lock: boolean; readonly today: string }): Promise<DossierContext> {
  const named = command === null ? [] : requestsNamed(command);
  const ids = [...new Set([...dossier.requests.map(({ request }) => request), ...named])];
  const requests = await seenRequests(tx, actor, { dossier: dossier.id, ids, locked: lock ? named : [], today });
  const dependencies = await dependenciesOf(tx, dossier.id);
  return { actor, requests, standings: dependencies.filter(({ holds }) => holds) };
}

/** The requests as far as this actor sees them. Those to lock are locked in the order of their ids, so that nobody waits in a circle. */
export async function seenRequests(tx: ScopedTx, actor: Actor, { dossier, ids, locked, today }: { readonly dossier: string; readonly ids: readonly string[]; readonly locked: readonly string[]; readonly today: string }): Promise<SeenRequest[]> {
  for (const id of [...locked].toSorted()) if (!(await lockHead(tx, id))) await lockDraft(tx, id);
  const elsewhere = (await dossiersOf(tx, ids)).filter(({ dossierId }) => dossierId !== dossier);
  const known = await seenAmong(tx, actor, ids);
  const seen: SeenRequest[] = [];
  for (const id of ids.filter((one) => known.has(one))) {
    const target = await readTarget(tx, id);
    if (!target) continue;
    const { number, kind } = target.at === "draft" ? target.draft : target.state;
    const steps = target.at === "live" ? target.state.steps : ((await workflowInForce(tx, kind, today))?.definition.steps ?? []);
    seen.push({
      id,
      number,
      kind,
      status: target.at === "draft" ? "draft" : target.state.status,
      isOwn: isParty(target, { actor }),
      steps: steps.map((step) => step.id),
      elsewhere: elsewhere.find(({ requestId }) => requestId === id)?.number ?? null,
    });
  }
  return seen;
}

function requestsNamed(command: DossierCommand): string[] {
  if (command.type === "link" || command.type === "unlink") return [command.request];
  return command.type === "addDependency" || command.type === "removeDependency" ? [command.waiting, command.awaits] : [];
}
