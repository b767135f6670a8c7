import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Runs `work` while no other process runs work under the same lock file.
 * The file names its holder, so a lock that a killed process left behind is taken over at once.
 */
export async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, identify(process.pid), { mode: 0o600 });
  try {
    while (!taken(own, file)) await sleep(50);
  } finally {
    rmSync(own, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** A process named so that a later process with the same number is not taken for it: `pid` or `pid:start`. */
export function identify(pid: number): string {
  const started = startTime(pid);
  return started === undefined ? String(pid) : `${pid}:${started}`;
}

/** Whether the process that `identify` named still runs. */
export function isAlive(identity: string): boolean {
  const pid = Number(identity.split(":")[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return identify(pid) === identity;
}

/** A hard link appears whole or not at all, so no reader ever sees a lock without its holder. */
function taken(own: string, file: string): boolean {
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  const holder = readText(file);
  if (holder !== undefined && !isAlive(holder)) discard(file, holder);
  return false;
}

/** Moves the dead holder's lock away; two processes may try, so what was moved is looked at before it is thrown away. */
function discard(file: string, holder: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readText(aside) !== holder) linkSync(aside, file);
  } catch {
    // Somebody else was faster; the next round looks again.
  } finally {
    rmSync(aside, { force: true });
  }
}

/** When the process started, in kernel ticks; undefined where there is no /proc, and for the dead and the undead. */
function startTime(pid: number): string | undefined {
  const fields = readText(`/proc/${pid}/stat`)?.split(") ").at(-1)?.split(" ");
  return fields && fields[0] !== "Z" ? fields[19] : undefined;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return undefined;
  }
}
