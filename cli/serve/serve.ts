import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { writeCompiled } from "../compiled.mjs";
import { ensureBuild, isBuilt } from "./build.ts";
import { checkedSettings, openDatabase } from "./database.ts";
import { ensureDemonstration, signInLines } from "./demonstration.ts";
import { failure } from "../failure.ts";
import { readWeb, refuseBusyPort } from "./web.ts";

export type Serving = { readonly demo: boolean; readonly say: (line: string) => void };

/** What was started, undone from the last to the first, so that the database goes when nobody needs it any more. */
type Undo = (() => unknown)[];

/** After this an end that takes too long is cut short: the database, which dies with us, recovers by itself. */
const patience = 1_800;

/** Starts everything, serves until a signal asks to end or the database is gone, and ends in order. Answers the exit code. */
export async function serve(serving: Serving): Promise<number> {
  const undo: Undo = [];
  const asked = askedToEnd();
  try {
    const up = start(serving, undo);
    up.catch(() => {});
    const began = await Promise.race([up, asked]);
    if (!began) return 130;
    await Promise.race([asked, began.lost]);
    return 0;
  } finally {
    await Promise.race([undoAll(undo), sleep(patience)]);
  }
}

/** Answers a promise that fails when the embedded database ends before it is asked to: without it every page would be an error. */
async function start({ demo, say }: Serving, undo: Undo): Promise<{ readonly lost: Promise<never> }> {
  const set = checkedSettings();
  const built = isBuilt();
  if (!built) (await import("../shipped-rules.ts")).refuseBrokenRules();
  await refuseBusyPort(set.HOST, set.PORT);
  const opening = openDatabase(set, { purpose: "serve", needs: "schema" }).then((opened) => {
    undo.push(opened.stop);
    undo.push(async () => (await import("../../db/client.ts")).closeDatabase());
    return opened;
  });
  // PostgreSQL starts in a process of its own: what needs neither it nor a build is read meanwhile.
  const [database, readAlready] = await Promise.all([opening, built ? readWeb(set.HOST, set.PORT) : undefined]);
  if (!built) await ensureBuild(say);
  if (database.embedded || demo) await ensureDemonstration(database, say);
  // What comes with this version and is not published yet, before anybody decides by it.
  await (await import("../../lib/server/publish-shipped.ts")).publishShipped();
  const serveBuild = readAlready ?? (await readWeb(set.HOST, set.PORT));
  const signIns = await signInLines();
  undo.push(startWorkerSoon());
  const web = await serveBuild();
  undo.push(web.stop);
  say(["", `Causeway is at ${set.PUBLIC_URL}`, ...signIns].join("\n"));
  const lost = new Promise<never>((_, fail) => void database.ended?.then(() => fail(failure(`the embedded database ended by itself; its log is ${join(database.data, "postgres.log")}. Start again to recover`))));
  lost.catch(() => {});
  return { lost };
}

/** Begins the worker when the first pages have gone out: reading its modules takes as long as several of them. Writes, too, what was compiled for the first time. Answers how to stop it. */
function startWorkerSoon(): () => Promise<void> {
  const ending = new AbortController();
  const begin = async () => {
    const { startWorker } = await import("../../lib/server/worker.ts");
    if (ending.signal.aborted) return undefined;
    writeCompiled();
    return startWorker();
  };
  const began = sleep(1_000, undefined, { signal: ending.signal }).then(begin, () => undefined);
  return async () => {
    ending.abort();
    await (await began)?.();
  };
}

async function undoAll(undo: Undo): Promise<void> {
  for (const step of undo.toReversed()) await step();
}

/** A terminal sends Ctrl-C to every process of the group and each passes it on, so the same wish comes several times; a later one is impatience. */
function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (first !== undefined && Date.now() - first > 500) process.exit(130);
        first ??= Date.now();
        resolve();
      });
    }
  });
}
