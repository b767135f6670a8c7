import postgres from "postgres";
import { lend } from "../../db/pool.ts";

export type Recorded = { readonly query: string; readonly parameters: readonly unknown[] };

/** As many as the pool holds, so that it makes none of its own. */
const lanes = 12;

/** Lends the pool all its connections, and notes every statement that goes over them with what it was given. */
export function recordStatements(url: string): { readonly taken: () => Recorded[] } {
  let noted: Recorded[] = [];
  for (let at = 0; at < lanes; at++) {
    const client = postgres(url, { max: 1, max_lifetime: null, onnotice: () => {}, connection: { timezone: "UTC" } });
    const unsafe: typeof client.unsafe = (query, parameters, how) => {
      noted.push({ query, parameters: parameters ?? [] });
      return client.unsafe(query, parameters, how);
    };
    lend({ options: client.options, unsafe, end: client.end.bind(client) } as unknown as postgres.Sql);
  }
  return {
    taken() {
      const done = noted;
      noted = [];
      return done;
    },
  };
}
