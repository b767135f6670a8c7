import { jsonIn } from "../audit/entry-says.ts";
import { Change } from "./configuration.ts";

/** A change of the set-up from its words; null where they are of none any more, as whoever owns the database can make them: the check of the record names these. */
export function changeIn(body: string): Change | null {
  return Change.safeParse(jsonIn(body)).data ?? null;
}
