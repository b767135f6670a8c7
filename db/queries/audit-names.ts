import { and, asc, inArray, sql } from "drizzle-orm";
import type { Actor } from "../../lib/access/actor.ts";
import { toOtherScripts } from "../../lib/catalogue/scripts.ts";
import type { Text } from "../../lib/language.ts";
import type { ScopedTx } from "../client.ts";
import { desks } from "../schema/configuration.ts";
import { dossiers } from "../schema/dossiers.ts";
import { permits, requests } from "../schema/requests.ts";
import { visibleDossiers } from "./dossiers.ts";
import { wasNumbered } from "./permit-number.ts";
import { visibleTo } from "./visible.ts";

/** Who and what goes by a name in the record: people by name or address, organisations and desks by id or in any of their languages. */
export type RecordNames = { readonly people: readonly string[]; readonly organisations: readonly string[]; readonly desks: readonly string[] };

/** More that are called so are too many to mean one. */
const most = 50;

/** Words, and as what each is meant: a person is not looked for among desks. */
export type NamesAsked = ReadonlyMap<string, ReadonlySet<keyof RecordNames>>;

/** All words in one question. Names are put together and written small once, however many words they are held to: that takes longer than to compare them. */
export async function namedInRecord(tx: ScopedTx, words: NamesAsked): Promise<ReadonlyMap<string, RecordNames>> {
  const asked = [...words].filter(([word]) => word.length >= 2 || /\p{Script=Han}/u.test(word));
  if (asked.length === 0) return new Map();
  const given = asked.map(([text, as], at) => {
    // Half a pair of UTF-16 is no JSON to the database; as bytes it becomes the sign for what cannot be read.
    const word = Buffer.from(text).toString();
    return { at, word, lower: word.toLowerCase(), forms: toOtherScripts(word).map(patternOf), typed: patternOf(word), as: [...as] };
  });
  const rows = await tx.execute<{ at: number; of: keyof RecordNames; id: string }>(sql`
    with asked as materialized (select at, word, lower, array(select lower(form) from unnest(forms) form) as forms, lower(typed) as typed, "as"
        from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as given(at int, word text, lower text, forms text[], typed text, "as" text[])),
      persons as materialized (select id::text, email, lower(name) as called from people where exists (select 1 from asked a where 'people' = any (a."as"))),
      houses as materialized (select id, ror, ${inAnyLanguage} as called from organisations where exists (select 1 from asked a where 'organisations' = any (a."as"))),
      offices as materialized (select id, lower(id) as small, ${inAnyLanguage} as called from desks where exists (select 1 from asked a where 'desks' = any (a."as")))
    select a.at, 'people' as of, f.id from asked a, lateral (select p.id from persons p where p.called like any (a.forms) or p.email = a.lower or p.id = a.word limit ${most}) f where 'people' = any (a."as")
    union all
    select a.at, 'organisations', f.id from asked a, lateral (select o.id from houses o where o.called like any (a.forms) or o.id = a.lower or o.ror = a.word limit ${most}) f where 'organisations' = any (a."as")
    union all
    select a.at, 'desks', f.id from asked a, lateral (select d.id from offices d where d.called like any (a.forms) or d.id = a.lower or d.small like a.typed limit ${most}) f where 'desks' = any (a."as")`);
  const named = (at: number, of: keyof RecordNames) => rows.flatMap((row) => (row.at === at && row.of === of ? [row.id] : []));
  return new Map(asked.map(([word], at) => [word, { people: named(at, "people"), organisations: named(at, "organisations"), desks: named(at, "desks") }]));
}

/** Every desk with its names; like organisations, desks are the same for everybody. */
export async function deskNames(tx: ScopedTx): Promise<{ readonly id: string; readonly names: Text }[]> {
  return tx.select({ id: desks.id, names: desks.names }).from(desks).orderBy(asc(desks.id));
}

/** The requests and dossiers that have, or had, a number, of those that the actor may see: requests by that of their permit too. */
export async function numberedInRecord(tx: ScopedTx, actor: Actor, numbers: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  if (numbers.length === 0) return new Map();
  const asked = [...numbers];
  const [ofRequests, ofPermits, ofEarlier, ofDossiers] = await Promise.all([
    tx.select({ number: requests.number, id: requests.requestId }).from(requests).where(and(inArray(requests.number, asked), visibleTo(tx, actor, requests.requestId))),
    tx.select({ number: permits.number, id: permits.requestId }).from(permits).where(and(inArray(permits.number, asked), visibleTo(tx, actor, permits.requestId))),
    tx.select({ earlier: permits.earlier, id: permits.requestId }).from(permits).where(and(wasNumbered(asked), visibleTo(tx, actor, permits.requestId))),
    tx.select({ number: dossiers.number, id: dossiers.dossierId }).from(dossiers).where(and(inArray(dossiers.number, asked), visibleDossiers(tx, actor))),
  ]);
  const found = new Map<string, string[]>();
  for (const { number, id } of [...ofRequests, ...ofPermits, ...ofEarlier.flatMap(({ earlier, id: of }) => earlier.map((was) => ({ number: was, id: of }))), ...ofDossiers]) found.set(number, [...(found.get(number) ?? []), id]);
  return found;
}

const inAnyLanguage = sql`(select lower(string_agg(value, ' / ')) from jsonb_each_text(names))`;

function patternOf(text: string): string {
  return `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
}
