import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string };
export type Environment = Readonly<Record<string, string | undefined>>;

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Runs the operator's command to its end, as a shell would. Settings of the tests' own environment do not reach it. */
export async function causeway(args: readonly string[], environment: Environment, input = ""): Promise<Ran> {
  const child = spawn(process.execPath, ["cli/causeway.mjs", ...args], { cwd: root, env: environmentWith(environment), stdio: "pipe" });
  child.stdin.on("error", () => {}).end(input);
  return ended(child);
}

/** Starts the whole of Causeway and waits for its address to be printed; answers how to signal it, and how it ended. `stop` ends it as Ctrl-C does, also before it serves. */
export async function startCauseway(environment: Environment, [program, ...args]: readonly [string, ...string[]] = [process.execPath, "cli/start.mjs"], stop?: AbortSignal) {
  // A group of its own, so that a test can end it as a terminal's Ctrl-C does: all of it at once.
  const child = spawn(program, args, { cwd: root, env: environmentWith(environment), stdio: "pipe", detached: true });
  const over = ended(child);
  stop?.addEventListener("abort", () => child.exitCode === null && child.signalCode === null && process.kill(-(child.pid ?? 0), "SIGINT"));
  await new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (text) => String(text).includes("Causeway is at") && resolve());
    void over.then(({ out, err }) => reject(new Error(`it ended instead of serving: ${out}${err}`)));
  });
  const pid = child.pid ?? 0;
  const stopReading = () => [child.stdout, child.stderr].forEach((stream) => stream.destroy());
  return { pid, over, stopReading, signal: (name: NodeJS.Signals) => process.kill(-pid, name) };
}

function ended(child: ChildProcess): Promise<Ran> {
  const said = { out: "", err: "" };
  child.stdout?.on("data", (text) => (said.out += text));
  child.stderr?.on("data", (text) => (said.err += text));
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, ...said })));
}

function environmentWith(settings: Environment): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, LANG } = process.env;
  return { NODE_ENV: "production", PATH, HOME, TMPDIR, LANG, ...settings };
}
