import { resolve } from "node:path";
import { servingRole } from "../../db/embedded-roles.ts";
import { startEmbedded, type AlreadyServed } from "../../db/embedded.ts";
import { readSettings, type Settings } from "../../lib/server/settings.ts";
import { failure } from "../failure.ts";
import { holdsDatabase, keptSecret, prepareDataFolder } from "./data-folder.ts";
import { isHalfMade } from "./demonstration.ts";
import { withOutsideDatabase } from "./outside-database.ts";
import { makeServingRole, refuseTooManyRights } from "./serving-role.ts";
import { nothingYet, refuseOldTables, refuseUnbegun } from "./tables.ts";

export type Database = {
  readonly url: string;
  readonly ownerUrl?: string;
  /** Whether its tables were brought up to date as it was opened. */
  readonly migrated: boolean;
  readonly embedded: boolean;
  /** The data folder. */
  readonly data: string;
  /** When an embedded server has ended, asked to or not. */
  readonly ended?: Promise<unknown>;
  readonly stop: () => Promise<void>;
};

/**
 * The database with current tables, made where there are none (`schema`); the same, but refused where nothing has begun yet
 * (`begun`); or that one with its tables as they are (`database`), refused when they are not those of this version.
 */
export type DatabaseNeed = "schema" | "begun" | "database";

type Opening = { readonly purpose: "serve" | "borrow"; readonly needs: DatabaseNeed };

/** For a verb: settings read and the database open; both addresses in the environment until `work` ends. */
export async function withDatabase(needs: DatabaseNeed, work: (database: Database) => Promise<number>): Promise<number> {
  const database = await openDatabase(checkedSettings(), { needs, purpose: "borrow" });
  try {
    return await work(database);
  } finally {
    const { closeDatabase } = await import("../../db/client.ts");
    await closeDatabase();
    await database.stop();
  }
}

/** The same for a verb that may write. An embedded database may have no server that runs for days, and what waits long for its seal is told as a problem: it is sealed at the end. */
export function withRecord(needs: DatabaseNeed, work: () => Promise<number>): Promise<number> {
  return withDatabase(needs, async ({ embedded }) => {
    const code = await work();
    if (embedded) await (await import("../../lib/server/sealer.ts")).sealAll();
    return code;
  });
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
 * Opens the database that the settings name, or the embedded one, migrates it when that is asked for and we hold the owner's
 * address, and refuses a serving role with too many rights. What was resolved is put into the environment, where `settings()` finds it.
 */
export async function openDatabase(set: Settings, opening: Opening): Promise<Database> {
  // Looked at before anything is made: a folder that was only mistyped stays as it is.
  if (!set.DATABASE_URL && opening.needs !== "schema" && !holdsDatabase(set.CAUSEWAY_DATA)) throw nothingYet(folderNamed(set.CAUSEWAY_DATA));
  const data = prepareDataFolder(set.CAUSEWAY_DATA);
  const database = set.DATABASE_URL ? { data, ...(await openOutside(set, set.DATABASE_URL, opening)) } : { data, ...(await openEmbedded(data, opening)) };
  Object.assign(process.env, {
    CAUSEWAY_DATA: data,
    DATABASE_URL: database.url,
    ...(database.ownerUrl && { DATABASE_OWNER_URL: database.ownerUrl }),
    AUTH_SECRET: set.AUTH_SECRET ?? keptSecret(data),
    PUBLIC_URL: set.PUBLIC_URL,
  });
  if (database.migrated && database.ownerUrl) await bringOn(database);
  return database;
}

async function openEmbedded(data: string, { purpose, needs }: Opening): Promise<Omit<Database, "data">> {
  const onWait = () => process.stderr.write("Waiting for another command on this data folder to end.\n");
  const { url, ownerUrl, owned, ended, stop } = await startEmbedded(data, { purpose, onWait, afresh: isHalfMade(data) }).catch((error: AlreadyServed) => {
    throw error.code === "alreadyServed" ? failure(error.message) : failure(`the embedded database: ${error.message}`);
  });
  try {
    if (needs !== "schema") await withOutsideDatabase("the embedded database", url, (sql) => refuseUnbegun(sql, folderNamed(data)));
    // A server that another process runs was migrated by that process, which may be of another version.
    if (needs !== "database" && owned) await migrate(ownerUrl, servingRole);
    else await withOutsideDatabase("the embedded database", url, (sql) => refuseOldTables(sql, owned ? "run npm start first" : "stop what serves this folder, and start it again"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, ownerUrl, migrated: needs !== "database" && owned, embedded: true, ended, stop };
}

async function openOutside(set: Settings, url: string, { needs }: Opening): Promise<Omit<Database, "data">> {
  const ownerUrl = set.DATABASE_OWNER_URL;
  if (needs !== "schema") await withOutsideDatabase("DATABASE_URL", url, (serving) => refuseUnbegun(serving, "the database of DATABASE_URL"));
  if (needs !== "database" && ownerUrl) {
    const role = decodeURIComponent(new URL(url).username);
    if (role === decodeURIComponent(new URL(ownerUrl).username)) throw failure("DATABASE_URL and DATABASE_OWNER_URL name the same role; the serving role may not own the tables");
    await withOutsideDatabase("DATABASE_OWNER_URL", ownerUrl, (owner) => makeServingRole(owner, url));
    // Before the migrations as well as after: they take rights from this role, and it must be the right one.
    await withOutsideDatabase("DATABASE_URL", url, refuseTooManyRights);
    await migrate(ownerUrl, role);
  }
  await withOutsideDatabase("DATABASE_URL", url, async (serving) => {
    await refuseTooManyRights(serving);
    await refuseOldTables(serving, "set DATABASE_OWNER_URL to the role that owns them, and start again");
  });
  return { url, migrated: needs !== "database" && ownerUrl !== undefined, embedded: false, stop: async () => {}, ...(ownerUrl && { ownerUrl }) };
}

function folderNamed(data: string): string {
  return `the data folder ${resolve(data)} (CAUSEWAY_DATA)`;
}

async function migrate(ownerUrl: string, servingRoleName: string): Promise<void> {
  const migrations = await import("../../db/migrate.ts");
  await migrations.migrate(ownerUrl, servingRoleName);
}

/** Rows that another version wrote by other rules, before anybody reads them by ours. */
async function bringOn({ ownerUrl = "", stop }: Database): Promise<void> {
  const { bringReadTablesOn } = await import("../../db/reading-rules.ts");
  try {
    await bringReadTablesOn(ownerUrl, (line) => void process.stderr.write(`${line}\n`));
  } catch (error) {
    await stop();
    throw error;
  }
}
