import { v7 as newId } from "uuid";
import { asActor, asReader } from "../../db/client.ts";
import { configurationId, keepChange } from "../../db/configure.ts";
import type { Actor } from "../access/actor.ts";
import type { Change } from "../access/configuration.ts";
import { subjectsOfActor } from "../access/subjects.ts";
import { personNamed } from "./person.ts";
import { publisher } from "./publish.ts";

type TakenAway = Extract<Change, { of: "taken-away" }>;
/** What is taken away, and as what; `asked` is the question as an address has it, or whose cases they are. */
export type AskedFor = Pick<TakenAway, "as" | "asked" | "format"> & { readonly what: NonNullable<TakenAway["what"]> };
/** A file as it is taken away; `chain` is the id under which its entries stand. */
export type Taking = { readonly chain: string; readonly begin: () => Promise<void>; /** Whether they still may read what they could as it began. */ readonly stillMay: () => Promise<boolean>; readonly end: (came: Came) => Promise<void> };
type Came = { readonly rows: number; readonly withheld: number; readonly isWhole: boolean };

/** Records that somebody takes a file away: once as it begins, and once as it ends. */
export function taking(actor: Actor, asked: AskedFor): Taking {
  const id = newId();
  const began = { of: "taken-away", id, person: actor.kind === "person" ? actor.id : null, ...asked, asked: asked.asked.slice(0, 20_000), from: new Date().toISOString(), rows: null, withheld: null, isWhole: null, until: null } as const satisfies TakenAway;
  const keep = (change: TakenAway) => asActor({ kind: "system" }, (tx) => keepChange(tx, change, { actor: publisher(actor), at: change.until ?? change.from }));
  return { chain: configurationId(`taken-away:${id}`), begin: () => keep(began), stillMay: () => readsAsBefore(actor), end: (came) => keep({ ...began, ...came, until: new Date().toISOString() }) };
}

async function readsAsBefore(actor: Actor): Promise<boolean> {
  if (actor.kind !== "person") return true;
  const now = await asReader({ kind: "system" }, (tx) => personNamed(tx, actor.id));
  const [before, left] = [subjectsOfActor(actor), now && subjectsOfActor(now)];
  return left !== null && (left.all || (!before.all && before.subjects.every((one) => left.subjects.includes(one))));
}
