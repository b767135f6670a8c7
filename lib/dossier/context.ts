import type { Actor } from "../access/actor.ts";
import type { Kind } from "../policy/pack.ts";
import type { RequestStatus } from "../request/state.ts";
import type { Standing } from "./until.ts";

/** A request that the actor sees, as far as a decision about a dossier looks at it. */
export type SeenRequest = {
  readonly id: string;
  readonly number: string;
  readonly kind: Kind;
  readonly status: RequestStatus;
  /** Whether the actor is its requester or on its team. */
  readonly isOwn: boolean;
  /** The steps that it has, or as a draft can come to have. */
  readonly steps: readonly string[];
  /** The number of another dossier that it stands in. */
  readonly elsewhere: string | null;
};

/** All that a decision may look at beside the command and the state: plain values, gathered before it is asked. */
export type DossierContext = {
  readonly actor: Actor;
  /** The requests of the dossier and those that the command names, as far as the actor sees them. */
  readonly requests: readonly SeenRequest[];
  /** How the dependencies stand that there are. */
  readonly standings: readonly { readonly waiting: string; readonly awaits: string; readonly standing: Standing }[];
};
