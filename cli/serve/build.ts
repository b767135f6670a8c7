import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "../../db/embedded-lock.ts";
import { endingWithUs } from "../ending.ts";
import { failure } from "../failure.ts";

/** What the production build is made of. */
const sources = ["app", "db", "lib", "messages", "public", "proxy.ts", "instrumentation.ts", "next.config.js", "postcss.config.mjs", "tsconfig.json", "package-lock.json"];

// Next clears its folder before a build but keeps the cache.
const folder = ".next/cache";
const mark = join(folder, "causeway-sources");

/** Makes the production build unless `.next` holds one of exactly these sources. Says so first, for it takes a while. Rules with faults are not built. */
export async function ensureBuild(say: (line: string) => void): Promise<void> {
  const wanted = fingerprint();
  if (isBuilt(wanted)) return;
  const { refuseBrokenRules } = await import("../shipped-rules.ts");
  refuseBrokenRules();
  mkdirSync(folder, { recursive: true });
  await withFileLock(join(folder, "causeway-build.lock"), async () => {
    if (isBuilt(wanted)) return;
    say("Building; this takes about a minute.");
    rmSync(mark, { force: true });
    await build();
    writeFileSync(mark, wanted);
  });
}

/** Whether `.next` holds a build of exactly these sources; then the rules among them were looked at. */
export function isBuilt(wanted: string = fingerprint()): boolean {
  return existsSync(".next/BUILD_ID") && existsSync(mark) && readFileSync(mark, "utf8") === wanted;
}

async function build(): Promise<void> {
  const child = spawn(process.execPath, [...endingWithUs, "node_modules/next/dist/bin/next", "build"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code === 0) return;
  process.stderr.write(`${said.trim()}\n`);
  throw failure("the build failed");
}

/** Contents, not times: a fresh clone, a checkout and a touch must not look like a change. */
function fingerprint(): string {
  const hash = createHash("sha256");
  for (const source of sources) addTo(hash, source);
  return hash.digest("hex");
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return;
  if (found.isDirectory()) {
    for (const name of readdirSync(path).toSorted()) addTo(hash, join(path, name));
    return;
  }
  hash.update(`${path}\0${found.size}\0`).update(readFileSync(path));
}
