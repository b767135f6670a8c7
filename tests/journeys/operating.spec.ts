import { once } from "node:events";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { causeway, startCauseway } from "../support/causeway.ts";
import { scratchFolder } from "../support/scratch.ts";

let environment: { CAUSEWAY_DATA: string; PORT: string };

test.beforeAll(async () => {
  environment = { CAUSEWAY_DATA: scratchFolder(), PORT: String(await freePort()) };
  // An installation of its own, so that no demonstration is made on the way.
  const first = await causeway("init --organisation hku --name HKU --jurisdiction HK --city hongkong --email first@hku.example --person First".split(" "), environment);
  expect(first, first.err).toMatchObject({ code: 0 });
});

test.afterAll(() => rmSync(environment.CAUSEWAY_DATA, { recursive: true, force: true }));

test("what commands write is sealed when they end, whether or not a server will run", async () => {
  expect(await causeway("key --user first@hku.example".split(" "), environment)).toMatchObject({ code: 0 });
  const files = ["first", "second"].map((name) => join(environment.CAUSEWAY_DATA, `${name}.ndjson`));
  for (const file of files) expect(await causeway(["export", "--all", "--out", file], environment)).toMatchObject({ code: 0 });
  const [first, second] = await Promise.all(files.map(async (file) => JSON.parse((await causeway(["verify", file, "--json"], environment)).out)));
  // Each tells of its own taking away, which ends after it.
  expect(first).toMatchObject({ ok: true, unsealed: 1 });
  expect(second).toMatchObject({ ok: true, unsealed: 1, events: first.events + 2 });
});

test("starts, lends its database to the operator's command, answers what has begun before the end, and SIGTERM ends it, leaving no process behind", async () => {
  const running = await startCauseway(environment);
  expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);
  const people = await causeway(["people", "--json"], environment);
  expect(people.code).toBe(0);
  expect(JSON.parse(people.out)).toMatchObject({ email: "first@hku.example" });
  expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);

  const headers = { "content-type": "application/json", expect: "100-continue" };
  const question = request({ port: environment.PORT, path: "/api/v1/requirements", method: "POST", headers });
  const answer = new Promise<number | undefined>((resolve, reject) => question.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject));
  question.flushHeaders();
  await once(question, "continue");
  running.signal("SIGTERM");
  question.end('{"facts": {"kind": "sample"}}');
  expect(await answer).toBe(200);
  const { code, err } = await running.over;
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("what was killed leaves nothing running, the next start recovers by itself, and SIGINT ends it, leaving no process behind", async () => {
  const killed = await startCauseway(environment);
  killed.signal("SIGKILL");
  await killed.over;
  const running = await startCauseway(environment);
  expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);
  running.signal("SIGINT");
  expect((await running.over).code).toBe(0);
  expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("ends when nobody reads any more what it writes", async () => {
  const running = await startCauseway(environment);
  running.stopReading();
  expect((await running.over).code).toBe(0);
  expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("ends when the program that started it is killed", async () => {
  const starter = `const child = require("node:child_process").spawn(process.execPath, ["cli/start.mjs"], { stdio: ["ignore", "pipe", "pipe"], detached: true }); child.stdout.pipe(process.stdout);`;
  const running = await startCauseway(environment, [process.execPath, "-e", starter]);
  running.signal("SIGKILL");
  await expect.poll(() => processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("ends when the npm that ran it is killed", async () => {
  const running = await startCauseway(environment, ["npm", "start"]);
  process.kill(running.pid, "SIGKILL");
  await running.over;
  await expect.poll(() => processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("says that its database is gone, and ends", async () => {
  const running = await startCauseway(environment);
  const postmaster = readFileSync(join(environment.CAUSEWAY_DATA, "postgres/postmaster.pid"), "utf8").split("\n")[0];
  process.kill(Number(postmaster), "SIGKILL");
  const { code, err } = await running.over;
  // The worker may have looked for work in between, or been in the middle of it, and says in its own line that nobody answered.
  const lines = err.trimEnd().split("\n").filter((line) => !/^worker: (connect ECONNREFUSED|write CONNECTION_CLOSED|read ECONNRESET)/.test(line));
  expect(lines).toEqual([expect.stringMatching(/^causeway: the embedded database ended by itself; its log is \S+postgres\.log\. Start again to recover$/)]);
  expect(code).toBe(1);
  expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

/** The command lines of processes that were told of a folder, where the system shows them. */
function processesOn(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [told, line] = ["environ", "cmdline"].map((file) => readFileSync(`/proc/${pid}/${file}`, "utf8").replaceAll("\0", " "));
        return `${told} ${line}`.includes(folder) && line ? [line] : [];
      } catch {
        return [];
      }
    });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
