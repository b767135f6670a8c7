import postgres from "postgres";

/**
 * By which rules events are read into the read tables. One higher wherever this version makes other rows of an old history than the version
 * before it did: an event that `evolve` reads otherwise, a column that `rowsOf` fills otherwise and no migration fills.
 */
export const readingRules = 2;

const atOnce = 100;

/**
 * Brings the read tables on where another version wrote them by other rules: by itself, before anything is served, and once. It may be
 * interrupted, and goes on where it stopped. Says that it begins, how far it is every ten seconds, and how many requests read otherwise.
 */
export async function bringReadTablesOn(ownerUrl: string, say: (line: string) => void): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    const [kept] = await sql<{ version: number; reached: string | null }[]>`select version, reached from drizzle.reading_rules`;
    if (!kept || kept.version === readingRules) return;
    const { bringOn } = await import("./bring-on.ts");
    say("This version reads some histories otherwise; the lists are brought on to it first.");
    let [looked, changed, told] = [0, 0, Date.now()];
    for (let after = kept.reached, more = true; more; ) {
      const brought = await bringOn(after, atOnce);
      looked += brought.looked;
      changed += brought.changed;
      after = brought.last;
      more = after !== null;
      if (more) await sql`update drizzle.reading_rules set reached = ${after}`;
      if (more && Date.now() - told > 10_000) {
        say(`${looked} requests looked at`);
        told = Date.now();
      }
    }
    await sql`update drizzle.reading_rules set version = ${readingRules}, reached = null`;
    say(`${looked} requests looked at, ${changed} of them read otherwise now.`);
  } finally {
    await sql.end();
  }
}
