import { once } from "node:events";
import { readFileSync, readdirSync, rmSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
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

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  test(`starts, and ${signal} ends it, leaving no process behind`, async () => {
    const running = await startCauseway(environment);
    expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);
    running.signal(signal);
    const { code, err } = await running.over;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
  });
}

test("a request that has begun is answered before the end", async () => {
  const running = await startCauseway(environment);
  const headers = { "content-type": "application/json", expect: "100-continue" };
  const question = request({ port: environment.PORT, path: "/api/v1/requirements", method: "POST", headers });
  const answer = new Promise<number | undefined>((resolve, reject) => question.on("response", (response) => resolve(response.resume().statusCode)).on("error", reject));
  question.flushHeaders();
  await once(question, "continue");
  running.signal("SIGTERM");
  question.end('{"facts": {"kind": "sample"}}');
  expect(await answer).toBe(200);
  expect((await running.over).code).toBe(0);
});

test("what was killed leaves nothing running, and the next start recovers by itself", async () => {
  const killed = await startCauseway(environment);
  killed.signal("SIGKILL");
  await killed.over;
  const running = await startCauseway(environment);
  expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);
  running.signal("SIGINT");
  await running.over;
  expect(processesOn(environment.CAUSEWAY_DATA)).toEqual([]);
});

test("the operator's command uses the database of the server that runs", async () => {
  const running = await startCauseway(environment);
  const { code, out } = await causeway(["people", "--json"], environment);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ email: "first@hku.example" });
  expect((await fetch(`http://localhost:${environment.PORT}/`)).status).toBe(200);
  running.signal("SIGTERM");
  await running.over;
});

/** The command lines that speak of a folder, where the system shows them. */
function processesOn(folder: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        return [readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ")];
      } catch {
        return [];
      }
    })
    .filter((line) => line.includes(folder));
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
