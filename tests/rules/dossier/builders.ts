import type { PersonActor } from "../../../lib/access/actor.ts";
import { sealDossierWords } from "../../../lib/audit/seal-words.ts";
import type { DossierCommand, OpenDossier } from "../../../lib/dossier/command.ts";
import type { DossierContext, SeenRequest } from "../../../lib/dossier/context.ts";
import { decideDossier, type DossierOutcome, openDossier } from "../../../lib/dossier/decide.ts";
import type { DossierEvent } from "../../../lib/dossier/events.ts";
import { replayDossier } from "../../../lib/dossier/evolve.ts";
import type { Dossier } from "../../../lib/dossier/state.ts";
import { people } from "../request/builders.ts";

export const dossierId = "01900000-0000-7000-8000-00000000d055";
export const at = "2026-11-24T02:00:00.000Z";

export function requestId(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, "0")}`;
}

/** A request as the requester's own; only what matters is said. */
export function aRequest(number: number, change: Partial<SeenRequest> = {}): SeenRequest {
  return { id: requestId(number), number: `CW-${number}`, kind: "sample", status: "submitted", isOwn: true, steps: ["ethics"], elsewhere: null, ...change };
}

export function aContext(requests: readonly SeenRequest[], change: Partial<DossierContext> = {}): DossierContext {
  return { actor: people.requester, requests, standings: [], ...change };
}

type Without<T> = T extends T ? Omit<T, "commandId"> : never;
export type Act = Without<DossierCommand>;

export type Told = { readonly state: Dossier; readonly events: readonly DossierEvent[] };

/** A dossier that holds these requests, opened by the requester. */
export function opened(requests: readonly SeenRequest[], asked: Partial<OpenDossier> = {}, actor: PersonActor = people.requester): Told {
  const outcome = openDossier({ title: "Antiviral cohort", requests: requests.map(({ id }) => ({ request: id, role: "related" })), ...asked }, "CWD-1", aContext(requests, { actor }));
  return told([], outcome, actor);
}

/** Gives a command: the dossier as it then stands, or the refusals. */
export function give(before: Told, said: Act, context: DossierContext): Told | { readonly refusals: readonly { readonly code: string }[] } {
  const outcome = decideDossier({ commandId: dossierId, ...said } as DossierCommand, before.state, context);
  return "refusals" in outcome ? outcome : told(before.events, outcome, context.actor as PersonActor);
}

export function codes(outcome: DossierOutcome | Told | { readonly refusals: readonly { readonly code: string }[] }): string[] {
  return "refusals" in outcome ? outcome.refusals.map(({ code }) => code) : [];
}

function told(before: readonly DossierEvent[], outcome: DossierOutcome, actor: PersonActor): Told {
  if ("refusals" in outcome) throw new Error(JSON.stringify(outcome.refusals));
  const more = outcome.events.map((said, n): DossierEvent => ({ ...sealDossierWords(said, () => "00").happening, dossier: dossierId, seq: before.length + n + 1, at, actor: { person: actor.id, desk: null } }));
  const events = [...before, ...more];
  const state = replayDossier(events);
  if (state.status === "none") throw new Error("nothing was opened");
  return { state, events };
}
