import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type Embedded, startEmbedded } from "../../db/embedded.ts";
import { serverOn } from "../../db/embedded-server.ts";
import { scratchFolder } from "../support/scratch.ts";

// Nothing here outlives the test, so nothing need reach the disk.
const flags = ["fsync=off"];
let data: string;
beforeEach(() => {
  data = scratchFolder();
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test("keeps what was written from one start to the next, and its passwords to itself", async () => {
  await withServer(async ({ ownerUrl }) => {
    await ask(ownerUrl, "create table kept (word text)");
    await ask(ownerUrl, "insert into kept values ('here')");
  });
  await withServer(async ({ ownerUrl }) => expect(await ask(ownerUrl, "select word from kept")).toEqual([{ word: "here" }]));
  expect(statSync(join(data, "postgres.passwords")).mode & 0o077).toBe(0);
});

test("makes an owner and a serving role without power over the cluster", async () => {
  await withServer(async ({ superuserUrl, url }) => {
    const roles = await ask(superuserUrl, "select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong from pg_roles where rolname like 'causeway%' order by 1");
    expect(roles).toEqual([{ rolname: "causeway_app", strong: false }, { rolname: "causeway_owner", strong: false }]);
    await expect(ask(url, "create table mine (word text)")).rejects.toThrow(/permission denied/);
  });
});

test("recovers by itself when everything was killed", async () => {
  const { pid, postmaster } = await startElsewhere();
  process.kill(pid, "SIGKILL");
  process.kill(postmaster, "SIGKILL");
  await sleep(100);
  await withServer(async ({ owned, url }) => {
    expect(owned).toBe(true);
    expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]);
  });
});

test("takes no notice of files that a killed process left, even when its number was given away", async () => {
  await withServer(async () => {});
  writeFileSync(join(data, "postgres.lock"), "999999:1");
  writeFileSync(join(data, "postgres", "postmaster.pid"), `${process.pid}\n${join(data, "postgres")}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
  mkdirSync(join(data, "postgres.making"));
  await withServer(async ({ url }) => expect(await ask(url, "select 1 as one")).toEqual([{ one: 1 }]));
});

test("a server that is starting keeps its file, which is empty at first", () => {
  mkdirSync(join(data, "postgres"));
  const file = join(data, "postgres", "postmaster.pid");
  expect(serverOn(join(data, "postgres"))).toBe(undefined);
  for (const halfWritten of ["", `${process.pid}`]) {
    writeFileSync(file, halfWritten);
    expect(serverOn(join(data, "postgres"))).toBe(undefined);
    expect(readFileSync(file, "utf8")).toBe(halfWritten);
  }
});

test("two at once share one server, and the first to end waits for the other", async () => {
  const [one, two] = await Promise.all([startEmbedded(data, { flags }), startEmbedded(data, { flags })]);
  expect([one.owned, two.owned].toSorted()).toEqual([false, true]);
  const [owner, borrower] = one.owned ? [one, two] : [two, one];
  let over = false;
  const ending = owner.stop().then(() => (over = true));
  expect(await ask(borrower.url, "select 1 as one")).toEqual([{ one: 1 }]);
  expect(over).toBe(false);
  await borrower.stop();
  await ending;
});

test("a folder that is being served is not served twice", async () => {
  const serving = await startEmbedded(data, { purpose: "serve", flags });
  await expect(startEmbedded(data, { purpose: "serve", flags })).rejects.toMatchObject({ code: "alreadyServed" });
  await serving.stop();
});

async function withServer(work: (server: Embedded) => Promise<void>): Promise<void> {
  const server = await startEmbedded(data, { flags });
  try {
    await work(server);
  } finally {
    await server.stop();
  }
}

/** A process of its own that starts the server and then waits to be killed. */
async function startElsewhere(): Promise<{ pid: number; postmaster: number }> {
  const script = `const { startEmbedded } = await import(${JSON.stringify(new URL("../../db/embedded.ts", import.meta.url).href)}); await startEmbedded(${JSON.stringify(data)}, { purpose: "serve" }); console.log("up"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  await new Promise((resolve) => child.stdout.once("data", resolve));
  return { pid: child.pid ?? 0, postmaster: Number(readFileSync(join(data, "postgres", "postmaster.pid"), "utf8").split("\n")[0]) };
}

async function ask(url: string, question: string): Promise<unknown[]> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    return [...(await sql.unsafe(question))];
  } finally {
    await sql.end();
  }
}
