import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { v7 as newId } from "uuid";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { PersonActor } from "../../lib/access/actor.ts";
import { isAccepted } from "../../lib/server/answer.ts";
import { attachDocument } from "../../lib/server/documents.ts";
import { personActor } from "../../lib/server/person.ts";
import { demoWorld, type World } from "../db/demo-world.ts";
import { call, keyOf } from "./api-world.ts";
import { inRequest, signInAs } from "./forms-world.ts";
import { withFinding } from "./papers-world.ts";

/* Every way by which something of a request is handed out leaves a reading, an entry of what was taken away, or both; or docs/privacy.md says why not. */

type Leaves = "reading" | "taking" | "both";
/** Why a way leaves nothing, as docs/privacy.md explains it. */
type None = "Pages" | "Set-up" | "Public" | "Own link";
const api = (leaves: Leaves | None, ...names: readonly string[]) => Object.fromEntries(names.map((name) => [`app/api/v1/${name}`, leaves]));

const ways: Readonly<Record<string, Leaves | None>> = {
  "app/(desk)/audit/[id]/bundle": "both",
  "app/(desk)/audit/[id]/export": "both",
  "app/(desk)/audit/papers/[id]/bundle": "both",
  "app/(desk)/audit/take-away/file": "taking",
  "app/(desk)/requests/take-away/file": "taking",
  "app/(desk)/requests/[id]/credential/[form]": "reading",
  "app/(desk)/requests/[id]/documents/[document]": "reading",
  "app/(desk)/requests/[id]/ledger/template.csv": "reading",
  "app/(desk)/requests/[id]/permit.pdf": "reading",
  "app/(desk)/workflows/[id]/[version]/definition": "Set-up",
  "app/(public)/finder/pdf": "Public",
  "app/(public)/packs/[kind]/[language]/[digest]": "Public",
  "app/(public)/seals/[size]/seal.txt": "Public",
  "app/(public)/seals/verify_record.py": "Public",
  "app/.well-known/jwks.json": "Public",
  "app/api/auth/[...nextauth]": "Set-up",
  "app/calendar/[link]": "Own link",
  "app/language": "Public",
  ...api("both", "audit/papers/[id]/bundle", "requests/[id]/bundle", "requests/[id]/export"),
  ...api("taking", "audit/export"),
  ...api("reading", "permits/[number]/credential", "requests/[id]/documents/[document]", "requests/[id]/permit.pdf"),
  ...api("Pages", "audit/events", "audit/findings", "audit/papers", "audit/papers/[id]", "audit/papers/[id]/events", "audit/questions", "audit/questions/[id]", "audit/sample", "break-glass", "dossiers", "dossiers/[id]", "dossiers/[id]/events", "hand-overs/[code]", "inbox", "requests", "requests/[id]", "requests/[id]/at", "requests/[id]/difference", "requests/[id]/documents", "requests/[id]/events", "requests/[id]/moves", "requests/[id]/reads", "retention", "retention/holds"),
  ...api("Set-up", "accounts", "accounts/[organisation]/[quota]/[year]", "accounts/[organisation]/[quota]/[year]/events", "calendar-links", "retention/terms", "seal-mails", "stand-ins", "workflow-proposals/[id]", "workflows", "workflows/[id]/[version]"),
  ...api("Public", "[[...path]]", "catalogue/[kind]", "empty", "log/consistency", "log/keys", "log/proof", "log/seal", "openapi.json", "permits/[number]", "status/[list]", "workdays"),
};

const root = join(import.meta.dirname, "../..");
const gives = /export (?:(?:async )?function GET\b|const GET\b|const \{[^}]*\bGET\b[^}]*\} = (?!besides)|\{[^}]*\bGET\b)/;
const routes = readdirSync(join(root, "app"), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith("/route.ts"))
  .map((name) => `app/${name}`)
  .filter((file) => gives.test(readFileSync(join(root, file), "utf8")))
  .map((file) => file.slice(0, -"/route.ts".length));

test("every route that answers has its place here, and a reason in docs/privacy.md where it leaves nothing", () => {
  expect(routes.filter((route) => !(route in ways))).toEqual([]);
  expect(Object.keys(ways).filter((route) => !routes.includes(route))).toEqual([]);
  const privacy = readFileSync(join(root, "docs/privacy.md"), "utf8");
  for (const why of ["Pages", "Set-up", "Public", "Own link", "Operator"]) expect([why, privacy.includes(`- **${why}**: `)]).toEqual([why, true]);
});

let world: World;
let values: Readonly<Record<string, string>>;
const auditor = "auditor@causeway.example";
beforeAll(async () => {
  world = await demoWorld();
  const [row] = await world.owner<{ id: string; number: string; requester: string }[]>`select r.request_id as id, p.number, q.email as requester from requests r join permits p using (request_id) join people q on q.id = r.requester where r.status = 'permitted' and p.number like 'CWP-%' order by 1 limit 1`;
  if (!row) throw new Error("nothing is permitted");
  const attached = await attachDocument((await personActor(row.requester)) as PersonActor, row.id, { name: "list.txt", bytes: new TextEncoder().encode("A list."), paper: null, commandId: newId() });
  if (!isAccepted(attached) || !attached.document) throw new Error(JSON.stringify(attached));
  const paper = await withFinding(world);
  values = { request: row.id, number: row.number, document: attached.document.id, paper: paper.id };
});
afterAll(() => world.stop());

/** How many readings of the auditor's, and entries of what they took away, there are. */
async function written(): Promise<{ readings: number; takings: number }> {
  const [row] = await world.owner<{ readings: number; takings: number }[]>`select (select count(*)::int from document_reads r join people p on p.id = r.person where p.email = ${auditor}) as readings, (select count(*)::int from events where stream like 'config:%' and data::text like '%taken-away%') as takings`;
  return row ?? { readings: 0, takings: 0 };
}

const placed = (route: string) => route.replace("audit/papers/[id]", `audit/papers/${values.paper}`).replace("[id]", values.request ?? "").replace("[document]", values.document ?? "").replace("[number]", values.number ?? "").replace("[form]", "jwt");
const asked: Readonly<Record<string, string>> = { "app/(desk)/audit/take-away/file": "?format=csv&q=sample", "app/(desk)/requests/take-away/file": "?format=csv", "app/api/v1/audit/export": "?format=csv&q=sample" };
const recording = Object.entries(ways).filter(([, leaves]) => ["reading", "taking", "both"].includes(leaves));

test.each(recording)("%s leaves a %s", async (route, leaves) => {
  const before = await written();
  const path = `${placed(route).replace(/^app(\/\([a-z]+\))?/, "")}${asked[route] ?? ""}`;
  const response = route.startsWith("app/api/") ? (await call(`GET ${route.slice("app".length).replaceAll(/\[(\w+)\]/g, "{$1}")}`, path, { key: await keyOf(auditor) })).response : await opened(route, path);
  expect([path, response.status]).toEqual([path, 200]);
  if (!response.bodyUsed) await response.arrayBuffer();
  const after = await written();
  expect({ reading: after.readings > before.readings, taking: after.takings > before.takings }).toEqual({ reading: leaves !== "taking", taking: leaves !== "reading" });
});

/** A route of the pages, as a browser asks for it. */
async function opened(route: string, path: string): Promise<Response> {
  await signInAs(auditor, "en");
  const { GET } = (await import(/* @vite-ignore */ pathToFileURL(join(root, route, "route.ts")).href)) as { GET: (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response> };
  const params = Object.fromEntries([...route.matchAll(/\[(\w+)\]/g)].map(([, name = ""], at) => [name, placed(route).split("/")[route.split("/").indexOf(`[${name}]`)] ?? String(at)]));
  return inRequest(new Headers(), () => GET(new Request(`http://localhost${path}`), { params: Promise.resolve(params) }));
}
