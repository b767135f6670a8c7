import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asActor, asReader } from "../../db/client.ts";
import type { Actor } from "../../lib/access/actor.ts";
import { further } from "../support/further.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
beforeAll(async () => {
  world = await demoWorld();
});
afterAll(() => world.stop());

const ofRequests = ["commands", "documents", "events", "heads", "movements", "obligations", "permits", "request_access", "requests", "requirements", "steps", "texts"];

test("every table has row-level security and a policy", async () => {
  const rows = await world.owner<{ name: string }[]>`
    select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid)) order by 1`;
  expect(rows.map(({ name }) => name)).toEqual([]);
});

// Elsewhere the name of the stream, which costs nothing, is asked before.
test("what asks about dossiers and accounts is asked last, of rows that nothing else shows", async () => {
  const rows = await world.owner<{ name: string; policies: string[] }[]>`
    select c.relname as name, array_agg(p.polname::text order by p.polname desc) as policies from pg_policy p join pg_class c on c.oid = p.polrelid
     where c.relname in ('texts', 'commands') group by 1`;
  expect(rows).toHaveLength(2);
  const isLast = (name: string) => /^(dossier|account)_/.test(name);
  for (const { name, policies } of rows) expect([name, policies.findLastIndex((one) => !isLast(one)) < policies.findIndex(isLast)]).toEqual([name, true]);
});

test("without an actor nothing shows", async () => {
  const guarded = await world.owner<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`;
  for (const { name } of guarded) {
    const mayRead = await world.serving`select has_table_privilege(${name}, 'select') as may`;
    if (mayRead[0]?.may) expect([name, await world.serving.unsafe(`select 1 from "${name}" limit 1`)]).toEqual([name, []]);
  }
});

test("the actor ends with the transaction, also on the same connection", async () => {
  await asReader({ kind: "system" }, (tx) => tx.execute(sql`select 1`));
  const [row] = await world.serving`select current_setting('causeway.actor', true) as actor`;
  expect(row?.actor || null).toBeNull();
});

test("an actor's name is a word of four or an id, and nothing else gets into SQL", async () => {
  for (const id of ["", "system' ; drop table events; --", "018f0000-0000-7000-8000-00000000000'", "PUBLIC", "018f0000-0000-7000-8000-000000000001\n"]) {
    await expect(asReader({ kind: "person", id } as Actor, async () => {})).rejects.toThrow("not the name of an actor");
  }
});

describe("what each may see of requests", () => {
  test("the public and whoever signs in see no request, no draft, no word", async () => {
    for (const kind of ["public", "signIn"] as const) {
      for (const table of [...ofRequests, "drafts", "draft_documents", "outbox", "seal_queue", "document_reads"]) {
        if (kind === "public" && table === "permits") continue;
        expect([kind, table, await count({ kind }, table)]).toEqual([kind, table, 0]);
      }
    }
  });

  test("the public sees permits, which name nobody, and no people", async () => {
    expect(await count({ kind: "public" }, "permits")).toBeGreaterThan(0);
    for (const table of ["people", "credentials", "sessions", "api_keys", "grants", "password_resets"]) expect([table, await count({ kind: "public" }, table)]).toEqual([table, 0]);
  });

  test("a person sees exactly the requests whose access names them, a desk of theirs, their control point or what they audit", async () => {
    const all = await readers();
    const expected = await world.owner<{ id: string; requests: string[] }[]>`
      select p.id, array(select distinct a.request_id::text from request_access a where a.subject = any (
        array['person:' || p.id, 'adviser:' || p.id]
        || array(select 'desk:' || g.scope_id from grants g where g.person_id = p.id and g.scope_kind = 'desk')
        || array(select 'cp:' || point from grants g join desks d on d.id = g.scope_id, unnest(d.control_points) point where g.person_id = p.id and g.scope_kind = 'desk')
        || array(select 'audit:' || case g.scope_kind when 'organisation' then 'org:' else 'jur:' end || g.scope_id from grants g where g.person_id = p.id and g.role = 'auditor' and g.scope_kind in ('organisation', 'jurisdiction')))
        or exists (select from grants g where g.person_id = p.id and g.role = 'auditor' and g.scope_kind = 'everything') order by 1) as requests from people p`;
    const sizes = new Set<number>();
    for (const { id } of all) {
      const should = expected.find((row) => row.id === id)?.requests ?? [];
      sizes.add(should.length);
      for (const table of ["requests", "steps", "events"]) {
        const seen = await idsSeen(person(id), table);
        expect([id, table, seen]).toEqual([id, table, should]);
      }
    }
    expect(sizes.size).toBeGreaterThan(3);
  });

  test("each role reads from each table what it is for, and nothing shows where it should not", async () => {
    const everybody = ["attempts", "desks", "editions", "grants", "log_keys", "nodes", "organisations", "packs", "people", "roles", "seals", "workflows"];
    const ofDossiers = ["dossier_dependencies", "dossier_requests", "dossiers"];
    const ofPapers = ["working_papers", "working_paper_cases", "working_paper_findings"];
    const ofSearch = ["audit_entries", "audit_filled", "audited_entries"];
    const ofCases = ["documents", "events", "heads", "movements", "obligations", "permits", "request_access", "requests", "requirements", "steps", "texts"];
    const core = ["events", "heads", "request_access", "requests", "requirements", "steps", "texts"];
    // What each must find something in, and what else may show them something; all other tables are shut.
    const expected: Record<string, { must: string[]; may?: string[] }> = {
      public: { must: ["attempts", "desks", "editions", "log_keys", "nodes", "organisations", "packs", "permits", "roles", "seals", "workflows"] },
      signIn: { must: [...everybody, "api_keys", "break_glass", "credentials"] },
      "researcher@smu.example": { must: [...everybody, ...ofDossiers, "api_keys", "commands", "credentials", "document_reads", "documents", ...core], may: [...ofCases, "drafts", "draft_documents"] },
      // Whoever a finding asks sees that finding, and nothing else of its paper.
      "biosafety@hku.example": { must: [...everybody, ...ofDossiers, "commands", "credentials", "documents", ...core], may: [...ofCases, "break_glass", "working_paper_findings"] },
      "office@smu.example": { must: [...everybody, ...ofDossiers, "commands", "credentials", "documents", ...core], may: [...ofCases, "working_paper_findings"] },
      "admin@hku.example": { must: [...everybody, "break_glass", "credentials"], may: ["working_paper_findings"] },
      "policy@causeway.example": { must: [...everybody, "credentials"] },
      "admin@causeway.example": { must: [...everybody, "break_glass", "credentials"] },
      "auditor@causeway.example": { must: [...everybody, ...ofDossiers, ...ofPapers, ...ofSearch, "break_glass", "credentials", "document_reads", "accounts", "quota_holdings", ...ofCases], may: ["commands"] },
      "auditor.cn@causeway.example": { must: [...everybody, ...ofDossiers, ...ofSearch, "break_glass", "credentials", "document_reads", "accounts", "quota_holdings", ...ofCases], may: ["commands"] },
      "sz-bay@boundary.example": { must: [...everybody, "credentials", "permits", ...core], may: ["commands", ...ofCases, ...ofDossiers] },
      worker: { must: [...ofDossiers, ...ofPapers, "document_reads", "leaves", "log_key_secrets", "tree", "outbox", "seal_queue", ...ofCases], may: ["all"] },
      system: { must: [...everybody, ...ofDossiers, ...ofPapers, "api_keys", "credentials", "document_reads", "leaves", "log_key_secrets", "tree", "outbox", "seal_queue", ...ofCases], may: ["all"] },
    };
    const researcher = await one<{ id: string; request: string }>("select p.id, r.request_id as request from people p join requests r on r.requester = p.id where p.email = 'researcher@smu.example' limit 1");
    await world.owner`insert into documents select request_id, request_id, 'a test', null, 'text/plain', 1, '', requester, now() from requests`;
    await world.owner`insert into outbox (request_id, id, topic, payload, created_at, next_at) values (${researcher.request}, ${researcher.id}, 'a test', '{}', now(), now())`;
    await world.owner`insert into seal_queue (request_id, stream, seq) select request_id, stream, seq from events limit 1`;
    await world.owner`insert into attempts values ('a test', now(), 1)`;
    await world.owner`insert into api_keys values (${researcher.id}, ${"d".repeat(64)}, ${researcher.id}, 'a test', '{read}', now())`;
    await world.owner`insert into document_reads select ${researcher.request}, id, ${researcher.request}, id, now() from people where email = 'auditor@causeway.example'`;
    const tables = (await world.owner<{ name: string }[]>`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'request_ids'`).map(({ name }) => name).toSorted();
    for (const [who, should] of Object.entries(expected)) {
      const actor: Actor = who.includes("@") ? person((await one<{ id: string }>(`select id from people where email = '${who}'`)).id) : ({ kind: who } as Actor);
      const seen: string[] = [];
      for (const table of tables) if ((await count(actor, table)) > 0) seen.push(table);
      expect([who, should.must.filter((table) => !seen.includes(table))]).toEqual([who, []]);
      if (should.may?.[0] !== "all") expect([who, seen.filter((table) => ![...should.must, ...(should.may ?? [])].includes(table))]).toEqual([who, []]);
    }
    await world.owner`delete from outbox`;
    await world.owner`delete from seal_queue`;
    await world.owner`delete from attempts`;
    await world.owner`delete from api_keys`;
    await world.owner`delete from document_reads`;
    await world.owner`delete from documents`;
  });

  test("a draft is seen by its requester and team alone, not by officers, not by auditors", async () => {
    const drafts = await world.owner<{ id: string; requester: string }[]>`select request_id as id, requester from drafts`;
    expect(drafts.length).toBeGreaterThan(0);
    const all = await readers();
    for (const { id } of all) expect([id, await idsSeen(person(id), "drafts")]).toEqual([id, drafts.filter((draft) => draft.requester === id).map((draft) => draft.id).toSorted()]);
  });

  test("words of limited audience are read by their readers alone", async () => {
    const request = await one<{ id: string; requester: string; desk: string }>("select r.request_id as id, r.requester, s.desk from requests r join steps s using (request_id) order by 1 limit 1");
    await world.owner`insert into texts (request_id, digest, salt, body, readers) values (${request.id}, ${"f".repeat(64)}, 'ff', 'among desks', ${[`desk:${request.desk}`]})`;
    const officer = await one<{ id: string }>(`select person_id as id from grants where scope_kind = 'desk' and scope_id = '${request.desk}' limit 1`);
    const read = (actor: Actor) => asReader(actor, (tx) => tx.execute(sql`select body from texts where request_id = ${request.id} and readers is not null and digest = ${"f".repeat(64)}`));
    expect(await read(person(officer.id))).toHaveLength(1);
    expect(await read(person(request.requester))).toHaveLength(0);
    await world.owner`delete from texts where digest = ${"f".repeat(64)}`;
  });

  test("a person sees no other's password, sessions or keys", async () => {
    const { id } = await one<{ id: string }>("select id from people order by id limit 1");
    expect(await idsSeen(person(id), "credentials", "person_id")).toEqual([id]);
    for (const table of ["sessions", "api_keys"]) expect(await count(person(id), table)).toBe(0);
    expect(await count(person(id), "password_resets")).toBe(0);
  });
});

describe("what nobody may write", () => {
  const denied = "permission denied";
  for (const statement of ["update events set type = 'x'", "delete from events", "truncate events", "update texts set digest = 'x'", "delete from texts", "update commands set answer = '{}'", "delete from commands", "update document_reads set at = now()", "delete from document_reads", "delete from requests", "delete from dossiers", "delete from working_papers", "delete from working_paper_findings", "update working_paper_cases set number = 'x'", "update dossier_requests set role = 'data'", "update dossier_dependencies set until = 'moved'", "delete from people", "update request_access set subject = 'x'", "delete from break_glass", "update read_batches set count = 1", "delete from read_batches", "delete from read_seals"]) {
    test(`the serving role may not: ${statement}`, async () => {
      await expect(world.serving.unsafe(statement)).rejects.toThrow(denied);
    });
  }

  test("words go and never change, whoever asks", async () => {
    const row = await one<{ id: string }>("select request_id as id from texts where body is not null limit 1");
    for (const change of ["body = 'x'", "body = null, salt = null", "body = 'x', salt = null, erased_at = now(), erased_rule = 'x'"]) {
      await expect(asActor({ kind: "system" }, (tx) => tx.execute(sql`update texts set ${sql.raw(change)} where request_id = ${row.id}`))).rejects.toMatchObject({ cause: { message: expect.stringContaining("row-level security") } });
    }
  });

  test("the public and whoever signs in write no event and change no request", async () => {
    const row = await one<{ id: string }>("select request_id as id from requests limit 1");
    for (const kind of ["public", "signIn"] as const) {
      await expect(asActor({ kind }, (tx) => tx.execute(sql`insert into request_access values (${row.id}, 'person:me')`))).rejects.toMatchObject({ cause: { code: "42501" } });
      await expect(asActor({ kind }, (tx) => tx.execute(sql`update requests set status = 'closed' where request_id = ${row.id}`))).resolves.toMatchObject({ count: 0 });
    }
  });

  test("a person changes no request that they do not see", async () => {
    const stranger = await one<{ id: string; request: string }>("select p.id, r.request_id as request from people p, requests r where not exists (select from grants g where g.person_id = p.id and (g.scope_kind = 'desk' or g.role = 'auditor')) and not exists (select from request_access a where a.request_id = r.request_id and a.subject = 'person:' || p.id) limit 1");
    for (const table of ["requests", "steps", "requirements", "heads"]) {
      const [column] = table === "heads" ? ["seq = 0"] : ["request_id = request_id"];
      await expect(asActor(person(stranger.id), (tx) => tx.execute(sql.raw(`update ${table} set ${column} where request_id = '${stranger.request}'`)))).resolves.toMatchObject({ count: 0 });
    }
  });

  test("a person adds nothing to a request that they do not see", async () => {
    const stranger = await one<{ id: string; request: string }>("select p.id, r.request_id as request from people p, requests r where not exists (select from grants g where g.person_id = p.id and (g.scope_kind = 'desk' or g.role = 'auditor')) and not exists (select from request_access a where a.request_id = r.request_id and a.subject = 'person:' || p.id) limit 1");
    const nothing = "0".repeat(64);
    const add = (statement: ReturnType<typeof sql>) => asActor(person(stranger.id), (tx) => tx.execute(statement));
    await expect(add(sql`insert into events values (${stranger.request}, ${`request:${stranger.request}`}, 99, 'request.approved', now(), '{}', '{}', '', ${nothing}, ${nothing}, ${nothing})`)).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(add(sql`insert into texts (request_id, digest, salt) values (${stranger.request}, 'x', 'x')`)).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a person opens no request to themselves", async () => {
    const stranger = await one<{ id: string; request: string }>("select p.id, r.request_id as request from people p, requests r where not exists (select from grants g where g.person_id = p.id and (g.scope_kind = 'desk' or g.role = 'auditor')) and not exists (select from request_access a where a.request_id = r.request_id and a.subject = 'person:' || p.id) limit 1");
    await expect(asActor(person(stranger.id), (tx) => tx.execute(sql`insert into request_access values (${stranger.request}, ${`person:${stranger.id}`})`))).rejects.toMatchObject({ cause: { code: "42501" } });
  });

  test("a person gives no role to themselves and changes no other's account", async () => {
    const researcher = await one<{ id: string }>("select p.id from people p where not exists (select from grants g where g.person_id = p.id and g.role <> 'researcher') limit 1");
    await expect(asActor(person(researcher.id), (tx) => tx.execute(sql`insert into grants values (${researcher.id}, 'auditor', 'everything', '')`))).rejects.toMatchObject({ cause: { code: "42501" } });
    await expect(asActor(person(researcher.id), (tx) => tx.execute(sql`delete from grants`))).resolves.toMatchObject({ count: 0 });
    await expect(asActor(person(researcher.id), (tx) => tx.execute(sql`update people set active = false where id <> ${researcher.id}`))).resolves.toMatchObject({ count: 0 });
    for (const table of ["workflows", "roles", "organisations", "desks"]) await expect(asActor(person(researcher.id), (tx) => tx.execute(sql.raw(`insert into ${table} select * from ${table} limit 1`)))).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

/** Everybody, or everybody of two institutions and of all bodies that are none: there is nobody of another sort. */
function readers(): Promise<{ id: string }[]> {
  return world.owner<{ id: string }[]>`select p.id from people p join organisations o on o.id = p.organisation where ${further} or o.id in ('hku', 'smu') or o.type not in ('university', 'research_institute')`;
}

function person(id: string): Actor {
  return { kind: "person", id } as Actor;
}

async function count(actor: Actor, table: string): Promise<number> {
  const [row] = await asReader(actor, (tx) => tx.execute<{ n: number }>(sql.raw(`select count(*)::int as n from "${table}"`)));
  return row?.n ?? 0;
}

async function idsSeen(actor: Actor, table: string, column = "request_id"): Promise<string[]> {
  // Streams of the set-up belong to no request.
  const only = table === "events" ? "where stream like 'request:%'" : "";
  const rows = await asReader(actor, (tx) => tx.execute<{ id: string }>(sql.raw(`select distinct ${column}::text as id from "${table}" ${only} order by 1`)));
  return rows.map(({ id }) => id);
}

async function one<T>(query: string): Promise<T> {
  const [row] = await world.owner.unsafe(query);
  if (!row) throw new Error(`nothing answers ${query}`);
  return row as T;
}
