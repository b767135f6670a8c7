/**
 * Does a piece of work again, up to five times, when it failed in a way after which nothing of it was kept. `attempt`
 * calls `commits` right before it sends the commit: from then on a lost connection leaves open whether it was kept, and
 * the error goes to the caller, whose command id makes asking again harmless.
 */
export async function retried<T>(attempt: (commits: () => void) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    let committing = false;
    try {
      return await attempt(() => {
        committing = true;
      });
    } catch (error) {
      const code = codeOf(error);
      if (tries > 5 || !(undone.has(code) || (lost.has(code) && !committing))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 2 ** tries * (5 + Math.random() * 5)));
    }
  }
}

/** Serialization failure, deadlock; a server that is starting; nobody there. */
const undone = new Set(["40001", "40P01", "57P03", "ECONNREFUSED"]);
/** The connection is gone. */
const lost = new Set(["57P01", "57P02", "CONNECTION_CLOSED", "CONNECTION_DESTROYED", "CONNECT_TIMEOUT", "ECONNRESET", "EPIPE"]);

/** The builder wraps the driver's error. */
function codeOf(error: unknown): string {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: { code?: string } };
  return cause?.code ?? code ?? "";
}
