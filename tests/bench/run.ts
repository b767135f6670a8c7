import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { withDatabase } from "../../cli/serve/database.ts";
import { issueKeyFor } from "../../lib/server/keys.ts";
import { startCauseway } from "../support/causeway.ts";
import { loadCases } from "./load.ts";
import { measure } from "./measure.ts";

/**
 * Measures the API of a production build on a database of its own, beside what the machine allows: an empty JSON route and
 * an empty dynamic page of the same build, and a statement through postgres.js alone. One JSON line a measurement, then the ratios.
 */
export async function runBench({ requests, seconds }: { requests: number; seconds: number }, say: (line: unknown) => void): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const running = await startCauseway({ CAUSEWAY_DATA: folder, PORT: port });
  try {
    process.env.CAUSEWAY_DATA = folder;
    return await withDatabase({ schema: false }, async () => {
      await loadCases(requests);
      say({ loaded: requests });
      await measureAll(`http://localhost:${port}`, seconds, say);
      return 0;
    });
  } finally {
    running.signal("SIGINT");
    await running.over;
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureAll(base: string, seconds: number, say: (line: unknown) => void): Promise<void> {
  const [requester, officer] = [await headersFor("researcher@smu.example"), await headersFor("biosafety@hku.example")];
  const detail = ((await (await fetch(`${base}/api/v1/requests?status=in-review`, { headers: requester })).json()) as { items: { id: string }[] }).items[0]?.id ?? "";
  const sql = postgres(process.env.DATABASE_URL ?? "", { max: 32 });
  const get = (path: string, headers: HeadersInit) => async () => ok(await fetch(base + path, { headers }));
  const operations: Record<string, (client: number, round: number) => Promise<boolean>> = {
    "empty JSON route": get("/api/v1/empty", {}),
    "empty dynamic page": get("/empty", {}),
    "statement through postgres.js": async () => (await sql`select 1 as one`).length === 1,
    list: get("/api/v1/requests", requester),
    "list with filters": get("/api/v1/requests?status=in-review&q=serum", requester),
    inbox: get("/api/v1/inbox", officer),
    detail: get(`/api/v1/requests/${detail}`, requester),
    history: get(`/api/v1/requests/${detail}/events`, requester),
    create: async () => (await created(base, requester)) !== null,
    "create, answer and submit": async () => submitted(base, requester),
    "requests page": get("/permits", {}),
  };
  const reference: Record<number, Record<string, number>> = {};
  for (const clients of [1, 8, 32]) {
    const row: Record<string, number> = (reference[clients] = {});
    for (const [name, once] of Object.entries(operations)) {
      const measured = await measure(name, clients, seconds * 1000, once);
      row[name] = measured.p50;
      say(measured);
    }
    const empty = row["empty JSON route"] ?? 1;
    say({ clients, timesTheEmptyRoute: Object.fromEntries(Object.entries(row).map(([name, p50]) => [name, Math.round((p50 / empty) * 100) / 100])) });
  }
  await sql.end();
}

async function headersFor(email: string): Promise<Record<string, string>> {
  const issued = await issueKeyFor(email, { name: "bench", scopes: ["read", "write"] }, new Date());
  if (!issued || "code" in issued) throw new Error(`no key for ${email}`);
  return { authorization: `Bearer ${issued.key}`, "content-type": "application/json", "accept-language": "en" };
}

const facts = {
  "from.city": "guangzhou", "to.city": "hongkong", "from.zone": "none", "to.zone": "none", mode: "courier", checkpoint: "hkia", "org.from.type": "university", "org.to.type": "university", "org.foreign_party": true,
  "sample.class": "environmental", "sample.pathogen_cat_cn": "none", "sample.infectious_suspected": false, "sample.special_goods_cn": false, "sample.regulated_drug_device": false, "sample.animal_derived": false,
  "sample.live_animal": false, "sample.plant_material": false, "sample.soil": false, "sample.cites": "none", "sample.live_wild_origin": false, "sample.gmo": "none", "sample.biomaterial_level": "na", "sample.un": "none", "sample.refrigerant": "gel", "sample.quantity": 4,
};

async function created(base: string, headers: HeadersInit): Promise<string | null> {
  const date = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const to = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);
  const body = JSON.stringify({ kind: "sample", title: "Bench water", facts: { ...facts, date }, parties: { home: "smu", host: "hku" }, window: { from: date, to } });
  const answer = await fetch(`${base}/api/v1/requests`, { method: "POST", headers, body });
  return answer.status === 201 ? ((await answer.json()) as { id: string }).id : null;
}

async function submitted(base: string, headers: HeadersInit): Promise<boolean> {
  const id = await created(base, headers);
  const give = async (command: object) => ok(await fetch(`${base}/api/v1/requests/${id}/commands`, { method: "POST", headers, body: JSON.stringify({ commandId: randomUUID(), ...command }) }));
  return id !== null && (await give({ type: "acceptTerms", terms: ["true-answers", "material-use"] })) && (await give({ type: "submit" }));
}

async function ok(answer: Response): Promise<boolean> {
  await answer.arrayBuffer();
  return answer.ok;
}
