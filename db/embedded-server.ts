import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from "node:child_process";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { embeddedBinaries } from "./embedded-binaries.ts";

export type Server = {
  readonly port: number;
  readonly pid: number;
  /** When it has ended, asked to or not. */
  readonly ended: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/**
 * Starts PostgreSQL on a cluster folder and waits until it answers on 127.0.0.1.
 * It dies with us: on Linux the kernel interrupts it when our process ends, however that happens.
 */
export async function startServer(folder: string, log: string, flags: readonly string[]): Promise<Server> {
  // Right after a kill the last server's children may hold its shared memory for a moment longer.
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) await sleep(500);
    const server = await tryServer(folder, log, flags);
    if (server) return server;
  }
  throw new Error(`PostgreSQL did not start; its log is ${log}`);
}

async function tryServer(folder: string, log: string, flags: readonly string[]): Promise<Server | undefined> {
  const { postgres } = await embeddedBinaries();
  const { prefix, options } = identity();
  const port = await freePort();
  const out = openSync(log, "a", 0o600);
  const settings = ["-D", folder, "-p", String(port), "-h", "127.0.0.1", "-k", "", ...flags.flatMap((flag) => ["-c", flag])];
  // Its own process group: Ctrl-C in a terminal reaches only us, so requests drain before the database goes.
  const child = run([...prefix, ...dyingWithUs(), postgres, ...settings], { ...options, detached: true, stdio: ["ignore", out, out] });
  closeSync(out);
  const ended = endOf(child);
  let end: string | undefined;
  void ended.then((how) => (end = how));
  while (!(serverOn(folder)?.ready && (await isOpen(port)))) {
    if (end !== undefined) return undefined;
    await sleep(20);
  }
  const pid = child.pid ?? 0;
  const stop = async () => {
    child.kill("SIGINT");
    await ended;
  };
  return { port, pid, ended, stop };
}

/** Makes a new cluster; it gets its name only when it is whole, so a half-made one is never used. Unless `durable`, a power cut may lose it. */
export async function makeCluster(folder: string, superuserPassword: string, durable: boolean): Promise<void> {
  if (existsSync(join(folder, "PG_VERSION"))) return;
  const { initdb } = await embeddedBinaries();
  const { prefix, options } = identity();
  const making = `${folder}.making`;
  const passwordFile = `${folder}.password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  try {
    if (options.uid !== undefined && options.gid !== undefined) {
      for (const path of [making, passwordFile]) chownSync(path, options.uid, options.gid);
    }
    const child = run(
      [
        ...prefix,
        initdb,
        ..."-U postgres -A scram-sha-256 -E UTF8 --no-instructions".split(" "),
        // The ICU that comes with these binaries is old; the built-in provider sorts by code point and never changes.
        ..."--locale=C --locale-provider=builtin --builtin-locale=C.UTF-8".split(" "),
        "-D",
        making,
        "--pwfile",
        passwordFile,
        ...(durable ? [] : ["--no-sync"]),
      ],
      { ...options, stdio: ["ignore", "ignore", "pipe"] },
    );
    let complaint = "";
    child.stderr?.on("data", (chunk) => (complaint += chunk));
    const end = await endOf(child);
    if (end !== "0") throw new Error(`initdb failed (${end}): ${complaint.trim().split("\n").at(-1) ?? ""}`);
    renameSync(making, folder);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** The server that runs on a cluster folder, if one does; a lock file left by a dead or renumbered process is removed. While a server may be starting there, only `serverOn` may look. */
export function liveServer(folder: string): Running | undefined {
  const server = serverOn(folder);
  if (!server) rmSync(lockFile(folder), { force: true });
  return server;
}

/** The server that says in its lock file that it runs on a cluster folder. A starting one makes its file before it writes into it, and ends a minute after somebody took the file away. */
export function serverOn(folder: string): Running | undefined {
  const lines = linesOf(lockFile(folder));
  const pid = Math.abs(Number(lines[0]));
  return isPostgres(pid, folder) ? { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" } : undefined;
}

type Running = { readonly pid: number; readonly port: number; readonly ready: boolean };

function lockFile(folder: string): string {
  return join(folder, "postmaster.pid");
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return [];
  }
}

/** Ends a server whose starter is gone, and waits until it is gone too. */
export async function endServer(folder: string): Promise<void> {
  for (let round = 0; ; round++) {
    const server = liveServer(folder);
    if (!server) return;
    if (round % 100 === 0) signal(server.pid, round < 500 ? "SIGINT" : "SIGQUIT");
    await sleep(50);
  }
}

export function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}

type Identity = { prefix: string[]; options: Pick<SpawnOptions, "uid" | "gid" | "cwd"> };

/**
 * PostgreSQL refuses to run as root. A user namespace lets it see another user while its files stay root's:
 * nobody is created, nothing changes hands, and a folder closed to others works. Where namespaces are barred, an existing account serves.
 */
function identity(): Identity {
  if (process.getuid?.() !== 0) return { prefix: [], options: {} };
  const namespace = ["unshare", "--user", "--map-user=65534", "--map-group=65534"];
  if (works([...namespace, "true"])) return { prefix: namespace, options: {} };
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = ["-u", "-g"].map((flag) => Number(spawnSync("id", [flag, name], { encoding: "utf8" }).stdout || Number.NaN));
    if (uid && gid) return { prefix: [], options: { uid, gid, cwd: "/" } };
  }
  throw new Error("running as root, and neither a user namespace nor an account named postgres or nobody is there to run PostgreSQL");
}

function dyingWithUs(): string[] {
  const prefix = ["setpriv", "--pdeathsig", "INT"];
  return process.platform === "linux" && works([...prefix, "true"]) ? prefix : [];
}

function works([command = "", ...args]: string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

function run([command = "", ...args]: string[], options: SpawnOptions): ChildProcess {
  return spawn(command, args, options);
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("close", (code, cause) => resolve(String(code ?? cause)));
    child.once("error", (error) => resolve(error.message));
  });
}

function isPostgres(pid: number, folder: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
    return command.includes("postgres") && command.includes(folder);
  } catch {
    return false;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // Gone already.
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
