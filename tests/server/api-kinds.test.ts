import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { institutionDesks } from "../../lib/server/demo/desks.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyFor } from "./api-world.ts";

/* One request of each kind through the public edge: created, decided at every desk its findings call, permitted and moved. */

const today = dayOf(new Date());
const crossing = addDays(today, 20);
const window = { from: today, to: addDays(today, 60) };
let world: World;
beforeAll(async () => void (world = await demoWorld()));
afterAll(() => world.stop());

const solvents = {
  kind: "reagent",
  title: "Solvents for the University of Macau",
  facts: {
    "from.city": "zhuhai",
    "to.city": "macao",
    mode: "road",
    checkpoint: "hengqin",
    date: crossing,
    "reagent.type": "chemical",
    "reagent.hazchem": true,
    "reagent.un_class": "3",
    "reagent.mo_table_h": true,
    "reagent.temporary": false,
  },
  lines: [
    { item: "Ethanol", cas: "64-17-5", un: "UN 1170", hs: "2207.10", quantity: "2.5", unit: "L", value: "480" },
    { item: "Acetone", cas: "67-64-1", quantity: "500", unit: "mL", value: "90" },
  ],
  parties: { home: "sysu", host: "um" },
};

const survey = {
  kind: "data",
  title: "Survey contacts for HKUST",
  facts: {
    "from.city": "guangzhou",
    "to.city": "hongkong",
    mode: "electronic",
    date: crossing,
    "data.personal": true,
    "data.ciio": false,
    "data.important": false,
    "data.core_or_secret": "none",
    "data.exempt_scenario": "none",
    "data.collected_abroad": false,
    "data.ftz_processor": false,
    "data.consent": "separate_consent",
    "data.exporter_gba_registered": true,
    "data.recipient_gba_registered": true,
    "data.onward_outside_gba": false,
  },
  lines: [{ set: "Contacts", fields: "contact", records: "90,000", persons: "90,000" }],
  claims: ["gba-sc-hk"],
  parties: { home: "sysu", host: "hkust" },
};

describe.each([
  {
    asked: solvents,
    found: ["cn-customs-declaration", "cn-hazchem-customs-inspection", "int-dg-transport", "mo-fire-licence", "mo-trade-declaration"],
    steps: ["endorsement", "chemical-safety", "sign-off", "acceptance"],
    limit: { value: "3", unit: "L" },
    facts: { "reagent.qty": 3, "reagent.value_cny": 570, "from.jur": "CN", "to.jur": "MO" },
    moved: { quantity: { value: "1.5", unit: "L" }, controlPoint: "hengqin" },
    remaining: "1.5",
  },
  {
    asked: survey,
    found: ["cn-data-exempt-volume", "cn-pi-pia", "cn-pi-separate-consent", "gba-sc-hk"],
    steps: ["endorsement", "data-protection", "legal", "steward-home", "steward-host", "programme.gd-data"],
    limit: { value: "90000", unit: "record" },
    facts: { "data.pi_count": 90_000, "data.sensitive_count": 0 },
    moved: { quantity: { value: "90000", unit: "record" } },
    remaining: "0",
  },
])("a request of kind $asked.kind", ({ asked, found, steps, limit, facts, moved, remaining }) => {
  test("goes from its first answers to the permit and the movement", async () => {
    const requester = await keyFor(`researcher@${asked.parties.home}.example`);
    const created = await call("POST /api/v1/requests", "/api/v1/requests", { key: requester, json: { id: newId(), ...asked, endorser: `pi@${asked.parties.home}.example`, window } });
    expect(created).toMatchObject({ status: 201, body: { status: "draft" } });
    const { id } = created.body;
    const look = async () => (await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: requester })).body;
    const say = async (email: string, said: Readonly<Record<string, unknown>>) => expect(await give(id, await keyFor(email), said)).toMatchObject({ status: 200 });
    const own = (said: Readonly<Record<string, unknown>>) => say(`researcher@${asked.parties.home}.example`, said);
    const meet = async (...dues: string[]) => {
      const { requirements } = await look();
      for (const one of requirements) if (dues.includes(one.due) && one.status === "open") await own({ type: "recordRequirement", requirement: one.id, outcome: "granted", reference: `R-${one.id}`, date: today, validUntil: addDays(today, 300) });
    };

    const draft = await look();
    expect(draft.facts).toMatchObject(facts);
    expect(draft.findings.map((one: { id: string }) => one.id).toSorted()).toEqual(found);
    await own({ type: "acceptTerms", terms: draft.terms.map((one: { id: string }) => one.id) });
    await meet("before-submission");
    await own({ type: "submit" });
    expect((await look()).steps.map((one: { id: string }) => one.id)).toEqual(steps);

    for (let open = await nextOpen(look); open; open = await nextOpen(look)) await say(officerAt(open.desk), { type: "approve", step: open.id });
    await meet("before-permit");
    expect(await look()).toMatchObject({ status: "permitted", permit: { limit, used: "0", remaining: limit.value } });
    await meet("before-crossing");
    await own({ type: "recordMovement", direction: "out", ...moved, at: new Date().toISOString() });
    expect((await look()).permit).toMatchObject({ remaining });
  });
});

test("a reagent or data set with a wrong line is refused by the cell, and nothing is kept", async () => {
  const key = await keyFor("researcher@sysu.example");
  for (const [asked, lines, path] of [
    [solvents, [{ ...solvents.lines[0], cas: "64-17-6" }], "lines.0.cas"],
    [survey, [{ ...survey.lines[0], persons: "-1" }], "lines.0.persons"],
  ] as const) {
    const refused = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { ...asked, lines, window } });
    expect(refused).toMatchObject({ status: 422, body: { refusals: [{ code: "wrongValue", path }] } });
  }
});

async function nextOpen(look: () => Promise<{ steps: readonly { id: string; desk: string; status: string }[] }>) {
  return (await look()).steps.find(({ status }) => status === "open");
}

/** Who decides at a desk of the demonstration; endorsers are named. */
function officerAt(desk: string): string {
  const [organisation = "", does] = desk.split(".");
  const mailbox = does === "endorsement" ? "pi" : does === "programme" ? "desk" : institutionDesks.find((one) => one.function === does)?.mailbox;
  return `${mailbox}@${organisation}.example`;
}

test("a draft saved with only a UN number is told what the tables say, and keeps what it was given", async () => {
  const key = await keyFor("researcher@sysu.example");
  const { facts: { "reagent.un_class": _, ...facts }, lines: [ethanol], ...request } = solvents;
  const begun = await call("POST /api/v1/requests", "/api/v1/requests", { key, json: { ...request, facts } });
  const only = { item: ethanol?.item, un: "1170", quantity: "1", unit: "L" };
  const saved = await give(begun.body.id, key, { type: "saveDraft", lines: [only] });
  expect(saved.body.warnings).toEqual([
    { code: "tableFills", path: "lines.0.class", params: { values: "3", because: "UN1170", sources: "built-in" } },
    { code: "tableOffers", path: "lines.0.packing", params: { values: "II | III", because: "UN1170", sources: "built-in" } },
    { code: "tableFills", path: "facts.reagent.un_class", params: { values: "3", lines: "1", sources: "built-in" } },
  ]);
  const kept = await call("GET /api/v1/requests/{id}", `/api/v1/requests/${begun.body.id}`, { key });
  expect(kept.body.lines).toEqual([{ ...only, un: "UN1170" }]);
  expect(kept.body.facts).not.toHaveProperty("reagent.un_class");

  const answered = await give(begun.body.id, key, { type: "saveDraft", lines: [{ ...only, class: "8", packing: "II" }], facts: { "reagent.un_class": "8" } });
  expect(answered.body.warnings).toEqual([{ code: "tableDiffers", path: "lines.0.class", params: { values: "3", because: "UN1170", sources: "built-in" } }]);
});
