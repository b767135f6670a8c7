import { servingRole } from "../../db/embedded-roles.ts";
import { startEmbedded, type AlreadyServed } from "../../db/embedded.ts";
import { readSettings, type Settings } from "../../lib/server/settings.ts";
import { failure } from "../failure.ts";
import { keptSecret, prepareDataFolder } from "./data-folder.ts";
import { isHalfMade } from "./demonstration.ts";
import { refuseOldSchema, withOutsideDatabase } from "./outside-database.ts";
import { makeServingRole, refuseTooManyRights } from "./serving-role.ts";

export type Database = {
  readonly url: string;
  readonly ownerUrl?: string;
  readonly embedded: boolean;
  /** The data folder. */
  readonly data: string;
  /** When an embedded server has ended, asked to or not. */
  readonly ended?: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

type Opening = { readonly purpose: "serve" | "borrow"; readonly schema: boolean };

/** For a verb: settings read, database open and, with `schema`, migrated; both addresses in the environment until `work` ends. */
export async function withDatabase(opening: { schema: boolean }, work: () => Promise<number>): Promise<number> {
  const database = await openDatabase(checkedSettings(), { ...opening, purpose: "borrow" });
  try {
    return await work();
  } finally {
    const { closeDatabase } = await import("../../db/client.ts");
    await closeDatabase();
    await database.stop();
  }
}

/** The settings of this environment; a wrong one is the operator's to put right. */
export function checkedSettings(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    throw failure((error as Error).message);
  }
}

/**
 * Opens the database that the settings name, or the embedded one, migrates it when we hold the owner's address, and
 * refuses a serving role with too many rights. What was resolved is put into the environment, where `settings()` finds it.
 */
export async function openDatabase(set: Settings, opening: Opening): Promise<Database> {
  const data = prepareDataFolder(set.CAUSEWAY_DATA);
  const database = set.DATABASE_URL ? { data, ...(await openOutside(set, set.DATABASE_URL, opening)) } : { data, ...(await openEmbedded(data, opening)) };
  Object.assign(process.env, {
    CAUSEWAY_DATA: data,
    DATABASE_URL: database.url,
    ...(database.ownerUrl && { DATABASE_OWNER_URL: database.ownerUrl }),
    AUTH_SECRET: set.AUTH_SECRET ?? keptSecret(data),
    PUBLIC_URL: set.PUBLIC_URL,
  });
  return database;
}

async function openEmbedded(data: string, { purpose, schema }: Opening): Promise<Omit<Database, "data">> {
  const onWait = () => process.stderr.write("Waiting for another command on this data folder to end.\n");
  const { url, ownerUrl, owned, ended, stop } = await startEmbedded(data, { purpose, onWait, afresh: isHalfMade(data) }).catch((error: AlreadyServed) => {
    throw error.code === "alreadyServed" ? failure(error.message) : failure(`the embedded database: ${error.message}`);
  });
  try {
    // A server that another process runs was migrated by that process.
    if (schema && owned) await migrate(ownerUrl, servingRole);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, ownerUrl, embedded: true, ended, stop };
}

async function openOutside(set: Settings, url: string, { schema }: Opening): Promise<Omit<Database, "data">> {
  const ownerUrl = set.DATABASE_OWNER_URL;
  if (schema && ownerUrl) {
    const role = decodeURIComponent(new URL(url).username);
    if (role === decodeURIComponent(new URL(ownerUrl).username)) throw failure("DATABASE_URL and DATABASE_OWNER_URL name the same role; the serving role may not own the tables");
    await withOutsideDatabase("DATABASE_OWNER_URL", ownerUrl, (owner) => makeServingRole(owner, url));
    // Before the migrations as well as after: they take rights from this role, and it must be the right one.
    await withOutsideDatabase("DATABASE_URL", url, refuseTooManyRights);
    await migrate(ownerUrl, role);
  }
  await withOutsideDatabase("DATABASE_URL", url, async (serving) => {
    await refuseTooManyRights(serving);
    if (schema) await refuseOldSchema(serving);
  });
  return { url, embedded: false, stop: async () => {}, ...(ownerUrl && { ownerUrl }) };
}

async function migrate(ownerUrl: string, servingRoleName: string): Promise<void> {
  const migrations = await import("../../db/migrate.ts");
  await migrations.migrate(ownerUrl, servingRoleName);
}
