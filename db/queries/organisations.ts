import { asc } from "drizzle-orm";
import type { Text } from "../../lib/language.ts";
import { asReader } from "../client.ts";
import { organisations } from "../schema/configuration.ts";

/** Every organisation that has joined; the same for everybody. */
export async function listOrganisations(): Promise<{ id: string; names: Text; ror: string | null }[]> {
  return asReader({ kind: "public" }, (tx) => tx.select({ id: organisations.id, names: organisations.names, ror: organisations.ror }).from(organisations).orderBy(asc(organisations.id)));
}
