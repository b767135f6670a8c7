import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { desc, inArray } from "drizzle-orm";
import postgres from "postgres";
import { withDatabase } from "../../cli/serve/database.ts";
import { asReader } from "../../db/client.ts";
import { sealKept } from "../../db/queries/seals.ts";
import { requests } from "../../db/schema/requests.ts";
import { isAnyWaiting } from "../../db/seal.ts";
import { verify } from "../../db/verify.ts";
import { sealAll } from "../../lib/server/sealer.ts";
import { startCauseway } from "../support/causeway.ts";
import { ask, closeConnections } from "./ask.ts";
import { castOf, openSteps, type Player } from "./cast.ts";
import { weighEntries } from "./entries.ts";
import { loadCases } from "./load.ts";
import { type Attempt, measure, type Measured, rounded } from "./measure.ts";
import { type Operation, operationsOn, warmUps, type World } from "./operations.ts";
import { pagesOf } from "./pages.ts";
import { questionsOn, type QuestionRow } from "./questions.ts";
import { weighCases } from "./rules.ts";
import { connection, play, recorded, type Recording, rehearse } from "./statements.ts";

export type Bench = { readonly requests: number; readonly seconds: number };
type Say = (line: unknown) => void;

const counts = [1, 8, 32] as const;

/**
 * Measures a production build on a database of its own, in a folder that goes afterwards: the API's operations, the same
 * statements through postgres.js alone, the main pages, and before each the empty route or page of the same build; and auditors' questions, each
 * after a page of the record by time alone. One JSON line a measurement; `times…` are ratios of the medians, `times…At95` of the 95th percentiles. Ends with the ratios side by side, and a check of the
 * whole record. Answers 1 when an operation failed or the record does not hold.
 */
export async function runBench(bench: Bench, say: Say): Promise<number> {
  const stop = new AbortController();
  // For good: Ctrl-C reaches us twice, from the terminal and from whoever started us, and the second would end us with the folder still there.
  const interrupted = new Promise<number>((resolve) => ["SIGINT", "SIGTERM", "SIGHUP"].forEach((signal) => process.on(signal, () => resolve(130))));
  void interrupted.then(() => stop.abort());
  const folder = mkdtempSync(join(tmpdir(), "causeway-bench-"));
  const work = benchIn(folder, bench, { say, stop: stop.signal });
  try {
    return await Promise.race([interrupted, work.done]);
  } finally {
    closeConnections();
    stop.abort();
    await work.over;
    // A database that was cut off in the middle of its load may still be writing when its server is gone.
    rmSync(folder, { recursive: true, force: true, maxRetries: 40, retryDelay: 250 });
  }
}

/** `done` is the exit code, `over` when nothing that was started for it runs any more. */
function benchIn(folder: string, bench: Bench, { say, stop }: { readonly say: Say; readonly stop: AbortSignal }) {
  const starting = freePort().then(async (port) => {
    const environment = { CAUSEWAY_DATA: folder, PORT: String(port), TRUSTED_PROXIES: "1", API_RATE: "10000000" };
    Object.assign(process.env, environment, { DATABASE_POOL: "1" });
    return { base: `http://localhost:${port}`, running: await startCauseway(environment, undefined, stop) };
  });
  return {
    done: starting.then(({ base }) => withDatabase("database", () => measureAll(base, bench, say))),
    // Who could not start has ended.
    over: starting.then(({ running }) => running.over, () => {}),
  };
}

async function measureAll(base: string, bench: Bench, say: Say): Promise<number> {
  const begun = performance.now();
  const loaded = await loadCases(bench.requests);
  const seal = await sealEverything();
  await tidy();
  say({ row: "load", requests: bench.requests, events: loaded, seconds: rounded((performance.now() - begun) / 1000), cores: availableParallelism(), load: loadavg().map(rounded), node: process.version });
  for (const row of weighCases(bench.seconds * 1000)) say({ row: "rules", ...row });
  say({ row: "seal", ...seal });
  const world = await worldAt(base, seal.size);
  const pages = await pagesOf(world, await openSteps(world.officers, 1));
  const operations = await operationsOn(world, counts.length, { most: Math.ceil(bench.seconds * 250), recorded: Math.ceil(bench.seconds * 40) });
  const questions = questionsOn(world);
  await warmUp([...operations, ...pages, ...questions]);
  const ratios = [];
  for (const operation of operations.filter(({ name }) => name === "submit" || name === "decide")) {
    const cost = await weighEntries(operation, bench.seconds * 1000);
    say({ row: "entries", ...cost });
    ratios.push({ entries: operation.name, failed: cost.failed, share: cost.share });
  }
  for (const clients of counts) {
    for (const operation of operations) ratios.push(await apiRow(operation, { base, clients, bench }, say));
    for (const question of questions) ratios.push(await questionRow(question, { base, clients, bench }, say));
    for (const page of pages) ratios.push(await pageRow(page.name, page.attempt, { base, clients, bench }, say));
  }
  say({ row: "ratios", load: loadavg().map(rounded), ratios });
  const check = performance.now();
  const { ok, streams, events, problems } = await verify();
  const seconds = (performance.now() - check) / 1000;
  say({ row: "verify", ok, streams, events, problems: problems.slice(0, 5), seconds: rounded(seconds), perSecond: Math.round(events / seconds) });
  return ok && ratios.every(({ failed }) => failed === 0) ? 0 : 1;
}

/** The planner's numbers, which a database of this size would have had for long. */
async function tidy(): Promise<void> {
  const owner = postgres(process.env.DATABASE_OWNER_URL ?? "", { max: 1, onnotice: () => {} });
  await owner.unsafe("vacuum analyze");
  await owner.end();
}

/** Seals what was loaded. The server that is measured seals as well, and whoever comes second waits. */
async function sealEverything(): Promise<{ size: number; events: number; seconds: number; perSecond: number }> {
  const begun = performance.now();
  let events = 0;
  for (let waiting = true; waiting; waiting = await asReader({ kind: "system" }, isAnyWaiting)) {
    events += await sealAll();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const seconds = (performance.now() - begun) / 1000;
  return { size: (await sealKept())?.size ?? 0, events, seconds: rounded(seconds), perSecond: Math.round(events / seconds) };
}

async function worldAt(base: string, sealed: number): Promise<World> {
  const cast = await castOf((email) => /^(researcher|postdoc|head|biosafety|ethics|export|office|host|pi)@|^auditor(\.mo)?@causeway/.test(email));
  const players = [...cast.values()];
  const researchers = players.filter(({ actor }) => /^(researcher|postdoc)@(smu|sysu|scut|jnu|hkust-gz)\./.test(actor.email));
  const officers = players.filter(({ actor }) => actor.grants.some(({ permissions }) => permissions.includes("step.decide")));
  const [auditor, auditorOfOne] = ["auditor@causeway.example", "auditor.mo@causeway.example"].map((email) => cast.get(email));
  if (!auditor || !auditorOfOne) throw new Error("the demonstration has no auditor of everything, or of Macao alone");
  const own = new Map(researchers.map((player): [string, Player] => [player.actor.id, player]));
  const found = await asReader({ kind: "system" }, (tx) => tx.select({ id: requests.requestId, requester: requests.requester }).from(requests).where(inArray(requests.requester, [...own.keys()])).orderBy(desc(requests.requestId)).limit(500));
  return { base, sealed, researchers, officers, auditor, auditorOfOne, requests: found.flatMap(({ id, requester }) => (own.has(requester) ? [{ id, player: own.get(requester) as Player }] : [])) };
}

type At = { readonly base: string; readonly clients: number; readonly bench: Bench };

/** An operation through the API, beside the empty route and its own statements. */
async function apiRow(operation: Operation, at: At, say: Say) {
  const { name } = operation;
  const empty = await emptyRow("/api/v1/empty", at, say);
  const measured = await measure(at.clients, at.bench.seconds * 1000, operation.attempt, operation.most);
  const alone = await statementsRow(operation, at);
  const times = { timesEmpty: ratio(measured.p50, empty.p50), timesEmptyAt95: ratio(measured.p95, empty.p95), timesStatements: ratio(measured.p50, alone.p50) };
  say({ row: "api", operation: name, ...measured, ...times });
  say({ row: "statements", operation: name, ...alone });
  return { operation: name, clients: at.clients, failed: measured.failed + alone.failed, ...times };
}

/** A page of what a question finds, beside a page of the record by time alone. */
async function questionRow({ name, attempt, keyed }: QuestionRow, { clients, bench }: At, say: Say) {
  const plain = await measure(clients, bench.seconds * 500, keyed);
  const measured = await measure(clients, bench.seconds * 1000, attempt);
  const times = { timesKeyed: ratio(measured.p50, plain.p50), timesKeyedAt95: ratio(measured.p95, plain.p95) };
  say({ row: "keyed", operation: "page by time", ...plain });
  say({ row: "question", operation: name, ...measured, ...times });
  return { question: name, clients, failed: measured.failed + plain.failed, ...times };
}

async function pageRow(name: string, attempt: Attempt, at: At, say: Say) {
  const empty = await emptyRow("/empty", at, say);
  const measured = await measure(at.clients, at.bench.seconds * 1000, attempt);
  const times = { timesEmpty: ratio(measured.p50, empty.p50) };
  say({ row: "page", operation: name, ...measured, ...times });
  return { page: name, clients: at.clients, failed: measured.failed, ...times };
}

/** What the machine allows at this moment, right before what it is held to: others may be at work on it. */
async function emptyRow(path: string, { base, clients, bench }: At, say: Say): Promise<Measured> {
  const measured = await measure(clients, bench.seconds * 500, async () => (await ask(base + path)).status === 200);
  say({ row: "empty", operation: path === "/empty" ? "empty page" : "empty route", ...measured });
  return measured;
}

/** The very statements of an operation through postgres.js alone, a connection a client. Reads are played round and round. */
async function statementsRow({ works, writes, recordings: count }: Operation, { clients, bench }: At): Promise<Measured> {
  const recordings: Recording[] = await recorded(works(count));
  const connections = Array.from({ length: clients }, connection);
  // Each connection prepares its statements once, as the server's have done for long.
  for (const one of connections) await rehearse(one, recordings[0] ?? []);
  let next = 0;
  const once: Attempt = async (client) => {
    const recording = writes ? recordings.pop() : recordings[next++ % recordings.length];
    return recording === undefined ? null : play(connections[client] as postgres.Sql, recording);
  };
  const measured = await measure(clients, bench.seconds * 1000, once);
  await Promise.all(connections.map((one) => one.end()));
  return measured;
}

/** Every route and page some times before anything is timed: what has never run is read, compiled and prepared first, which took a decision a second. */
async function warmUp(rows: readonly { readonly attempt: Attempt }[]): Promise<void> {
  for (const { attempt } of rows) for (let round = 0; round < warmUps; round++) await attempt(0);
}

function ratio(one: number, other: number): number | null {
  return other === 0 ? null : rounded(one / other);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
