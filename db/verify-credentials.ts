import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { listAndPlace, PermitCredential } from "../lib/permit/credential.ts";
import { type PublicKey, readSigned } from "../lib/permit/signed.ts";
import type { ScopedTx } from "./client.ts";
import { streamOf } from "./log.ts";
import { permitCredentials, permitKeys, statusEntries } from "./schema/permits.ts";
import { permits } from "./schema/requests.ts";
import type { Problem } from "./verify.ts";

const atOnce = 500;

/**
 * Holds what was signed of permits to the keys that sign them, to the permit and the edition that it stands under, and to its place in a status list:
 * by that place whoever is offline learns that a permit was revoked. `seq` is the event that gave the edition its terms.
 */
export async function checkCredentials(tx: ScopedTx): Promise<Problem[]> {
  const keys = (await tx.select({ kid: permitKeys.id, x: permitKeys.x }).from(permitKeys)).map(({ kid, x }): PublicKey => ({ kty: "OKP", crv: "Ed25519", x, kid }));
  const problems: Problem[] = [];
  for (let page = await pageAfter(tx, null); page.length > 0; page = await pageAfter(tx, page.at(-1) ?? null)) {
    const places = await tx.select().from(statusEntries).where(inArray(statusEntries.request, [...new Set(page.map(({ requestId }) => requestId))]));
    for (const row of page) problems.push(...(await checkOne(row, places.filter(({ request, edition }) => request === row.requestId && edition === row.edition), keys)));
  }
  return [...problems, ...(await placesOfNothing(tx))];
}

type Row = Awaited<ReturnType<typeof pageAfter>>[number];

async function checkOne({ requestId, edition, token, issuedAt, number, earlier }: Row, places: readonly (typeof statusEntries.$inferSelect)[], keys: readonly PublicKey[]): Promise<Problem[]> {
  const at = (field: string, code: string): Problem => ({ stream: streamOf(requestId), seq: edition, field, code });
  const read = await readSigned(token, keys);
  const said = "payload" in read ? PermitCredential.safeParse(read.payload).data : undefined;
  if (!said) return [at(`permit_credentials[${edition}].token`, "badSignature")];
  const own = listAndPlace(said);
  const isOwn = ({ list, place }: { readonly list: number; readonly place: number }) => list === own?.list && place === own.place;
  const [named, of] = [said.credentialSubject.permit.number, Number(said.id.split("#")[1])];
  return [
    ...(of === edition ? [] : [at(`permit_credentials[${edition}].edition`, "differs")]),
    ...(named === number || earlier?.includes(named) ? [] : [at(`permit_credentials[${edition}].request_id`, "differs")]),
    ...(Math.floor(Date.parse(issuedAt) / 1000) === said.iat ? [] : [at(`permit_credentials[${edition}].issued_at`, "differs")]),
    ...(places.some(isOwn) ? [] : [at(`status_entries[${own?.list}/${own?.place}]`, "missingRow")]),
    ...places.filter((one) => !isOwn(one)).map(({ list, place }) => at(`status_entries[${list}/${place}]`, "surplusRow")),
  ];
}

/** A place is taken together with what is signed: one by itself belongs to nothing. */
async function placesOfNothing(tx: ScopedTx): Promise<Problem[]> {
  const rows = await tx
    .select({ list: statusEntries.list, place: statusEntries.place, request: statusEntries.request })
    .from(statusEntries)
    .leftJoin(permitCredentials, and(eq(permitCredentials.requestId, statusEntries.request), eq(permitCredentials.edition, statusEntries.edition)))
    .where(isNull(permitCredentials.requestId))
    .orderBy(asc(statusEntries.list), asc(statusEntries.place))
    .limit(1000);
  return rows.map(({ list, place, request }) => ({ stream: streamOf(request), seq: 0, field: `status_entries[${list}/${place}]`, code: "surplusRow" }));
}

async function pageAfter(tx: ScopedTx, last: { readonly requestId: string; readonly edition: number } | null) {
  const { requestId, edition, token, issuedAt } = permitCredentials;
  return tx
    .select({ requestId, edition, token, issuedAt, number: permits.number, earlier: permits.earlier })
    .from(permitCredentials)
    .leftJoin(permits, eq(permits.requestId, requestId))
    .where(last === null ? undefined : sql`(${requestId}, ${edition}) > (${last.requestId}::uuid, ${last.edition}::int)`)
    .orderBy(asc(requestId), asc(edition))
    .limit(atOnce);
}
