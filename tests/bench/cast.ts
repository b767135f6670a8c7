import { sql } from "drizzle-orm";
import { asActor, asReader } from "../../db/client.ts";
import { inbox } from "../../db/queries/inbox.ts";
import { apiKeys, people } from "../../db/schema/people.ts";
import { drafts } from "../../db/schema/drafts.ts";
import { requestIds } from "../../db/schema/record.ts";
import { randomBytes } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 as newId } from "uuid";
import type { PersonActor } from "../../lib/access/actor.ts";
import { dayOf, addDays } from "../../lib/calendar/day.ts";
import { requestNumber } from "../../lib/permit/number.ts";
import type { Create } from "../../lib/request/commands/create.ts";
import { termsFor } from "../../lib/request/terms.ts";
import { createRequest, execute } from "../../lib/server/execute.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { actorColumns, actorFrom } from "../../lib/server/person.ts";
import { sessionCookie } from "../../lib/server/sign-in-cookie.ts";
import { beginSession } from "../../lib/server/sign-in-sessions.ts";
import { insertAll } from "./load.ts";

const system = { kind: "system" } as const;

/** Somebody who asks: by a key for the API, by a cookie for pages. */
export type Player = { readonly actor: PersonActor; readonly api: Readonly<Record<string, string>>; readonly page: Readonly<Record<string, string>> };
/** Something to be submitted or decided, once. */
export type Draft = { readonly player: Player; readonly request: string };
export type Open = { readonly player: Player; readonly request: string; readonly step: string };

/** Everybody who can sign in, ready to ask. */
export async function castOf(emails: (email: string) => boolean): Promise<Map<string, Player>> {
  const rows = await asReader(system, (tx) => tx.select(actorColumns).from(people).where(eq(people.active, true)));
  const players = new Map<string, Player>();
  for (const actor of rows.map(actorFrom).filter(({ email }) => emails(email))) players.set(actor.email, await playerOf(actor));
  // A key in use notes so once a minute; no measurement should be the one that meets it.
  await asActor({ kind: "signIn" }, (tx) => tx.update(apiKeys).set({ usedAt: new Date(Date.now() + 86_400_000).toISOString() }).where(sql`true`));
  return players;
}

async function playerOf(actor: PersonActor): Promise<Player> {
  const issued = await issueKeyFor(actor.email, { name: "bench", scopes: ["read", "write"] }, new Date());
  const key = issued && "key" in issued ? issued.key : undefined;
  const token = await beginSession(actor.id, "bench", new Date());
  const { name } = sessionCookie();
  return {
    actor,
    api: { ...(key && { authorization: `Bearer ${key}` }), "accept-language": "en" },
    page: { cookie: `${name}=${token}; language=en`, "accept-language": "en", accept: "text/html" },
  };
}

/** What a researcher of the Mainland would send to Hong Kong: nothing that needs an answer from outside before it is submitted. */
export function newRequest(home: string): Create {
  const date = addDays(dayOf(new Date()), 10);
  return {
    kind: "sample",
    title: "Bench water",
    facts: { ...waterFacts, date },
    parties: { home, host: "hku" },
    window: { from: date, to: addDays(date, 60) },
  };
}

const waterFacts = {
  "from.city": "guangzhou", "to.city": "hongkong", "from.zone": "none", "to.zone": "none", mode: "courier", checkpoint: "hkia", "org.from.type": "university", "org.to.type": "university", "org.foreign_party": true,
  "sample.class": "environmental", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": false, "sample.special_goods_cn": false, "sample.regulated_drug_device": false, "sample.animal_derived": false,
  "sample.live_animal": false, "sample.plant_material": false, "sample.soil": false, "sample.cites": "none", "sample.live_wild_origin": false, "sample.gmo": "none", "sample.biomaterial_level": "na", "sample.un": "none", "sample.refrigerant": "gel", "sample.quantity": 4,
} as const;

/** Drafts that are ready to be submitted, spread over these researchers: one of each made by commands, the others its copies. */
export async function readyDrafts(players: readonly Player[], wanted: number): Promise<Draft[]> {
  const each = Math.ceil(wanted / players.length);
  const ready: Draft[][] = [];
  for (const player of players) {
    const { actor } = player;
    const created = await createRequest(actor, newRequest(actor.organisation ?? ""));
    if (!("id" in created)) throw new Error(`no draft for ${actor.email}: ${JSON.stringify(created)}`);
    await execute(actor, created.id, { type: "acceptTerms", terms: termsFor("sample").map(({ id }) => id), commandId: newId() });
    const [template] = await asReader(actor, (tx) => tx.select().from(drafts).where(eq(drafts.requestId, created.id)));
    const copies = Array.from({ length: each - 1 }, () => ({ ...template, requestId: newId(), number: requestNumber(randomBytes(9)) }));
    await asActor(system, async (tx) => {
      await insertAll(tx, requestIds, copies);
      await insertAll(tx, drafts, copies);
    });
    ready.push([created.id, ...copies.map(({ requestId }) => requestId)].map((request) => ({ player, request })));
  }
  return interleaved(ready);
}

/** Open steps that somebody may decide right now, each of another request. */
export async function openSteps(players: readonly Player[], wanted: number): Promise<Open[]> {
  const taken = new Set<string>();
  const open: Open[][] = [];
  for (const player of players) {
    const own: Open[] = [];
    for (let cursor: string | undefined, more = true; more && own.length * players.length < wanted * 4; ) {
      const { items, next } = await inbox(player.actor, { limit: 100, cursor });
      const free = items.filter(({ separation, request }) => separation.length === 0 && !taken.has(request.id));
      for (const { request, step } of free) {
        if (taken.has(request.id)) continue;
        taken.add(request.id);
        own.push({ player, request: request.id, step: step.id });
      }
      cursor = next ?? undefined;
      more = next !== null;
    }
    open.push(own);
  }
  return interleaved(open).slice(0, wanted);
}

/** One of each in turn, so that neighbours are different people's. */
function interleaved<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
