import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { identify, isAlive, withFileLock } from "./embedded-lock.ts";
import { makeRoles, ownerRole, servingRole, type Passwords } from "./embedded-roles.ts";
import { endServer, isOpen, liveServer, makeCluster, startServer } from "./embedded-server.ts";

export type Embedded = {
  /** For the serving role. */
  readonly url: string;
  /** For the role that owns and migrates. */
  readonly ownerUrl: string;
  /** For the cluster's superuser: tests make and drop databases with it, nothing else needs it. */
  readonly superuserUrl: string;
  /** False when another process started the server and we only use it. */
  readonly owned: boolean;
  /** When our own server has ended, asked to or not; a borrowed one's end shows in its connections. */
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  readonly database?: string;
  /** Settings for the server, `name=value`. */
  readonly flags?: readonly string[];
  /** Empties the database first; only a server that we start ourselves is asked to. */
  readonly afresh?: boolean;
  /** Told once when a command that uses the same folder must end before we can go on. */
  readonly onWait?: () => void;
  /** `serve` keeps its server until it ends and refuses to start on a folder that is being served; `borrow` uses whatever server is there. */
  readonly purpose?: "serve" | "borrow";
};

/** Thrown when the data folder is being served by another process. */
export type AlreadyServed = Error & { readonly code: "alreadyServed" };

/**
 * The PostgreSQL server of a data folder: started, or borrowed from the process that runs it.
 * Makes the cluster, both roles and the database at first use. The folder must exist and be writable.
 */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const data = resolve(dataFolder);
  for (let round = 0; ; round++) {
    const started = await withFileLock(join(data, "postgres.lock"), () => startOrBorrow(data, options));
    if (started !== "busy") return started;
    if (round === 10) options.onWait?.();
    await sleep(100);
  }
}

async function startOrBorrow(data: string, options: EmbeddedOptions): Promise<Embedded | "busy"> {
  const { database = "causeway", purpose = "borrow", flags = [], afresh = false } = options;
  const folder = join(data, "postgres");
  const owner = liveServer(folder) && readOwner(data);
  if (owner && isAlive(owner.process)) {
    if (purpose === "serve" && owner.purpose === "serve") throw alreadyServed(owner.process);
    return purpose === "serve" ? "busy" : borrow(data, folder, database);
  }
  // Nobody looks after it any more: its starter was killed, and it is on its way out or was left behind.
  await endServer(folder);
  const passwords = readPasswords(data, folder);
  await makeCluster(folder, passwords.superuser, !flags.includes("fsync=off"));
  const server = await startServer(folder, join(data, "postgres.log"), [...settings(), ...flags]);
  writeFileSync(join(data, "postgres.owner"), JSON.stringify({ process: identify(process.pid), purpose }), { mode: 0o600 });
  const urls = urlsOf(passwords, server.port, database);
  try {
    await makeRoles(urls.superuserUrl, { database, afresh }, passwords);
  } catch (error) {
    await server.stop();
    throw error;
  }
  const end = async () => {
    rmSync(join(data, "postgres.owner"), { force: true });
    await server.stop();
  };
  const stop = () => (purpose === "serve" ? end() : endAfterBorrowers(data, urls.superuserUrl, end));
  return { ...urls, owned: true, ended: server.ended, stop };
}

/** A borrower holds one named connection, so that a command that owns the server waits for it before ending. */
async function borrow(data: string, folder: string, database: string): Promise<Embedded | "busy"> {
  const server = liveServer(folder);
  if (!server?.ready || !(await isOpen(server.port))) return "busy";
  const urls = urlsOf(readPasswords(data, folder), server.port, database);
  const presence = postgres(urls.superuserUrl, { max: 1, connection: { application_name: borrowerName } });
  try {
    await presence`select 1`;
  } catch {
    // It went between the look and the call; the next look finds none, or another.
    await presence.end({ timeout: 0 });
    return "busy";
  }
  return { ...urls, owned: false, ended: new Promise(() => {}), stop: () => presence.end() };
}

const borrowerName = "causeway-borrower";

async function endAfterBorrowers(data: string, superuserUrl: string, end: () => Promise<void>): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1 });
  for (let over = false; !over; ) {
    // Under the lock nobody new can borrow between the look and the end.
    over = await withFileLock(join(data, "postgres.lock"), async () => {
      const [others] = await sql`select 1 from pg_stat_activity where application_name = ${borrowerName} limit 1`;
      if (others) return false;
      await sql.end();
      await end();
      return true;
    });
    if (!over) await sleep(50);
  }
}

function settings(): string[] {
  // An eighth of the machine's memory, for others live on it, too; PostgreSQL's own 128 MB hold no tenth of a log of a million events. What is not used takes none.
  const shared = Math.min(1024, Math.max(128, Math.floor(totalmem() / 2 ** 23)));
  // Most questions read single rows all over the tables, which the system has in memory: handed to another process, each such reading took several times as long.
  return ["timezone=UTC", "log_timezone=UTC", "io_method=sync", `shared_buffers=${shared}MB`];
}

function urlsOf(passwords: Passwords, port: number, database: string) {
  const at = `127.0.0.1:${port}`;
  return {
    url: `postgres://${servingRole}:${passwords.serving}@${at}/${database}`,
    ownerUrl: `postgres://${ownerRole}:${passwords.owner}@${at}/${database}`,
    superuserUrl: `postgres://postgres:${passwords.superuser}@${at}/postgres`,
  };
}

/** Made once, random, readable by nobody else. */
function readPasswords(data: string, folder: string): Passwords {
  const file = join(data, "postgres.passwords");
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as Passwords;
  if (existsSync(folder)) throw new Error(`the database in ${folder} has lost its passwords: put ${file} back, or start with an empty data folder`);
  const passwords = { superuser: random(), owner: random(), serving: random() };
  mkdirSync(data, { recursive: true });
  writeFileSync(file, JSON.stringify(passwords), { mode: 0o600 });
  return passwords;
}

function random(): string {
  return randomBytes(24).toString("base64url");
}

function readOwner(data: string): { process: string; purpose: "serve" | "borrow" } | undefined {
  try {
    return JSON.parse(readFileSync(join(data, "postgres.owner"), "utf8"));
  } catch {
    return undefined;
  }
}

function alreadyServed(owner: string): AlreadyServed {
  return Object.assign(new Error(`this data folder is in use by another Causeway (process ${owner.split(":")[0]})`), { code: "alreadyServed" as const });
}
