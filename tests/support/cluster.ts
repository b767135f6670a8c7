import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { servingRole } from "../../db/embedded-roles.ts";
import { startEmbedded } from "../../db/embedded.ts";
import { migrate } from "../../db/migrate.ts";
import { copiedWorld } from "./copied-world.ts";
import { scratchFolder } from "./scratch.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The cluster's own folder, and the superuser's, the owner's and the serving role's addresses. */
    cluster: { folder: string; superuserUrl: string; ownerUrl: string; url: string };
  }
}

export const template = "causeway_template";

/** One PostgreSQL for the whole run, with one migrated database that every test file copies, and a second one with the demonstration world where `npm test` has made it already. */
export default async function cluster(project: TestProject): Promise<() => Promise<void>> {
  const folder = scratchFolder();
  if (copiedWorld(folder)) writeFileSync(join(folder, "demonstration.made"), "");
  const flags = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200", "max_wal_size=4GB"];
  const { url, ownerUrl, superuserUrl, stop } = await startEmbedded(folder, { database: template, flags });
  try {
    await migrate(ownerUrl, servingRole);
  } catch (error) {
    await stop();
    throw error;
  }
  project.provide("cluster", { folder, url, ownerUrl, superuserUrl });
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
