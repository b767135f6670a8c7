import type { Actor } from "../access/actor.ts";
import type { SeenEvent } from "./state.ts";

/** All that a decision may look at beside the command and the state: plain values, gathered before it is asked. */
export type PaperContext = {
  readonly actor: Actor;
  readonly today: string;
  /** The notes as they stand, by request: what did not change is not said again. */
  readonly notes: ReadonlyMap<string, string>;
  /** Of the events that a new finding names, those that the actor sees. */
  readonly seen: readonly SeenEvent[];
  /** The desks of the case that a new finding is about. */
  readonly desks: readonly string[];
  /** The organisations that have part in it and that somebody here administers. */
  readonly organisations: readonly string[];
};
