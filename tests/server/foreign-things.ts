import { sql } from "drizzle-orm";
import { v7 as newId } from "uuid";
import { asReader } from "../../db/client.ts";
import { desksOf, type PersonActor } from "../../lib/access/actor.ts";
import type { World } from "../db/demo-world.ts";
import type { Became } from "./forms-world.ts";

/* What fields of forms name, and what of it is none of whoever asks. */

/** One sort of thing: those there are, by what forms call them. `isOwn` where everybody may know of them, and acting on them is for some. */
type Sort = { readonly all: string; readonly isOwn?: (actor: PersonActor, id: string) => boolean };

const staffs = (actor: PersonActor, desk: string) => desksOf(actor).includes(desk) || belongsTo(actor, desk.slice(0, desk.lastIndexOf(".")));
const belongsTo = (actor: PersonActor, organisation: string) => actor.organisation === organisation || actor.grants.some(({ scope }) => scope.kind === "everything" || (scope.kind === "organisation" && scope.id === organisation));

export const sorts = {
  request: { all: "select request_id::text as id from requests union select request_id::text from drafts" },
  number: { all: "select number as id from requests" },
  row: { all: "select request_id || ' ' || step_id as id from steps where status = 'open'" },
  link: { all: "select request_id || ' sample' as id from requests union select request_id || ' sample' from drafts" },
  document: { all: "select document_id::text as id from documents" },
  sharedPaper: { all: "select request_id || '/' || document_id as id from documents" },
  movement: { all: "select movement_id::text as id from movements" },
  dossier: { all: "select dossier_id::text as id from dossiers" },
  paper: { all: "select paper_id::text as id from working_papers" },
  finding: { all: "select finding::text as id from working_paper_findings" },
  proposal: { all: "select id::text from workflow_proposals" },
  // Everybody reads who stands in for whom; of these nobody who asks is one.
  standIn: { all: "select s.id::text as id from stand_ins s join people p on p.id = s.person_id where p.organisation = 'cityu'", isOwn: () => false },
  glass: { all: "select id::text from break_glass" },
  calendar: { all: "select id::text from calendar_feeds" },
  key: { all: "select id::text from api_keys" },
  session: { all: "select left(token_hash, 16) as id from sessions" },
  question: { all: "select id::text from saved_questions" },
  hold: { all: "select id::text from organisation_holds" },
  desk: { all: "select id from desks", isOwn: staffs },
  organisation: { all: "select id from organisations", isOwn: belongsTo },
  audience: { all: "select 'audit:org:' || id as id from organisations", isOwn: (actor, id) => belongsTo(actor, id.slice("audit:org:".length)) },
  // Whoever administers an organisation may know its people by their address; those of the demonstration are of the house that it says.
  address: { all: "select email as id from people", isOwn: (actor, id) => belongsTo(actor, id.slice(id.indexOf("@") + 1).replace(/\.example$/, "")) },
  person: { all: "select id::text from people", isOwn: ({ id: own }, id) => own === id },
} as const satisfies Readonly<Record<string, Sort>>;
export type SortName = keyof typeof sorts;

/** Some things of a sort that there are and that are not this reader's, spread over all of them. */
export async function foreignTo(actor: PersonActor | null, name: SortName, world: World): Promise<string[]> {
  const sort: Sort = sorts[name];
  const all = (await world.owner.unsafe<{ id: string }[]>(sort.all)).map(({ id }) => id).toSorted();
  if (actor === null) return all;
  if (sort.isOwn) return all.filter((id) => !sort.isOwn?.(actor, id));
  const seen = new Set((await asReader(actor, (tx) => tx.execute<{ id: string }>(sql.raw(sort.all)))).map(({ id }) => id));
  return all.filter((id) => !seen.has(id));
}

/** The same, of something that is nowhere. */
export function nowhere(id: string): string {
  if (/[0-9a-f-]{36}/.test(id)) return id.replaceAll(/[0-9a-f-]{36}/g, () => newId());
  if (/^[0-9a-f]{16}$/.test(id)) return newId().replaceAll("-", "").slice(-16);
  if (id.includes("@")) return `nobody${id.slice(id.indexOf("@"))}`;
  if (id.startsWith("CW-")) return "CW-9Z9Z-9Z9Z";
  if (/^\d+$/.test(id)) return "9999";
  return id.includes(".") ? `${id.slice(0, id.lastIndexOf("."))}.nowhere` : id.replace(/[a-z]+( \d{4})?$/, "nowhere$1");
}

/** What an answer says, whichever thing it was asked about: without what was typed, which comes back as it was. */
export function said(answer: Became, id: string): string {
  const { values: _, ...rest } = "state" in answer ? answer.state : { values: {}, ...answer };
  const parts = [id, ...id.split(/[ /]/)].filter((part) => part.length > 9);
  return parts.reduce((text, part) => text.replaceAll(part, "it").replaceAll(encodeURIComponent(part), "it"), JSON.stringify(rest));
}

/** What the whole database holds by table, but for when somebody was last seen and how often they tried. */
export async function everyTable(world: World): Promise<Readonly<Record<string, string>>> {
  const tables = await world.owner<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname <> 'attempts' order by 1`;
  const row = (name: string) => (name === "sessions" ? "token_hash" : name === "api_keys" ? "id::text || revoked_at" : "t::text");
  const [found] = await world.owner.unsafe<{ all: Record<string, string> }[]>(`select jsonb_object_agg(name, held) as all from (${tables.map(({ name }) => `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(md5(${row(name)}), '' order by md5(${row(name)}))), '') as held from "${name}" t`).join(" union all ")}) tables`);
  return found?.all ?? {};
}
