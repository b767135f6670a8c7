import type { DatabaseNeed } from "./serve/database.ts";

/** A verb of the operator's command: a file in `cli/verbs`. */
export type Verb = {
  /** One line: the verb with its options. */
  readonly usage: string;
  /** One line: what it does. */
  readonly summary: string;
  /**
   * What is open before it runs: nothing, or the database in one of three ways. `own` verbs look after themselves.
   */
  readonly needs: "nothing" | "own" | DatabaseNeed;
  /** Does it; answers the exit code: 0 done, 1 refused or not verified. */
  readonly default: (args: readonly string[], io: Io) => Promise<number>;
};

/** Where a verb reads and writes. With `--json` nothing but `json` and `line` may reach standard output, so the rest of the program prints to standard error. */
export type Io = {
  readonly line: (text: string) => void;
  readonly json: (value: unknown) => void;
  readonly complain: (text: string) => void;
  /** When all that was written has been taken: whoever writes much waits for a slow reader instead of filling the memory. */
  readonly taken: () => Promise<void>;
  /** All of standard input. */
  readonly input: () => Promise<string>;
};
