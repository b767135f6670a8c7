/** What the operator can put right: shown as one line, without a stack. */
export type Failure = Error & { readonly exitCode: 1 | 2 };

/** The work cannot be done: exit 1. */
export function failure(message: string): Failure {
  return Object.assign(new Error(message), { exitCode: 1 as const });
}

/** The command was not understood: exit 2. */
export function wrongUsage(message: string): Failure {
  return Object.assign(new Error(message), { exitCode: 2 as const });
}

export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && "exitCode" in error;
}

/** What the system or a database said, in one line; null for an error of our own, whose stack is wanted. */
export function outsideProblem(error: unknown): string | null {
  const { message = "", cause } = error as { message?: string; cause?: unknown };
  // The query builder wraps what the database said.
  if (cause instanceof Error) return outsideProblem(cause);
  const { code } = error as { code?: unknown };
  return typeof code === "string" && !code.startsWith("ERR_") ? `${message.split("\n")[0]} (${code})` : null;
}
