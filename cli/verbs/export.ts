import { once } from "node:events";
import { createWriteStream, existsSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { copyFile, link, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { noteIn } from "../../lib/audit/record-file/note-in.ts";
import { failure, wrongUsage } from "../failure.ts";
import { cannotBeWritten, textIn } from "../file.ts";
import { readOptions } from "../options.ts";
import type { Io } from "../verb.ts";

export const usage = "export [--request ID] [--all] --out FILE [--seal KEPT] [--with-verifier] [--json]";
export const summary = "writes the record of one request, or all of it, to a file that proves itself; with a KEPT seal, also that the log goes on from it. --with-verifier puts beside it the program in Python that checks it";
export const needs = "database";

const verifier = fileURLToPath(new URL("../../docs/verify/verify_record.py", import.meta.url));

export default async function exportRecord(args: readonly string[], io: Io): Promise<number> {
  const { request, all = false, out = "", seal, json = false, ...rest } = readOptions(args, { request: { type: "string" }, all: { type: "boolean" }, out: { type: "string" }, seal: { type: "string" }, "with-verifier": { type: "boolean" }, json: { type: "boolean" } });
  if ((request === undefined) === !all) throw wrongUsage(`either --request or --all; usage: ${usage}`);
  const beside = rest["with-verifier"] ? join(dirname(out), basename(verifier)) : null;
  // Looked at first, so that nobody waits for a file that cannot be written.
  if (existsSync(out)) throw failure(`${out} is there already`);
  const from = seal === undefined ? undefined : sizeOf(seal);
  const [{ recordFile, requestFile }, { recordedLines }] = await Promise.all([import("../../lib/server/record-file.ts"), import("../../lib/server/take-away/recorded.ts")]);
  const lines = request === undefined ? recordFile({ from }) : isId(request) ? await requestFile({ kind: "system" }, request.toLowerCase(), { from }) : null;
  if (lines === null) throw failure(`there is no request ${JSON.stringify(request?.slice(0, 40))} with a record`);
  const written = await write(recordedLines({ kind: "system" }, lines, { what: "record", as: null, asked: request?.toLowerCase() ?? "", format: "ndjson" }), out);
  if (beside !== null) await copyFile(verifier, beside);
  if (json) io.json({ file: out, ...written, ...(beside !== null && { verifier: beside }) });
  else {
    io.line(`${out}: ${written.lines} lines, ${written.bytes} bytes.`);
    if (beside !== null) io.line(`python3 ${beside} ${out} checks it.`);
  }
  return 0;
}

/** Writes beside the file and gives it its name at the end: half a file never stands under it, and none that is there is written over. */
async function write(lines: AsyncGenerator<string>, out: string): Promise<{ readonly lines: number; readonly bytes: number }> {
  const part = `${out}.${randomUUID()}.part`;
  const file = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
  let count = 0;
  async function* counted() {
    for await (const line of lines) {
      count++;
      yield line;
    }
  }
  try {
    await once(file, "open");
    await pipeline(counted(), file);
    if (!file.closed) await once(file, "close");
    // A name that somebody took in the meantime is not taken from them, as a renaming would.
    await link(part, out);
    return { lines: count, bytes: file.bytesWritten };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : code === "EEXIST" ? failure(`${out} is there already`) : cannotBeWritten(out, error);
  } finally {
    file.destroy();
    await rm(part, { force: true });
  }
}

function sizeOf(path: string): number {
  const kept = noteIn(textIn(path));
  if (!kept) throw failure(`${path} holds no seal`);
  return kept.says.size;
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
