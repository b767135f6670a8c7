export type Measured = { readonly operation: string; readonly clients: number; readonly operations: number; readonly perSecond: number; readonly p50: number; readonly p95: number; readonly p99: number; readonly failed: number };

/** Runs an operation from so many clients at once for a while; milliseconds, and operations that did not succeed. */
export async function measure(operation: string, clients: number, forMs: number, once: (client: number, round: number) => Promise<boolean>): Promise<Measured> {
  const times: number[] = [];
  let failed = 0;
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async (_, client) => {
      for (let round = 0; performance.now() - begun < forMs; round++) {
        const start = performance.now();
        const ok = await once(client, round);
        times.push(performance.now() - start);
        if (!ok) failed++;
      }
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { operation, clients, operations: times.length, perSecond: round(times.length / seconds), p50: at(0.5), p95: at(0.95), p99: at(0.99), failed };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
