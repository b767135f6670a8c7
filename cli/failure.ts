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
