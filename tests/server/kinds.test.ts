import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { verify } from "../../db/verify.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { importCatalogue } from "../../lib/server/catalogue.ts";
import { call, keyOf, look, say } from "./api-world.ts";

/* A request of each kind, from its first answer through every desk that its findings call to a permit and a crossing. */

const today = dayOf(new Date());
let world: World;

beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

type Way = {
  readonly kind: string;
  readonly home: string;
  readonly host: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly lines: readonly object[];
  readonly claims?: readonly string[];
  readonly steps: readonly string[];
  readonly limit: { readonly value: string; readonly unit: string };
  readonly moves: { readonly value: string; readonly unit: string };
  readonly remaining: string;
};

const ways: readonly Way[] = [
  {
    kind: "person",
    home: "sustech",
    host: "hku",
    facts: {
      "from.city": "shenzhen", "from.zone": "hetao_sz", "to.city": "hongkong", "to.zone": "none", date: addDays(today, 20), checkpoint: "futian-lmcsl",
      "person.nationality_class": "cn_mainland", "person.purpose": "joint_experiment", "person.stay_days": 10, "person.remunerated_by_host": false,
      "person.host_stas_authorised": true, "person.work_region": "gba", "person.talent_class": "research", "person.employer_in_hetao_sz": true,
      "person.official_mission": false, "person.state_functionary": true,
    },
    lines: [
      { traveller: "A", role: "postdoc", document: "eep", endorsement: "talent", trips: 6 },
      { traveller: "B", role: "student", document: "eep", endorsement: "applying", trips: 2 },
    ],
    claims: ["hetao-no1-channel"],
    steps: ["acceptance", "endorsement", "immigration", "personnel", "programme.hetao", "sign-off"],
    limit: { value: "8", unit: "trip" },
    moves: { value: "1", unit: "trip" },
    remaining: "7",
  },
  {
    kind: "funds",
    home: "szu",
    host: "polyu",
    facts: {
      "from.city": "shenzhen", "from.zone": "none", "to.city": "hongkong", "to.zone": "none", mode: "bank", date: addDays(today, 20), "org.from.type": "university",
      "funds.source": "cn_guangdong_fiscal", "funds.purpose": "subcontract_service", "funds.recipient_class": "university", "funds.scheme": "tcfs",
      "funds.budget_nontrade": false, "funds.same_contract_filed": false, "funds.screening_hit": false,
    },
    lines: [
      { payee: "Partner laboratory", bank: "HSBCHKHHHKH", account: "0128751234567", amount: "300000.50", currency: "HKD", due: addDays(today, 30) },
      { payee: "Partner laboratory", amount: "150000", currency: "HKD" },
    ],
    steps: ["endorsement", "finance-home", "finance-host", "funder", "sign-off", "tax"],
    limit: { value: "450000.5", unit: "HKD" },
    moves: { value: "300000.50", unit: "HKD" },
    remaining: "150000",
  },
];

test.each(ways)("a request of kind $kind goes through its desks to a permit and a crossing", async ({ kind, home, host, facts, lines, claims = [], steps, limit, moves, remaining }) => {
  const requester = `researcher@${home}.example`;
  const created = await call("POST /api/v1/requests", "/api/v1/requests", {
    key: await keyOf(requester),
    json: { id: newId(), kind, title: `One of kind ${kind}`, facts, lines, claims, parties: { home, host }, endorser: `pi@${home}.example`, window: { from: today, to: addDays(today, 60) } },
  });
  expect([created.status, JSON.stringify(created.body)]).toEqual([201, expect.any(String)]);
  const { id } = created.body;

  const draft = (await look(id, requester)).body;
  await say(id, requester, { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  await grantBlocking(id, requester);
  expect(await say(id, requester, { type: "submit" })).toMatchObject({ status: 200 });
  expect((await look(id, requester)).body.steps.map((one: { id: string }) => one.id).toSorted()).toEqual(steps);

  for (let open = await officerOf(id); open; open = await officerOf(id)) expect(await say(id, open.email, { type: "approve", step: open.step })).toMatchObject({ status: 200 });
  await grantBlocking(id, requester);
  expect((await look(id, requester)).body).toMatchObject({ status: "permitted", permit: { status: "valid", limit, used: "0", remaining: limit.value } });

  await grantBlocking(id, requester);
  const tooMuch = await say(id, requester, { type: "recordMovement", direction: "out", quantity: { ...moves, value: "99999999" }, at: new Date().toISOString() });
  expect(tooMuch.body.refusals).toEqual([expect.objectContaining({ code: "overLimit" })]);
  expect(await say(id, requester, { type: "recordMovement", direction: "out", quantity: moves, at: new Date().toISOString() })).toMatchObject({ status: 200 });
  expect((await look(id, requester)).body.permit).toMatchObject({ remaining });
});

test("money is weighed by the rate imported for its day, and once it is sent no later rate changes it", async () => {
  const way = ways.find(({ kind }) => kind === "funds");
  const key = await keyOf("researcher@szu.example");
  const rate = (perUsd: string) => importCatalogue("rates", new TextEncoder().encode(`currency,date,per_usd,source\nHKD,2026-01-01,${perUsd},HKMA\n`));
  const usd = async (id: string) => (await look(id, "researcher@szu.example")).body.facts["funds.amount_usd"];
  await rate("7.5");
  const { body } = await call("POST /api/v1/requests", "/api/v1/requests", {
    key,
    json: { id: newId(), kind: "funds", title: "Paid in Hong Kong dollars", facts: { ...way?.facts, "funds.amount": 750_000, "funds.currency": "HKD", "funds.amount_usd": 1 }, parties: { home: "szu", host: "polyu" }, endorser: "pi@szu.example", window: { from: today, to: addDays(today, 60) } },
  });
  expect(await usd(body.id)).toBe(100_000);
  await rate("7.8");
  expect(await usd(body.id)).toBe(96_153.85);
  const draft = (await look(body.id, "researcher@szu.example")).body;
  await say(body.id, "researcher@szu.example", { type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
  await grantBlocking(body.id, "researcher@szu.example");
  expect(await say(body.id, "researcher@szu.example", { type: "submit" })).toMatchObject({ status: 200 });
  await rate("7.85");
  expect(await usd(body.id)).toBe(96_153.85);
});

test("half a trip is no trip", async () => {
  const [way] = ways;
  const answer = await call("POST /api/v1/requests", "/api/v1/requests", { key: await keyOf("researcher@sustech.example"), json: { id: newId(), kind: "person", title: "Half", facts: {}, lines: [{ ...way?.lines[0], trips: 0.5 }], parties: { home: "sustech", host: "hku" } } });
  expect(answer).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongValue", path: "lines.0.trips" }] } });
});

test("what was recorded stands the check of the whole record", async () => {
  expect((await verify()).problems).toEqual([]);
});

async function grantBlocking(id: string, requester: string): Promise<void> {
  const { body } = await look(id, requester);
  for (const { requirement } of body.blockers) if (requirement) await say(id, requester, { type: "recordRequirement", requirement, outcome: "granted", reference: "A/1", date: today });
}

/** Who may decide an open step: the person who was named, or staff of its desk. */
async function officerOf(id: string): Promise<{ step: string; email: string } | undefined> {
  const [row] = await world.owner<{ step: string; email: string }[]>`
    select s.step_id as step, p.email from steps s join people p on p.id = s.assignee or (s.assignee is null and exists (select 1 from grants g where g.person_id = p.id and g.scope_kind = 'desk' and g.scope_id = s.desk))
    where s.request_id = ${id} and s.status = 'open' order by s.step_id, p.email limit 1`;
  return row;
}
