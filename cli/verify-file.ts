import { createReadStream } from "node:fs";
import { isUtf8 } from "node:buffer";
import { checkFile, type FileCheck } from "../lib/audit/record-file/check-file.ts";
import type { FileVerdict } from "../lib/audit/record-file/verdict.ts";
import { failure } from "./failure.ts";
import { textIn } from "./file.ts";
import type { Io } from "./verb.ts";

/** The longest line that docs/record-format.md allows, in bytes. */
const longest = 16 * 1024 * 1024;

/** Checks a file of the record and says what was found. */
export async function verifyRecordFile(path: string, { json, seal }: { readonly json: boolean; readonly seal?: string | undefined }, io: Io): Promise<number> {
  const found = await verifyFile(path, seal === undefined ? null : textIn(seal));
  if (json) io.json(found);
  else for (const line of inWords(found)) io.line(line);
  return found.ok ? 0 : 1;
}

function inWords({ ok, streams, events, withheld, erased, unsealed, seal, kept, problems }: FileVerdict): string[] {
  return [
    ...problems.map(({ stream, seq, field, code }) => `${stream} ${seq} ${field}: ${code}`),
    ...erased.map(({ stream, seq, field, rule, at }) => `${stream} ${seq} ${field}: erased under ${rule} at ${at}`),
    seal ? `The seal covers ${seal.size} events; it is of ${seal.at}, and its root is ${seal.root}.` : "The file has no seal.",
    ...(unsealed > 0 ? [`${unsealed} events are not sealed yet: what they say could still be changed.`] : []),
    ...(withheld.events + withheld.words > 0 ? [`Not shown: ${withheld.events} events, and the words at ${withheld.words} places.`] : []),
    ...(kept && ok ? [`It continues the seal of ${kept.at} over ${kept.size} events that you kept.`] : []),
    ok ? `${events} events in ${streams} chains hold.` : `${problems.length} problems in ${events} events.`,
  ];
}

/** Checks a file of the record, read piece by piece: of the file no more than a line is in memory, of each event its leaf. */
export async function verifyFile(path: string, kept: string | null): Promise<FileVerdict> {
  const check = checkFile(kept);
  let rest: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>) {
      const last = chunk.lastIndexOf(10);
      if (last < 0) {
        size += chunk.length;
        // What is too long is not kept, only counted.
        if (size <= longest) rest.push(chunk);
        continue;
      }
      const first = chunk.indexOf(10);
      if (size + first > longest) {
        check.line(null);
        checkLines(check, chunk.subarray(first + 1, last + 1));
      } else checkLines(check, rest.length === 0 ? chunk.subarray(0, last + 1) : Buffer.concat([...rest, chunk.subarray(0, last + 1)]));
      rest = [chunk.subarray(last + 1)];
      size = chunk.length - last - 1;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : failure(`${path} cannot be read: ${code}`);
  }
  if (size > longest) check.line(null);
  else if (size > 0) checkLines(check, Buffer.concat([...rest, Buffer.of(10)]));
  return check.end();
}

/** Lines that each end with a line feed. */
function checkLines(check: FileCheck, bytes: Buffer): void {
  const isText = isUtf8(bytes);
  for (let from = 0; from < bytes.length; ) {
    const to = bytes.indexOf(10, from);
    if (to - from <= longest && (isText || isUtf8(bytes.subarray(from, to)))) check.bytes(bytes, from, to);
    else check.line(null);
    from = to + 1;
  }
}
