import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";
import { wrongUsage } from "../failure.ts";

export const usage = "verify [FILE] [--seal KEPT] [--json]";
export const summary = "checks every chain, the tree and its seals, and holds the read tables and the papers to what the events say; with FILE, which export wrote, or a bundle of evidence (its archive, or the folder it was unpacked into), checks that instead and needs no database; with a KEPT seal, also that the log, or the file, goes on from it";
export const needs = "own";

export default async function verify(args: readonly string[], io: Io): Promise<number> {
  const { json = false, seal } = readOptions(args, { json: { type: "boolean" }, seal: { type: "string" } }, true);
  const [file, ...more] = args.filter((one, place) => !one.startsWith("--") && args[place - 1] !== "--seal");
  if (more.length > 0) throw wrongUsage(`usage: ${usage}`);
  if (file === undefined) return (await import("../verify-record.ts")).verifyRecord({ json, seal }, io);
  const { bundleAt, verifyBundle } = await import("../verify-bundle.ts");
  const bundle = bundleAt(file);
  return bundle ? verifyBundle(bundle, { json, seal }, io) : (await import("../verify-file.ts")).verifyRecordFile(file, { json, seal }, io);
}
