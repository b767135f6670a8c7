import { v7 as newId } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publish } from "../../lib/server/publish.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, give, keyFor, upload } from "./api-world.ts";

/* Every route and every command, asked by each role that has no part in the case, or only a part of it. */

const pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n";
const keys = new Map<string, string>();
let world: World;
/** A case with a permit, from Hong Kong to the Mainland, with a paper of its own. */
let permitted: string;
let paper: string;
/** A case in review, and a draft with a paper, of other people. */
let reviewed: string;
let draft: string;
let draftPaper: string;
let requester: string;

beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<{ id: string; email: string }[]>`
    select r.request_id as id, p.email from requests r join people p on p.id = r.requester join permits using (request_id)
     where r.status = 'permitted' and r.from_jurisdiction = 'HK' and r.to_jurisdiction = 'CN' and r.home = 'hkust' order by 1 limit 1`;
  const [open] = await world.owner<{ id: string }[]>`select request_id as id from requests where status = 'in-review' and from_jurisdiction <> 'MO' and to_jurisdiction <> 'MO' and home <> 'um' order by 1 limit 1`;
  permitted = row?.id ?? "";
  reviewed = open?.id ?? "";
  requester = row?.email ?? "";
  paper = (await upload(permitted, await key(requester), pdf, "a.pdf")).body.id;
  draft = (await call("POST /api/v1/requests", "/api/v1/requests", { key: await key("researcher@cityu.example"), json: { kind: "sample", title: "Unseen", parties: { home: "cityu" } } })).body.id;
  draftPaper = (await upload(draft, await key("researcher@cityu.example"), pdf, "b.pdf")).body.id;
}, 240_000);
afterAll(() => world.stop());

async function key(email: string): Promise<string> {
  if (!keys.has(email)) keys.set(email, await keyFor(email));
  return keys.get(email) ?? "";
}

const commands: readonly Readonly<Record<string, unknown>>[] = [
  { type: "saveDraft", title: "Mine now" },
  { type: "deleteDraft" },
  { type: "acceptTerms", terms: ["true-answers"] },
  { type: "submit" },
  { type: "withdraw", reason: "x" },
  { type: "approve", step: "endorsement" },
  { type: "approveWithConditions", step: "sign-off", conditions: [{ text: "x" }] },
  { type: "reject", step: "acceptance", reasons: [{ code: "other", text: "x" }] },
  { type: "return", step: "biosafety", questions: [{ text: "x" }] },
  { type: "resubmit", answers: [] },
  { type: "comment", audience: "desks", text: "x" },
  { type: "comment", audience: "requester", text: "x" },
  { type: "recordRequirement", requirement: "cn-customs-declaration", outcome: "filed", reference: "x", date: "2026-01-01" },
  { type: "recordMovement", direction: "out", quantity: { value: "1", unit: "container" }, at: new Date().toISOString() },
  { type: "close", reason: "x" },
  { type: "revoke", reason: "x" },
  { type: "amend", limit: { value: "1", unit: "container" }, reason: "x" },
  { type: "renew", window: { from: "2026-01-01", to: "2099-01-01" }, reason: "x" },
  { type: "withdrawAmendment", reason: "x" },
  { type: "suspend", reason: "x" },
  { type: "reinstate", reason: "x" },
  { type: "reissue", reason: "x" },
  { type: "transfer", to: "postdoc@hkust.example", reason: "x" },
  { type: "correct", what: 1, text: "x" },
  { type: "appeal", reason: "x" },
  { type: "decideAppeal", outcome: "upheld", reason: "x" },
  { type: "dropStep", step: "biosafety", reason: "x" },
  { type: "move", version: 1, reason: "x" },
  { type: "extend", step: "endorsement", workingDays: 1, reason: "x" },
];

/** Nobody of these has a part in the cases above: what they ask for is not there. */
const outsiders = ["researcher@um.example", "biosafety@um.example", "admin@um.example", "admin@hkust.example", "auditor@um.example", "auditor.mo@causeway.example", "hengqin@boundary.example", "policy@causeway.example", "admin@causeway.example"];

describe.each(outsiders)("for %s what is another's is not there", (email) => {
  test.each(["permitted", "reviewed", "draft"] as const)("a case that is %s", async (which) => {
    const id = { permitted, reviewed, draft }[which];
    const document = which === "draft" ? draftPaper : paper;
    const before = await footprint(id);
    const reads = [["GET /api/v1/requests/{id}", ""], ["GET /api/v1/requests/{id}/events", "/events"], ["GET /api/v1/requests/{id}/documents", "/documents"], ["GET /api/v1/requests/{id}/documents/{document}", `/documents/${document}`]] as const;
    const theirs = await key(email);
    expect(await Promise.all(reads.map(async ([name, path]) => [name, (await call(name, `/api/v1/requests/${id}${path}`, { key: theirs })).status]))).toEqual(reads.map(([name]) => [name, 404]));
    expect(await Promise.all(commands.map(async (said) => [said, (await give(id, theirs, said)).status]))).toEqual(commands.map((said) => [said, 404]));
    expect((await upload(id, await key(email), pdf, "c.pdf")).status).toBe(404);
    const { body } = await call("GET /api/v1/requests", "/api/v1/requests?limit=100", { key: await key(email) });
    expect(body.items.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(await footprint(id)).toEqual(before);
  });
});

test("an auditor reads the case and changes nothing of it", async () => {
  for (const id of [permitted, reviewed]) {
    const before = await footprint(id);
    expect((await call("GET /api/v1/requests/{id}", `/api/v1/requests/${id}`, { key: await key("auditor@causeway.example") })).status).toBe(200);
    for (const said of commands) expect([said, await give(id, await key("auditor@causeway.example"), said)]).toEqual([said, expect.objectContaining({ status: 422, body: expect.objectContaining({ refusals: [expect.objectContaining({ code: "notPermitted" })] }) })]);
    expect((await upload(id, await key("auditor@causeway.example"), pdf, "c.pdf")).body.refusals).toMatchObject([{ code: "notPermitted" }]);
    expect(await footprint(id)).toEqual(before);
  }
});

test("who has a part in a case may do no more than that part", async () => {
  const before = await footprint(permitted);
  const staff = await world.owner<{ email: string }[]>`select distinct p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk and g.role = 'desk-officer' join people p on p.id = g.person_id where s.request_id = ${permitted}`;
  expect(staff.length).toBeGreaterThan(1);
  for (const { email } of staff) {
    for (const said of commands.filter(({ type }) => type !== "comment" && type !== "recordRequirement")) expect([email, said, (await give(permitted, await key(email), said)).status]).toEqual([email, said, 422]);
  }
  for (const said of commands.filter(({ type }) => ["approve", "approveWithConditions", "reject", "return", "revoke", "extend"].includes(String(type)))) expect([said, (await give(permitted, await key(requester), said)).status]).toEqual([said, 422]);
  expect(await footprint(permitted)).toEqual(before);
});


test("a paper is only found under its own request", async () => {
  const own = (await call("POST /api/v1/requests", "/api/v1/requests", { key: await key(requester), json: { kind: "sample", title: "Own" } })).body.id;
  for (const document of [paper, draftPaper]) expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${own}/documents/${document}`, { key: await key(requester) })).status).toBe(404);
  expect((await call("GET /api/v1/requests/{id}/documents/{document}", `/api/v1/requests/${permitted}/documents/${draftPaper}`, { key: await key(requester) })).status).toBe(404);
});

test("notes of one side are read on that side alone", async () => {
  const sides = await world.owner<{ side: string; email: string }[]>`
    select distinct on (s.side) s.side, p.email from steps s join grants g on g.scope_kind = 'desk' and g.scope_id = s.desk join people p on p.id = g.person_id
     where s.request_id = ${permitted} and s.side in ('origin', 'destination') order by s.side, p.email`;
  expect(sides.map(({ side }) => side)).toEqual(["destination", "origin"]);
  for (const { side, email } of sides) {
    const text = `Only for ${side} ${newId()}`;
    expect((await give(permitted, await key(email), { type: "comment", audience: "side", text })).status).toBe(200);
    const seenBy = async (who: string) => JSON.stringify((await call("GET /api/v1/requests/{id}/events", `/api/v1/requests/${permitted}/events`, { key: await key(who) })).body).includes(text);
    for (const other of sides) expect([side, other.side, await seenBy(other.email)]).toEqual([side, other.side, other.side === side]);
    expect(await seenBy(requester)).toBe(false);
    expect(await seenBy("auditor@causeway.example")).toBe(true);
  }
});

test("the key of somebody who has left opens nothing, from that moment on", async () => {
  const leaving = await key("postdoc@scut.example");
  expect((await call("GET /api/v1/requests", "/api/v1/requests", { key: leaving })).status).toBe(200);
  const [person] = await world.owner<{ id: string; email: string; name: string; language: "en"; organisation: string }[]>`select id, email, name, language, organisation from people where email = 'postdoc@scut.example'`;
  if (!person) throw new Error("nobody");
  await publish({ kind: "system" }, [{ of: "person", ...person, active: false }]);
  for (const [name, path] of [["GET /api/v1/requests", "/api/v1/requests"], ["GET /api/v1/inbox", "/api/v1/inbox"], ["POST /api/v1/requests", "/api/v1/requests"]] as const) expect((await call(name, path, { key: leaving, ...(name.startsWith("POST") && { json: { kind: "sample" } }) })).status).toBe(401);
});

test("addresses that look alike are other addresses", async () => {
  for (const endorser of ["pi@hkust.examp1e", "рi@hkust.example", "pi@hkust.example.", "pi @hkust.example", "pi@hkust．example\u200b", "PI@HKUST.EXAMPLE\n"]) {
    const { status, body } = await call("POST /api/v1/requests", "/api/v1/requests", { key: await key(requester), json: { kind: "sample", title: "x", endorser } });
    expect([endorser, status]).toEqual([endorser, 201]);
    const named = body.warnings.every((one: { code: string }) => one.code !== "unknownEndorser");
    // Space around and capitals are no difference; another letter is.
    expect([endorser, named]).toEqual([endorser, endorser.trim().toLowerCase() === "pi@hkust.example"]);
  }
});

async function footprint(id: string): Promise<unknown> {
  const [row] = await world.owner`select (select count(*)::int from events where request_id = ${id}) as events, (select version from drafts where request_id = ${id}) as draft, (select count(*)::int from draft_documents where request_id = ${id}) as papers`;
  return { ...row };
}
