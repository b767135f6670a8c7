import { afterAll, beforeAll, expect, test } from "vitest";
import { demoWorld, type World } from "../db/demo-world.ts";
import { type Answered, call, keyFor } from "./api-world.ts";

/* What auditors ask of the record by the API: any question, a case at any moment, and what differs between two. */

let world: World;
let keys: Record<"everything" | "hku" | "researcher", string>;
beforeAll(async () => {
  world = await demoWorld();
  keys = { everything: await keyFor("auditor@causeway.example"), hku: await keyFor("auditor@hku.example"), researcher: await keyFor("researcher@hku.example") };
});
afterAll(() => world.stop());

const get = (route: string, path: string, key = keys.everything, language = "en"): Promise<Answered> => call(route, path, { key, language });
const search = (query: string, key?: string, language?: string) => get("GET /api/v1/audit/events", `/api/v1/audit/events?${query}`, key, language);
const itemsOf = ({ body }: Answered) => body.items as { requestId: string; seq: number; type: string }[];

test("a question finds events page by page and says how many there are", async () => {
  const first = await search("q=%E6%A0%B7%E6%9C%AC&limit=7&counts=1");
  expect([first.status, itemsOf(first).length, first.body.complete]).toEqual([200, 7, true]);
  const counts = first.body.counts as { all: number; more: boolean; kinds: { value: string }[] };
  expect(counts.all).toBeGreaterThan(20);
  const second = await search(`q=sample&limit=7&cursor=${encodeURIComponent(String(first.body.next))}`);
  const both = [...itemsOf(first), ...itemsOf(second)].map(({ requestId, seq }) => `${requestId} ${seq}`);
  expect(new Set(both).size).toBe(14);
});

test("scenario 50: by person, team member, number old and new, state and what was written; malformed is an error in words", async () => {
  const [row] = await world.owner<{ id: string; number: string; permit: string; name: string; title: string }[]>`select r.request_id as id, r.number, p.number as permit, m.name, r.title from requests r join permits p using (request_id) join people m on m.id = r.requester where 'hku' in (r.home, coalesce(r.host_organisation, '')) order by 1 limit 1`;
  await world.owner`update permits set earlier = array['CWP-7K3M-94QX-2TB5'] where request_id = ${row?.id ?? ""}`;
  const [team] = await world.owner<{ id: string; name: string }[]>`select r.request_id as id, m.name from requests r join people m on m.id = any (r.team) limit 1`;
  for (const [q, wanted] of [[row?.number, row?.id], [row?.permit, row?.id], [`person:"${row?.name}"`, row?.id], [`"${row?.title}"`, row?.id], ...(team ? [[`person:"${team.name}"`, team.id]] : [])] as const) {
    const found = itemsOf(await search(new URLSearchParams({ q: q ?? "", limit: "200" }).toString()));
    expect([q, found.some(({ requestId }) => requestId === wanted)]).toEqual([q, true]);
  }
  for (const [q, language, words] of [['"cold', "en", "quotation mark"], ["colour:red", "pt", "campo"], ["kind:stone", "zh-Hant", "stone"], ["since:2026-02-30", "zh-Hans", "2026-02-30"]] as const) {
    const { status, body } = await search(new URLSearchParams({ q }).toString(), keys.everything, language);
    expect([q, status, JSON.stringify(body).includes(words)]).toEqual([q, 400, true]);
  }
  expect((await search("q=sample", keys.researcher)).status).toBe(422);
});

test("a case as it stood, and what differs between two moments; to who does not audit it, it is not there", async () => {
  const [row] = await world.owner<{ id: string; last: number }[]>`select e.request_id as id, max(e.seq)::int as last from events e join requests r on r.request_id = e.request_id where 'hku' in (r.home, coalesce(r.host_organisation, '')) and starts_with(e.stream, 'request:') group by 1 order by 2 desc limit 1`;
  const id = row?.id ?? "";
  const at = (seq: string, key = keys.hku) => get("GET /api/v1/requests/{id}/at", `/api/v1/requests/${id}/at?seq=${seq}`, key);
  const first = await at("1");
  expect([first.status, first.body.seq, first.body.last, (first.body.case as { status: string }).status]).toEqual([200, 1, row?.last, "submitted"]);
  expect((await at("2019-01-01")).status).toBe(404);
  expect((await at("2026-02-30")).status).toBe(400);
  expect((await at("1", keys.researcher)).status).toBe(422);
  const difference = (query: string) => get("GET /api/v1/requests/{id}/difference", `/api/v1/requests/${id}/difference?${query}`, keys.hku);
  const whole = await difference(`from=1&to=${row?.last}`);
  expect(whole.status).toBe(200);
  expect(whole.body.differences).toEqual(expect.arrayContaining([expect.objectContaining({ part: "steps", field: "status", is: "done" })]));
  expect((await difference("from=1&to=1")).body.differences).toEqual([]);
  expect((await difference("from=x&to=1")).status).toBe(400);
  const [foreign] = await world.owner<{ id: string }[]>`select request_id as id from requests where 'hku' not in (home, coalesce(host_organisation, '')) limit 1`;
  expect((await get("GET /api/v1/requests/{id}/at", `/api/v1/requests/${foreign?.id}/at?seq=1`, keys.hku)).status).toBe(404);
});
