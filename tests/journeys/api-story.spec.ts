import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { digestOf, genesis, hashAfter } from "../../lib/audit/chain.ts";
import { addDays, dayOf } from "../../lib/calendar/day.ts";
import { causeway } from "../support/causeway.ts";
import { type Answered, type Api, apiOf } from "../support/http-api.ts";
import { journeyWorld } from "../support/journey-world.ts";

/* The story of tests/journeys/sample.spec.ts, told once more by programs that have a key each and know only the API. */

const today = dayOf(new Date());
const facts = {
  "from.city": "guangzhou", "to.city": "hongkong", mode: "courier", checkpoint: "hkia",
  "org.from.type": "university", "org.to.type": "university", "org.foreign_party": true, "project.purpose": "basic_research",
  "sample.class": "human", "sample.human_origin_cn": true, "sample.hgr_material": "cell_free_fluid", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": true,
  "sample.special_goods_cn": true, "sample.regulated_drug_device": false, "sample.live_animal": false, "sample.cites": "none", "sample.live_wild_origin": false, "sample.biomaterial_level": "na",
  "sample.un": "UN3373", "sample.refrigerant": "dry_ice", "sample.quantity": 12, date: addDays(today, 3),
};
const people = { requester: "researcher@smu.example", pi: "pi@smu.example", ethics: "ethics@smu.example", biosafety: "biosafety@hku.example", office: "office@smu.example", host: "host@hku.example", boundary: "hkia@boundary.example", elsewhere: "futian-lmcsl@boundary.example", stranger: "researcher@must.example", auditor: "auditor@causeway.example" } as const;
type Who = keyof typeof people;
const environment = { CAUSEWAY_DATA: process.env.CAUSEWAY_DATA };

test("a sample goes from nothing to permit, movement, audit and proof by the API alone", async ({ request }) => {
  test.setTimeout(300_000);
  const api = await apiOf(request);
  const world = await journeyWorld();
  const keys = Object.fromEntries(await Promise.all(Object.entries(people).map(async ([who, email]) => [who, await world.key(email)] as const))) as Record<Who, string>;
  await world.stop();
  const one = "/api/v1/requests/{id}";
  const id = randomUUID();
  const say = (who: Who, said: Readonly<Record<string, unknown>>) => api(`POST ${one}/commands`, { id }, { key: keys[who], json: { commandId: randomUUID(), ...said } });
  const look = async (who: Who = "requester") => (await api(`GET ${one}`, { id }, { key: keys[who] })).body;
  const accepted = async (who: Who, said: Readonly<Record<string, unknown>>) => ok(await say(who, said));
  const refused = async (who: Who, said: Readonly<Record<string, unknown>>, code: string) => expect(await say(who, said), `${who} ${JSON.stringify(said)}`).toMatchObject({ status: 422, body: { refusals: expect.arrayContaining([expect.objectContaining({ code })]) } });
  const record = async (requirements: readonly string[]) => {
    for (const requirement of requirements) await accepted("requester", { type: "recordRequirement", requirement, outcome: "granted", reference: "REF/2026/1", date: today, validUntil: addDays(today, 300) });
  };

  // What applies, asked without a key; then a draft of it, filled in, with its terms and a paper.
  const asked = ok(await api("POST /api/v1/requirements", {}, { json: { id: "story", facts: { kind: "sample", ...facts } } }));
  expect(asked).toMatchObject({ id: "story", unknown: [], regimes: expect.arrayContaining(["cn-special-goods-permit", "hk-biological-import-599a"]) });
  const beginning = { id, kind: "sample", title: "Serum by API", facts: { "to.city": "hongkong" }, parties: { home: "smu", host: "02zhqgq86" }, endorser: people.pi, window: { from: today, to: addDays(today, 60) }, limit: { value: "12", unit: "tube" } };
  expect(await api("POST /api/v1/requests", {}, { key: keys.requester, json: beginning })).toMatchObject({ status: 201, body: { id, status: "draft", version: 1, repeated: false } });
  expect(await api("POST /api/v1/requests", {}, { key: keys.requester, json: beginning })).toMatchObject({ status: 201, body: { id, repeated: true } });
  expect(await api("POST /api/v1/requests", {}, { key: keys.requester, json: { ...beginning, title: "Other" } })).toMatchObject({ status: 409, body: { refusals: [{ code: "idTaken" }] } });
  await accepted("requester", { type: "saveDraft", version: 1, facts });
  expect(await say("requester", { type: "saveDraft", version: 1, title: "Old tab" })).toMatchObject({ status: 409, body: { refusals: [{ code: "versionConflict" }] } });
  const paper = { name: "consent.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n") };
  const attached = await api(`POST ${one}/documents`, { id }, { key: keys.requester, file: paper, fields: { commandId: randomUUID() } });
  expect(attached.status).toBe(201);
  const early = await say("requester", { type: "submit" });
  expect(early.body.refusals.map((refusal: { code: string }) => refusal.code)).toEqual(expect.arrayContaining(["termsNotAccepted", "requirementOpen"]));
  await accepted("requester", { type: "acceptTerms", terms: (await look()).terms.map((terms: { id: string }) => terms.id) });
  await record((await look()).blockers.map((blocker: { requirement: string }) => blocker.requirement));
  expect((await look()).allowed).toContainEqual({ command: "submit", allowed: true, reasons: [] });
  for (const who of ["stranger", "auditor", "pi", "host"] as const) expect((await api(`GET ${one}`, { id }, { key: keys[who] })).status, `${who} sees no draft`).toBe(404);
  await accepted("requester", { type: "submit", expectedVersion: (await look()).version });

  // Each wrong person once, at the first step.
  const approve = { type: "approve", step: "endorsement" };
  await refused("requester", approve, "notPermitted");
  await refused("auditor", approve, "notPermitted");
  await refused("host", approve, "notPermitted");
  expect((await say("stranger", approve)).status).toBe(404);
  expect((await say("boundary", approve)).status).toBe(404);

  await accepted("pi", approve);
  await refused("pi", approve, "stepNotOpen");
  const queue = ok(await api("GET /api/v1/inbox", {}, { key: keys.ethics, query: { desk: "smu.ethics" } }));
  expect(queue.items.map((item: { request: { id: string } }) => item.request.id)).toContain(id);
  await accepted("ethics", { type: "comment", audience: "side", text: "Consent form seen on our side" });
  await accepted("ethics", { type: "return", step: "ethics", questions: [{ fact: "sample.quantity", text: "How many tubes?" }] });
  await refused("biosafety", { type: "approve", step: "biosafety" }, "wrongStatus");
  await accepted("requester", { type: "resubmit", facts: { "sample.quantity": 10 }, answers: [{ question: "1", text: "Ten" }] });

  // New answers: every desk that had decided decides again, then the others, on both sides.
  const steps = { endorsement: "pi", ethics: "ethics", biosafety: "biosafety", "sign-off": "office", acceptance: "host" } as const;
  for (let open = openSteps(await look()); open.length > 0; open = openSteps(await look())) for (const step of open) await accepted(steps[step as keyof typeof steps], { type: "approve", step });
  expect(await look()).toMatchObject({ status: "approved", permit: null });

  await record((await look()).blockers.map((blocker: { requirement: string }) => blocker.requirement));
  const { permit } = await look();
  expect(permit).toMatchObject({ status: "valid", limit: { value: "12", unit: "tube" }, used: "0", remaining: "12" });
  await record((await look()).blockers.map((blocker: { requirement: string }) => blocker.requirement));
  const crossing = { type: "recordMovement", direction: "out", quantity: { value: "5", unit: "tube" }, controlPoint: "hkia", at: new Date().toISOString() };
  expect((await say("elsewhere", crossing)).status).toBe(404);
  await refused("biosafety", crossing, "notPermitted");
  await accepted("boundary", crossing);
  await refused("requester", { ...crossing, quantity: { value: "8", unit: "tube" } }, "overLimit");
  expect(ok(await api("GET /api/v1/permits/{number}", { number: permit.number }))).toMatchObject({ status: "valid", used: "5", remaining: "7" });

  // The history proves itself, also to somebody from whom a part of it is withheld.
  const history = (who: Who) => eventsOf(api, id, keys[who]);
  const [whole, partly] = [await history("auditor"), await history("requester")];
  expect(whole.map(({ type }) => type)).toEqual(expect.arrayContaining(["request.submitted", "request.returned", "request.resubmitted", "request.approved", "permit.issued", "movement.recorded"]));
  expect(whole.filter(({ withheld }) => withheld)).toEqual([]);
  expect(partly.filter(({ withheld }) => withheld)).toHaveLength(1);
  expect(JSON.stringify(await history("host"))).not.toContain("Consent form seen on our side");
  for (const copy of [whole, partly]) expectLinked(id, copy);
  const proof = await causeway(["verify", "--json"], environment);
  expect([proof.code, JSON.parse(proof.out).ok], proof.out + proof.err).toEqual([0, true]);
  const found = ok(await api("GET /api/v1/requests", {}, { key: keys.auditor, query: { q: permit.number, status: "permitted", kind: "sample", desk: "smu.ethics" } }));
  expect(found.items.map((item: { id: string }) => item.id)).toEqual([id]);
});

test("every operation answers a stranger, a fool and a machine gone wild as its document says", async ({ request }) => {
  test.setTimeout(120_000);
  const api = await apiOf(request);
  const { code, out, err } = await causeway(["key", "--user", people.requester, "--json"], environment);
  expect(code, err).toBe(0);
  const { key: requester } = JSON.parse(out) as { key: string };
  const nobody = { id: "019a0000-0000-7000-8000-000000000000", document: "019a0000-0000-7000-8000-000000000001", number: "CWP-0000-0000-0000", kind: "wishes", organisation: "nowhere", quota: "nothing", year: "2026", version: "1", list: "revocation-9", code: "x".repeat(148) };
  const broken = { id: "%E0%A4%A", document: "..", number: "\u0000", kind: "..", organisation: "%E0%A4%A", quota: "\u0000", year: "-1", version: "one", list: "\u0000", code: "%E0%A4%A" };
  const long = { id: "../../etc/passwd", document: "%2e%2e", number: "x".repeat(2_000), kind: "x".repeat(2_000), organisation: "../../etc/passwd", quota: "x".repeat(2_000), year: "9".repeat(2_000), version: "9".repeat(2_000), list: `revocation-${"9".repeat(2_000)}`, code: "x".repeat(2_000) };
  for (const operation of api.operations) {
    const isPost = operation.startsWith("POST");
    // What is open to anybody finds nothing here, or is asked without what it needs.
    const open = /requirements/.test(operation) ? 200 : /credential/.test(operation) ? null : /permits|catalogue|status/.test(operation) ? 404 : /log\/(seal|keys)/.test(operation) ? 200 : /workdays|log\//.test(operation) ? 400 : null;
    expect([operation, (await api(operation, nobody, isPost ? { json: {} } : {})).status]).toEqual([operation, open ?? 401]);
    for (const parts of [nobody, broken, long]) {
      const answers = [await api(operation, parts, { key: requester, ...(isPost && { json: { nonsense: 1 } }) }), ...(isPost ? [await api(operation, parts, { key: requester, raw: "{", headers: { "content-type": "application/json" } }), await api(operation, parts, { key: requester, raw: "x", headers: { "content-type": "text/plain" } })] : [])];
      for (const { status, headers } of answers) {
        expect(status, operation).toBeLessThan(500);
        if (status >= 400) expect(headers, operation).toMatchObject({ "content-type": "application/problem+json", "cache-control": "no-store", "x-content-type-options": "nosniff" });
      }
    }
  }
  const huge = JSON.stringify({ facts: { kind: "sample" }, id: "x".repeat(1_100_000) });
  expect((await api("POST /api/v1/requirements", {}, { raw: huge, headers: { "content-type": "application/json" } })).status).toBe(413);
  for (const path of ["/api/v1/requests/%E0%A4%A", "/api/v1/permits/%ff", "/requests/%E0%A4%A", "/permits/%c0%ae%c0%ae", "/requests/x/edit/%ff", "/api/v1", "/api/v1/%"]) expect([path, (await request.get(path)).status() < 500], path).toEqual([path, true]);
});

function ok({ status, body }: Answered) {
  expect([status < 300, JSON.stringify(body).slice(0, 500)]).toEqual([true, expect.any(String)]);
  return body;
}

function openSteps({ steps }: { readonly steps: readonly { readonly id: string; readonly status: string }[] }): string[] {
  return steps.filter(({ status }) => status === "open").map(({ id }) => id);
}

type Entry = { readonly seq: number; readonly type?: string; readonly at?: string; readonly actor?: unknown; readonly data?: unknown; readonly salt?: string; readonly digest: string; readonly hash: string; readonly withheld?: true };

async function eventsOf(api: Api, id: string, key: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (let cursor: string | null = "0"; cursor !== null; ) {
    const { items, next }: { items: Entry[]; next: string | null } = ok(await api("GET /api/v1/requests/{id}/events", { id }, { key, query: { cursor } }));
    entries.push(...items);
    cursor = next;
  }
  return entries;
}

function expectLinked(id: string, entries: readonly Entry[]): void {
  let previous = genesis;
  for (const { digest, hash, withheld, ...said } of entries) {
    if (!withheld) expect(digestOf({ stream: `request:${id}`, seq: said.seq, type: said.type ?? "", at: said.at ?? "", actor: said.actor, data: said.data, salt: said.salt ?? "" })).toBe(digest);
    expect(hashAfter(previous, digest)).toBe(hash);
    previous = hash;
  }
}
