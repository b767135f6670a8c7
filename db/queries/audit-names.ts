import { arrayOverlaps, eq, ilike, inArray, or, type SQL, sql } from "drizzle-orm";
import { toOtherScripts } from "../../lib/catalogue/scripts.ts";
import type { ScopedTx } from "../client.ts";
import { desks, organisations } from "../schema/configuration.ts";
import { dossiers } from "../schema/dossiers.ts";
import { people } from "../schema/people.ts";
import { permits, requests } from "../schema/requests.ts";

/** Who and what goes by a name in the record: people by name or address, organisations and desks by id or in any of their languages. */
export type RecordNames = { readonly people: readonly string[]; readonly organisations: readonly string[]; readonly desks: readonly string[] };

/** More that are called so are too many to mean one. */
const most = 50;

/** Words, and as what each is meant: a person is not looked for among desks. */
export type NamesAsked = ReadonlyMap<string, ReadonlySet<keyof RecordNames>>;

export async function namedInRecord(tx: ScopedTx, words: NamesAsked): Promise<ReadonlyMap<string, RecordNames>> {
  const asked = [...words].filter(([word]) => word.length >= 2 || /\p{Script=Han}/u.test(word));
  const found = asked.map(async ([word, as]): Promise<[string, RecordNames]> => {
    const forms = toOtherScripts(word);
    const [persons, houses, offices] = await Promise.all([
      as.has("people") ? tx.select({ id: people.id }).from(people).where(or(calledSo(sql`${people.name}`, forms), eq(people.email, word.toLowerCase()), sql`${people.id}::text = ${word}`)).limit(most) : [],
      as.has("organisations") ? tx.select({ id: organisations.id }).from(organisations).where(or(eq(organisations.id, word.toLowerCase()), eq(organisations.ror, word), calledSo(inAnyLanguage(sql`${organisations.names}`), forms))).limit(most) : [],
      as.has("desks") ? tx.select({ id: desks.id }).from(desks).where(or(eq(desks.id, word.toLowerCase()), calledSo(inAnyLanguage(sql`${desks.names}`), forms), ilike(desks.id, `%${escaped(word)}%`))).limit(most) : [],
    ]);
    return [word, { people: persons.map(({ id }) => id), organisations: houses.map(({ id }) => id), desks: offices.map(({ id }) => id) }];
  });
  return new Map(await Promise.all(found));
}

/** The requests and dossiers that have, or had, a number: requests by that of their permit too. */
export async function numberedInRecord(tx: ScopedTx, numbers: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (numbers.length === 0) return new Map();
  const asked = [...numbers];
  const [ofRequests, ofPermits, ofEarlier, ofDossiers] = await Promise.all([
    tx.select({ number: requests.number, id: requests.requestId }).from(requests).where(inArray(requests.number, asked)),
    tx.select({ number: permits.number, id: permits.requestId }).from(permits).where(inArray(permits.number, asked)),
    tx.select({ earlier: permits.earlier, id: permits.requestId }).from(permits).where(arrayOverlaps(permits.earlier, asked)),
    tx.select({ number: dossiers.number, id: dossiers.dossierId }).from(dossiers).where(inArray(dossiers.number, asked)),
  ]);
  const found = new Map<string, string[]>();
  for (const { number, id } of [...ofRequests, ...ofPermits, ...ofEarlier.flatMap(({ earlier, id: of }) => earlier.map((was) => ({ number: was, id: of }))), ...ofDossiers]) found.set(number, [...(found.get(number) ?? []), id]);
  return found;
}

function calledSo(name: SQL, forms: readonly string[]): SQL {
  return sql`${name} ilike any (${sql.param(forms.map((form) => `%${escaped(form)}%`))}::text[])`;
}

function inAnyLanguage(names: SQL): SQL {
  return sql`(select string_agg(value, ' / ') from jsonb_each_text(${names}))`;
}

function escaped(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
