import type { DossierEvent } from "./events.ts";
import { isPair, type Dossier, type DossierState } from "./state.ts";

/** The state after one more event. Pure; never reads words; throws only when a stream breaks its own order. */
export function evolveDossier(state: DossierState, event: DossierEvent): Dossier {
  if (event.type === "dossier.opened") return begin(state, event);
  if (state.status === "none") throw new Error(`${event.type} before dossier.opened`);
  return { ...change(state, event), seq: event.seq, changedAt: event.at };
}

/** A dossier's state from its whole stream. */
export function replayDossier(events: readonly DossierEvent[]): DossierState {
  return events.reduce<DossierState>(evolveDossier, { status: "none" });
}

function begin(state: DossierState, { dossier, seq, at, actor, data }: Extract<DossierEvent, { type: "dossier.opened" }>): Dossier {
  if (state.status !== "none") throw new Error("dossier.opened stands twice");
  if (!("person" in actor)) throw new Error("a dossier is opened by a person");
  return { id: dossier, seq, ...data, opener: actor.person, status: "open", requests: [], dependencies: [], openedAt: at, changedAt: at };
}

function change(state: Dossier, event: Exclude<DossierEvent, { type: "dossier.opened" }>): Dossier {
  switch (event.type) {
    case "dossier.renamed":
      return { ...state, title: event.data.title };
    case "dossier.linked":
      return { ...state, requests: [...state.requests, event.data] };
    case "dossier.unlinked":
      return { ...state, requests: state.requests.filter(({ request }) => request !== event.data.request) };
    case "dependency.added":
      return { ...state, dependencies: [...state.dependencies, event.data] };
    case "dependency.removed":
      return { ...state, dependencies: state.dependencies.filter((one) => !isPair(one, event.data)) };
    case "dossier.closed":
      return { ...state, status: "closed" };
    default:
      return event satisfies never;
  }
}
