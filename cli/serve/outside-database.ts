import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { failure } from "../failure.ts";

/** The oldest PostgreSQL that has what the schema uses. */
const oldest = 15;

/**
 * Connects to a database that somebody else runs, does the work and disconnects.
 * Refuses, naming the setting, when nothing answers there, when it lets us not in, or when it is too old.
 */
export async function withOutsideDatabase<T>(setting: string, url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const [server] = await connected(setting, url, sql);
    const version = Math.floor(Number(server?.number) / 10_000);
    if (!(version >= oldest)) throw failure(`${setting} leads to PostgreSQL ${server?.text}; Causeway needs ${oldest} or newer`);
    return await work(sql);
  } finally {
    await Promise.race([sql.end({ timeout: 1 }), sleep(1_500)]);
  }
}

async function connected(setting: string, url: string, sql: postgres.Sql) {
  // Against something that is no PostgreSQL and hangs up, the driver would try for ever.
  const late = sleep(6_000).then(() => Promise.reject(Object.assign(new Error(), { code: "CONNECT_TIMEOUT" })));
  try {
    const question = sql<{ number: string; text: string }[]>`
      select current_setting('server_version_num') as number, current_setting('server_version') as text`;
    return await Promise.race([question, late]);
  } catch (error) {
    throw failure(`${setting}: ${reason(error, new URL(url))}`);
  }
}

function reason(error: unknown, { host, pathname, username }: URL): string {
  const { code = "", message } = error as { code?: string; message: string };
  const role = decodeURIComponent(username) || "(none)";
  const words: Record<string, string> = {
    ECONNREFUSED: `nothing answers at ${host}`,
    ENOTFOUND: `there is no host ${host}`,
    EAI_AGAIN: `there is no host ${host}`,
    EHOSTUNREACH: `${host} cannot be reached`,
    ETIMEDOUT: `${host} does not answer`,
    CONNECT_TIMEOUT: `${host} does not answer as PostgreSQL does`,
    CONNECTION_CLOSED: `${host} does not answer as PostgreSQL does`,
    ECONNRESET: `${host} does not answer as PostgreSQL does`,
    "28P01": `${host} refuses the role ${role} with this password`,
    "28000": `${host} does not let the role ${role} in`,
    "3D000": `${host} has no database ${decodeURIComponent(pathname.slice(1))}`,
    "42501": `the role ${role} may not connect to ${decodeURIComponent(pathname.slice(1))}`,
    "53300": `${host} has no connection left`,
    "57P03": `the server at ${host} is starting or stopping`,
  };
  return words[code] ?? message.split("\n")[0] ?? code;
}
