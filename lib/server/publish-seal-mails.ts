import { eq } from "drizzle-orm";
import { z } from "zod";
import { asActor, asReader } from "../../db/client.ts";
import { keepChange } from "../../db/configure.ts";
import { organisations } from "../../db/schema/configuration.ts";
import { sealMails } from "../../db/schema/seals.ts";
import type { PersonActor } from "../access/actor.ts";
import { can } from "../access/can.ts";
import { Language, type Text } from "../language.ts";
import { refusal, type Refusal } from "../request/refusal.ts";
import { type Clock, realClock } from "./clock.ts";
import { emailAddress } from "../access/email-address.ts";
import { publisher } from "./publish.ts";

const system = { kind: "system" } as const;

export const mostSealAddresses = 10;
export const SealMailsForm = z.strictObject({ organisation: z.string().min(1).max(60), addresses: z.array(z.string().max(400)).max(100), language: Language });
export type SealMailsForm = z.infer<typeof SealMailsForm>;
export type SealMails = { readonly organisation: string; readonly names: Text; readonly addresses: readonly string[]; readonly language: Language | null };

/** Whom the institutions that somebody administers have seals mailed to. */
export async function sealMailsOf(actor: PersonActor): Promise<SealMails[]> {
  const rows = await asReader(system, (tx) => tx.select({ organisation: organisations.id, names: organisations.names, addresses: sealMails.addresses, language: sealMails.language }).from(organisations).leftJoin(sealMails, eq(sealMails.id, organisations.id)).orderBy(organisations.id));
  return rows.filter(({ organisation }) => mayName(actor, organisation)).map((row) => ({ ...row, addresses: row.addresses ?? [] }));
}

/** Names whom an institution has seals mailed to, on record like any change of the set-up; the same again changes nothing. */
export async function publishSealMails(actor: PersonActor, { organisation, addresses: typed, language }: SealMailsForm, clock: Clock = realClock): Promise<{ readonly refusals: readonly Refusal[] } | { readonly addresses: readonly string[] } | { readonly notFound: true }> {
  const lines = typed.map((one) => one.trim());
  const addresses = [...new Set(lines.flatMap((line) => emailAddress(line) ?? []))];
  return asActor(system, async (tx) => {
    const [known] = await tx.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, organisation)).for("update");
    if (!known) return { notFound: true };
    if (!mayName(actor, organisation)) return { refusals: [refusal("notPermitted")] };
    const refusals = [
      ...lines.flatMap((line, at) => (line !== "" && emailAddress(line) === undefined ? [refusal("notAnAddress", { line: at + 1 }, "addresses")] : [])),
      ...(addresses.length > mostSealAddresses ? [refusal("tooManyAddresses", { most: mostSealAddresses }, "addresses")] : []),
    ];
    if (refusals.length > 0) return { refusals };
    const [now] = await tx.select().from(sealMails).where(eq(sealMails.id, organisation));
    const isSame = (now?.addresses.join() ?? "") === addresses.join() && (now?.language ?? language) === language;
    if (!isSame) await keepChange(tx, { of: "seal-mails", id: organisation, addresses, language }, { actor: publisher(actor), at: clock().toISOString() });
    return { addresses };
  });
}

function mayName(actor: PersonActor, organisation: string): boolean {
  return can(actor, "people.manage", { organisations: [organisation] });
}
