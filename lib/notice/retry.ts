/** How often a mail is tried at most: the last time two days after the first. */
export const mostAttempts = 8;

const minutes = [1, 5, 20, 60, 240, 720, 1440];

/** When to try again after so many attempts that failed; null when that was the last. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const wait = minutes[attempts - 1];
  return attempts >= mostAttempts || wait === undefined ? null : new Date(now.getTime() + wait * 60_000);
}
