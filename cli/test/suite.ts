import { spawn } from "node:child_process";
import { endingWithUs } from "../ending.ts";

export type Tally = { readonly passed: number; readonly failed: number };

export type Environment = Readonly<Record<string, string | undefined>>;

export type Suite = {
  /** Whether its tests look at the demonstration world. */
  readonly onWorld: boolean;
  /** Runs its tests, shows what failed, and counts; a test that was skipped counts as failed. */
  readonly run: (environment: Environment) => Promise<Tally>;
};

/** Runs the script of an installed package under this Node, with our terminal; answers its exit code. It ends when we do. `flags` are for Node, and for whoever it forks. */
export function runScript(script: string, args: readonly string[], environment: Environment = {}, flags: readonly string[] = []): Promise<number> {
  const child = spawn(process.execPath, [...endingWithUs, ...flags, `node_modules/${script}`, ...args], { stdio: ["ignore", "inherit", "inherit"], env: { ...process.env, ...environment } });
  let interrupted = false;
  const passOn = (signal: NodeJS.Signals) => {
    interrupted = true;
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  for (const signal of signals) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, cause) => {
      for (const signal of signals) process.off(signal, passOn);
      if (cause || interrupted) process.exit(130);
      resolve(code ?? 1);
    });
  });
}
