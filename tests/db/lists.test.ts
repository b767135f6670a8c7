import { afterAll, beforeAll, describe, expect, test } from "vitest";
import totals from "../../cli/verbs/totals.ts";
import { inbox, inboxCounts } from "../../db/queries/inbox.ts";
import { inboxOrders, inboxViews } from "../../lib/access/queue-settings.ts";
import { listSorts } from "../../db/queries/list-order.ts";
import { ownWork } from "../../db/queries/own-work.ts";
import { requestCount, requestList, type ListFilters } from "../../db/queries/request-list.ts";
import { movers, yoursAmong } from "../../db/queries/whose-move.ts";
import { accountsOfYear } from "../../db/queries/accounts.ts";
import { yearTotal } from "../../db/queries/year-totals.ts";
import type { YearFact } from "../../lib/account/statutory.ts";
import { yearTotals } from "../../lib/server/year-totals.ts";
import { staffOf } from "../../db/queries/staff.ts";
import type { PersonActor } from "../../lib/access/actor.ts";
import { requestStatuses } from "../../lib/request/state.ts";
import { meaningOf } from "../../lib/server/search-meaning.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "./demo-world.ts";

let world: World;
let auditor: PersonActor;
let researcher: PersonActor;
beforeAll(async () => {
  world = await demoWorld();
  auditor = await person("auditor@causeway.example");
  researcher = await person("researcher@cuhk.example");
});
afterAll(() => world.stop());

describe("what an organisation's requests of a year come to", () => {
  type Asked = { id: string; home: string; status: string; crossing: string; used: string | null; facts: Record<string, unknown>; lines: Record<string, unknown>[] };
  const none = "00000000-0000-7000-8000-000000000000";

  /** What ended without a crossing never crosses. */
  function stillCounts({ status, used }: Asked): boolean {
    return !["rejected", "withdrawn"].includes(status) && (Number(used ?? 0) > 0 || !["closed", "expired", "revoked"].includes(status));
  }

  /** The same by hand, over every request there is. */
  async function byHand(fact: "persons" | "sensitive", home: string, year: string, except: string): Promise<{ total: string; requests: number }> {
    const rows = await world.owner<Asked[]>`select request_id as id, home, requests.status, crossing::text, answers -> 'facts' as facts, answers -> 'lines' as lines, used::text from requests left join permits using (request_id) where requests.kind = 'data' and requests.from_jurisdiction = 'CN'`;
    const counted = rows
      .filter((row) => row.home === home && row.crossing.startsWith(year) && row.id !== except && stillCounts(row))
      .map(({ lines }) => lines.filter(({ when }) => when !== "earlier").reduce((sum, line) => sum + Number(line[fact] ?? 0), 0))
      .filter((count) => count > 0);
    return { total: String(counted.reduce((sum, count) => sum + count, 0)), requests: counted.length };
  }
  const asked = (fact: YearFact, home: string, year: string, except = none) => yearTotal(fact, { home, year, except, from: "CN", to: "HK", requester: researcher.id });

  test("is the sum over its own requests alone, of the year they cross in, without those that came to nothing and without the one that asks", async () => {
    const homes = await world.owner<{ home: string; year: string }[]>`select distinct home, to_char(crossing, 'YYYY') as year from requests`;
    const totals = await Promise.all(homes.map(async ({ home, year }) => ({ home, year, persons: await asked("data.pi_count", home, year), sensitive: await asked("data.sensitive_count", home, year) })));
    expect(totals).toEqual(await Promise.all(homes.map(async ({ home, year }) => ({ home, year, persons: await byHand("persons", home, year, none), sensitive: await byHand("sensitive", home, year, none) }))));
    expect(totals.filter(({ persons, sensitive }) => persons.requests + sensitive.requests > 0).length).toBeGreaterThan(1);

    const [own] = await world.owner<{ id: string; home: string; year: string }[]>`select request_id as id, home, to_char(crossing, 'YYYY') as year from requests where kind = 'data' and from_jurisdiction = 'CN' and status = 'permitted' limit 1`;
    if (!own) throw new Error("no permitted request about data");
    expect(await asked("data.pi_count", own.home, own.year, own.id)).toEqual(await byHand("persons", own.home, own.year, own.id));
  });

  test("is told apart by what went and what is to go, with the way to the next threshold, for every organisation and year", async () => {
    const rows = await world.owner<{ home: string; year: string }[]>`select distinct home, to_char(crossing, 'YYYY') as year from requests where kind = 'data'`;
    let seen = 0;
    for (const { home, year } of rows) {
      const counted = await yearTotals(home, year);
      for (const fact of ["persons", "sensitive"] as const) {
        const shown = counted.filter((one) => one.fact === `data.${fact === "persons" ? "pi" : "sensitive"}_count` && one.jurisdiction === "CN");
        const { total, requests } = await byHand(fact, home, year, none);
        expect(shown.map((one) => [one.total, one.requests, String(Number(one.used) + Number(one.reserved))])).toEqual(requests === 0 ? [] : [[total, requests, total]]);
        for (const { next } of shown) expect(next === null || Number(next.left) + Number(total) === next.value).toBe(true);
        seen += shown.filter(({ used }) => Number(used) > 0).length;
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test("is printed a line each by the operator's command, for an organisation named by its ROR or its id", async () => {
    const [own] = await world.owner<{ home: string; ror: string; year: string }[]>`select home, ror, to_char(crossing, 'YYYY') as year from requests join organisations on organisations.id = home where requests.kind = 'data' and from_jurisdiction = 'CN' and requests.status = 'permitted' and ror is not null limit 1`;
    if (!own) throw new Error("no permitted request about data");
    const { home: organisation, ror, year } = own;
    const run = async (...args: string[]) => {
      const printed: unknown[] = [];
      const io = { json: (value: unknown) => printed.push(value), line: (text: string) => printed.push(text), complain: () => {}, taken: async () => {}, input: async () => "" };
      return [await totals(args, io), printed] as const;
    };
    const [code, lines] = await run("--organisation", ror, "--year", year, "--json");
    const [counted, quotas] = [await yearTotals(organisation, year), await accountsOfYear({ kind: "system" }, organisation, Number(year))];
    expect([code, lines]).toEqual([0, [...counted.map((one) => ({ organisation, ror, year: Number(year), kind: "statutory", ...one })), ...quotas.map(({ quota, year: of, desk, unit, limit, reserved, used, left }) => ({ organisation, ror, year: of, kind: "quota", quota, desk, unit, limit, reserved, used, left }))]]);
    expect(await run("--organisation", organisation, "--year", year, "--json")).toEqual([code, lines]);
    expect((await run("--organisation", `https://ror.org/${ror}`, "--year", year))[1]).toHaveLength(lines.length);
    await expect(run("--organisation", "https://ror.org/000000000", "--year", year)).rejects.toMatchObject({ exitCode: 1 });
    await expect(run("--organisation", ror, "--year", "twenty")).rejects.toMatchObject({ exitCode: 2 });
  });

  test("is nothing for an organisation without requests", async () => {
    for (const fact of ["data.pi_count", "reagent.value_cny", "funds.individual_quota_used_usd"] as const) expect(await asked(fact, "nobody", "2026")).toEqual({ total: "0", requests: 0 });
  });
});

describe("the list of requests", () => {
  test.each(listSorts)("sorted by %s, page by page gives every request once and in order", async (sort) => {
    const whole = await requestList(auditor, { sort, limit: 100 });
    const paged = await everyPage(auditor, { sort, limit: 4 });
    expect(paged.map(({ id }) => id)).toEqual(whole.items.map(({ id }) => id));
    const keys = paged.map(({ id, changedAt, crossing }) => (sort === "changed" ? changedAt : sort === "crossing" ? `${crossing ?? "9"}` : id));
    expect(keys).toEqual(sort === "crossing" ? keys.toSorted() : keys.toSorted().toReversed());
  });

  test("a draft stands among the others in each order", async () => {
    const owner = await person("researcher@um.example");
    for (const sort of listSorts) {
      const items = await everyPage(owner, { sort, limit: 1 });
      expect(items.filter(({ status }) => status === "draft")).toHaveLength(1);
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });

  test("the count is that of the list, filter by filter", async () => {
    const filters: ListFilters[] = [{}, { from: "HK" }, { from: "HK", to: "CN" }, { kind: "sample" }, { search: { q: "serum", meant: meaningOf("serum") } }, { desk: "hku.biosafety" }, ...movers.map((whose) => ({ whose })), ...requestStatuses.map((status) => ({ status }))];
    for (const filter of filters) {
      const { items } = await requestList(auditor, { ...filter, limit: 100 });
      expect(await requestCount(auditor, filter), JSON.stringify(filter)).toEqual({ count: items.length, more: false });
    }
    for (const email of ["researcher@smu.example", "ethics@smu.example", "host@hku.example"]) {
      const reader = await person(email);
      for (const filter of [{}, { kind: "sample" } as const]) expect(await requestCount(reader, filter), email).toEqual({ count: (await requestList(reader, { ...filter, limit: 100 })).items.length, more: false });
    }
    expect(await requestCount(auditor, {}, 3)).toEqual({ count: 3, more: true });
  });

  test("a corridor is its two ends", async () => {
    const { items } = await requestList(auditor, { from: "HK", to: "CN", limit: 100 });
    expect(items.length).toBeGreaterThan(0);
    expect(new Set(items.map(({ fromJurisdiction, toJurisdiction }) => `${fromJurisdiction} ${toJurisdiction}`))).toEqual(new Set(["HK CN"]));
  });

  test.each(["sample", "样本", "樣本", "amostra"])("a search for %s finds every sample", async (q) => {
    const { items } = await requestList(auditor, { search: { q, meant: meaningOf(q) }, limit: 100 });
    expect(items.filter(({ kind }) => kind === "sample")).toHaveLength((await requestCount(auditor, { kind: "sample" })).count);
  });

  test("what was sent back is its requester's move, and nobody else's", async () => {
    const { items } = await requestList(researcher, { status: "returned" });
    const ids = items.map(({ id }) => id);
    expect(ids).toHaveLength(1);
    expect(await yoursAmong(researcher, ids)).toEqual(new Set(ids));
    expect(await yoursAmong(auditor, ids)).toEqual(new Set());
    expect((await requestList(researcher, { whose: "me" })).items.map(({ id }) => id)).toContain(ids[0]);
  });

  test("an open step is the move of whoever decides it", async () => {
    const officer = await person("head@smu.example");
    const { items } = await inbox(officer);
    const waiting = items.filter(({ separation }) => separation.length === 0).map(({ request }) => request.id);
    expect(waiting.length).toBeGreaterThan(0);
    expect([...(await yoursAmong(officer, waiting))].toSorted()).toEqual([...new Set(waiting)].toSorted());
  });

  test("lights no lamp for whoever stands in for its requester, and its row says why", async () => {
    const officer = await person("head@smu.example");
    const row = (await inbox(officer)).items.find(({ separation }) => separation.length === 0);
    if (!row) throw new Error("nothing waits");
    const deputy = { ...officer, standsIn: [row.request.requester] };
    expect([[...(await yoursAmong(officer, [row.request.id]))], [...(await yoursAmong(deputy, [row.request.id]))]]).toEqual([[row.request.id], []]);
    expect((await inbox(deputy, { only: [row.request.id] })).items.flatMap(({ separation }) => separation.map(({ code }) => code))).toContain("standsInForParty");
  });
});

test.each(inboxOrders)("an inbox of several desks comes in the same order page by page, and at once: %s", async (order) => {
  const officer = await person("ethics@smu.example");
  const two = { ...officer, grants: [...officer.grants, ...(await person("biosafety@smu.example")).grants, ...(await person("head@smu.example")).grants] };
  const key = ({ request, step }: { request: { id: string }; step: { id: string } }) => `${request.id} ${step.id}`;
  const whole = (await inbox(two, { order, limit: 100 })).items;
  expect(new Set(whole.map(({ step }) => step.desk)).size).toBeGreaterThan(1);
  expect(new Set(whole.map(key)).size).toBe(whole.length);
  const first = whole.map(({ dueOn, since }) => (order === "due" ? (dueOn ?? "9999-12-31") : since));
  expect(first).toEqual(first.toSorted());
  const paged: string[] = [];
  for (let cursor: string | undefined, pages = 0; pages === 0 || cursor !== undefined; pages++) {
    const { items, next } = await inbox(two, { order, limit: 2, cursor });
    paged.push(...items.map(key));
    cursor = next ?? undefined;
    expect(pages).toBeLessThan(100);
  }
  expect(paged).toEqual(whole.map(key));
});

test("each view of the inbox holds as many as its count says", async () => {
  for (const email of ["head@smu.example", "ethics@smu.example", "biosafety@siat.example", "pi@smu.example"]) {
    const officer = await person(email);
    const { views } = await inboxCounts(officer);
    for (const view of inboxViews) expect((await inbox(officer, { view, limit: 100 })).items.length, `${email} ${view}`).toBe(views[view]);
  }
});

test("whoever leads a desk sees in its inbox who was named to endorse, and what is named to somebody is not nobody's", async () => {
  const [head, endorser] = [await person("head@smu.example"), await person("pi@smu.example")];
  const named = (await inbox(head, { limit: 100 })).items.filter(({ step }) => step.assignee === endorser.id);
  expect(named.length).toBeGreaterThan(0);
  expect(new Set(named.map(({ step }) => step.assigneeName))).toEqual(new Set([endorser.name]));
  const free = (await inbox(head, { view: "unclaimed", limit: 100 })).items.map(({ request, step }) => `${request.id} ${step.id}`);
  expect(named.filter(({ request, step }) => free.includes(`${request.id} ${step.id}`))).toEqual([]);
});

test("a home page holds what its reader takes part in, and nothing of others", async () => {
  const own = await ownWork(researcher);
  expect(own.length).toBeGreaterThan(0);
  const seen = new Set((await requestList(researcher, { limit: 100 })).items.map(({ id }) => id));
  expect(own.filter(({ id }) => !seen.has(id))).toEqual([]);
  expect(await ownWork(auditor)).toEqual([]);
});

test("a home page holds what is late and what changed last, however much its reader takes part in", async () => {
  const [owner] = await world.owner<{ email: string }[]>`select p.email from request_access a join people p on a.subject = 'person:' || p.id join requests r using (request_id) where r.status in ('submitted', 'in-review', 'permitted') group by p.email order by count(*) desc, p.email limit 1`;
  const reader = await person(owner?.email ?? "");
  await world.owner`create table copied as select r.* from requests r join request_access a using (request_id) where a.subject = ${`person:${reader.id}`}`;
  // More than are looked up one by one; every third changed before all others, some long ago.
  await world.owner`insert into requests select (jsonb_populate_record(c, jsonb_build_object('request_id', md5(c.request_id::text || n)::uuid, 'changed_at', c.changed_at - make_interval(days => case when n % 3 = 0 then 300 else 0 end, mins => n)))).* from copied c, generate_series(1, 400) n`;
  await world.owner`insert into request_access select md5(c.request_id::text || n)::uuid, ${`person:${reader.id}`} from copied c, generate_series(1, 400) n`;
  await world.owner`insert into obligations select (jsonb_populate_record(o, jsonb_build_object('request_id', md5(o.request_id::text || n)::uuid, 'due_on', current_date - n))).* from obligations o join copied using (request_id), generate_series(3, 400, 97) n where o.kind <> 'keepPapers'`;
  await world.owner`drop table copied`;
  const [{ all = 0 } = {}] = await world.owner<{ all: number }[]>`select count(*)::int as all from request_access where subject = ${`person:${reader.id}`}`;
  expect(all).toBeGreaterThan(1000);
  const plain = (limit: number) => world.owner<{ id: string }[]>`
    select request_id as id from (select r.request_id, r.status, r.changed_at, exists (select 1 from obligations o where o.request_id = r.request_id and o.kind <> 'keepPapers' and o.due_on < (now() at time zone 'Asia/Shanghai')::date
        and not exists (select 1 from requirements f where f.request_id = o.request_id and f.requirement_id = o.requirement_id and f.status = 'filed')) as late
      from requests r join request_access a using (request_id) where a.subject = ${`person:${reader.id}`}) r
    where status in ('submitted', 'in-review', 'returned', 'approved', 'permitted') or status in ('closed', 'expired', 'revoked') and (changed_at >= now() - interval '90 days' or late) order by late desc, changed_at desc limit ${limit}`;
  for (const limit of [7, 40, 900]) expect((await ownWork(reader, limit)).map(({ id }) => id).toSorted()).toEqual((await plain(limit)).map(({ id }) => id).toSorted());
}, 60_000);

test("an administrator sees the desks of their own places, and somebody without that role none", async () => {
  const [own, all, none] = await Promise.all(["admin@hku.example", "admin@causeway.example", "researcher@hku.example"].map(async (email) => staffOf(await person(email))));
  expect(own?.desks.map(({ id }) => id).every((id) => id.startsWith("hku."))).toBe(true);
  expect(all?.desks.length).toBeGreaterThan(own?.desks.length ?? 0);
  expect(none).toBeNull();
});

async function person(email: string): Promise<PersonActor> {
  const found = await personActor(email);
  if (!found) throw new Error(`nobody is ${email}`);
  return found;
}

async function everyPage(actor: PersonActor, filters: ListFilters) {
  const items = [];
  for (let cursor: string | undefined; ; ) {
    const page = await requestList(actor, { ...filters, cursor });
    items.push(...page.items);
    if (page.next === null) return items;
    cursor = page.next;
  }
}

test("what waits for somebody in several ways is counted once, at their desk and elsewhere", async () => {
  const officer = await person("biosafety@siat.example");
  const all = await world.owner<{ request_id: string; step_id: string }[]>`select request_id, step_id from steps s join requests r using (request_id) where s.status = 'open' and r.status in ('submitted', 'in-review') order by 1, 2 limit 16`;
  for (const [at, { request_id, step_id }] of all.entries()) {
    const [assignee, holder, substitutes] = [1, 2, 4].map((bit) => (at & bit) > 0);
    await world.owner`update steps set desk = case when ${at < 8} then 'siat.biosafety' else desk end, assignee = ${assignee ? officer.id : null}, holder = ${holder ? officer.id : null}, substitutes = ${substitutes ? [officer.id] : []} where request_id = ${request_id} and step_id = ${step_id}`;
    await world.owner`insert into request_access (request_id, subject) values (${request_id}, ${`person:${officer.id}`}) on conflict do nothing`;
  }
  const { views } = await inboxCounts(officer);
  for (const view of inboxViews) expect([view, (await inbox(officer, { view, limit: 100 })).items.length]).toEqual([view, views[view]]);
  // All but the one of another desk that is in no way theirs.
  expect(views.all).toBeGreaterThanOrEqual(15);
});
