import type { EventActor } from "../../request/events.ts";

/** What an event is about, by the number and name that people know: a request or dossier; an account by its quota; or a part of the set-up. */
export type TakenOf = { readonly number: string | null; readonly title: string; readonly kind: string | null; readonly from: string | null; readonly to: string | null };

/** An event that somebody may take away: whole, as the record has it, with the words that they may read and are still kept. */
export type TakenEvent = {
  readonly stream: string;
  readonly requestId: string;
  readonly seq: number;
  readonly type: string;
  readonly at: string;
  readonly actor: EventActor;
  readonly data: Readonly<Record<string, unknown>>;
  readonly salt: string;
  readonly digest: string;
  readonly hash: string;
  readonly texts: Readonly<Record<string, { readonly salt: string | null; readonly body: string | null }>>;
  readonly of: TakenOf;
  /** The name of whoever did it; null for the system. */
  readonly person: string | null;
};
