/** One operation tried; `null` when there is nothing left to do it on. */
export type Attempt = (client: number) => Promise<boolean | null>;
export type Measured = { readonly clients: number; readonly seconds: number; readonly operations: number; readonly failed: number; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number };

/** Runs an operation from so many clients at once for a while, or until it was done `most` times or nothing is left; times are milliseconds. */
export async function measure(clients: number, forMs: number, attempt: Attempt, most = Infinity): Promise<Measured> {
  const times: number[] = [];
  let [failed, tried] = [0, 0];
  const begun = performance.now();
  const work = async (client: number) => {
    while (performance.now() - begun < forMs && tried++ < most) {
      const start = performance.now();
      const done = await attempt(client);
      if (done === null) return;
      times.push(performance.now() - start);
      if (!done) failed++;
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, client) => work(client)));
  const seconds = (performance.now() - begun) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { clients, seconds: rounded(seconds), operations: times.length, failed, perSecond: rounded(times.length / seconds), p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
