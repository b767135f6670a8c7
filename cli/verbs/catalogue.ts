import { catalogueKinds, isCatalogueKind } from "../../lib/catalogue/entry.ts";
import { importCatalogue } from "../../lib/server/catalogue.ts";
import { failure, wrongUsage } from "../failure.ts";
import { bytesIn } from "../file.ts";
import type { Io } from "../verb.ts";

export const usage = "catalogue import KIND FILE [--json]";
export const summary = `loads a published table to look things up in: ${catalogueKinds.slice(0, 7).join(", ")}`;
export const needs = "schema";

export default async function catalogue(args: readonly string[], io: Io): Promise<number> {
  const [what, kind = "", path = "", ...more] = args.filter((one) => one !== "--json");
  if (what !== "import" || path === "" || more.length > 0) throw wrongUsage(`usage: ${usage}`);
  if (!isCatalogueKind(kind)) throw wrongUsage(`there is no catalogue ${kind}: ${catalogueKinds.join(", ")}`);
  const result = await importCatalogue(kind, bytesIn(path));
  if (!result.ok) throw failure(`${path}: ${result.why}`);
  const { wrong, ...counts } = result;
  if (args.includes("--json")) io.json({ kind, ...counts, wrong });
  else {
    for (const { line, why } of wrong) io.complain(`${path}:${line}: ${why}; left out`);
    io.line(`${counts.rows} rows, ${counts.entries} entries, ${counts.changed} new or changed, ${wrong.length} left out`);
  }
  return 0;
}
