import { asReader } from "../../db/client.ts";
import { checkKeptSeal, type KeptSeal } from "../../db/verify-kept-seal.ts";

/** Holds a seal that somebody kept elsewhere, wherever in a text it stands, to today's log. The system looks; what comes out is of the log alone. */
export async function keptSeal(text: string): Promise<KeptSeal> {
  return asReader({ kind: "system" }, (tx) => checkKeptSeal(tx, text));
}
