import { closeSync, openSync, readSync } from "node:fs";
import { checkFile, type FileCheck } from "../lib/audit/record-file/check-file.ts";
import { checkLines, longestLine } from "../lib/audit/record-file/check-lines.ts";
import type { FileVerdict } from "../lib/audit/record-file/verdict.ts";
import { cannotBeRead, textIn } from "./file.ts";
import type { Io } from "./verb.ts";

/** Checks a file of the record and says what was found. */
export async function verifyRecordFile(path: string, { json, seal }: { readonly json: boolean; readonly seal?: string | undefined }, io: Io): Promise<number> {
  const found = await verifyFile(path, seal === undefined ? null : textIn(seal));
  if (json) io.json(found);
  else for (const line of verdictInWords(found)) io.line(line);
  return found.ok ? 0 : 1;
}

/** What a check of a file found, a sentence a line. */
export function verdictInWords({ ok, streams, events, withheld, erased, unsealed, seal, kept, problems }: FileVerdict): string[] {
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

/** Checks a file of the record, read piece by piece into the same memory: of the file no more than a piece or a line is there, of each event its leaf. */
export async function verifyFile(path: string, kept: string | null): Promise<FileVerdict> {
  const check = checkFile(kept);
  try {
    const file = openSync(path, "r");
    try {
      readLines(file, check);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : cannotBeRead(path, error);
  }
  return check.end();
}

function readLines(file: number, check: FileCheck): void {
  let room = Buffer.allocUnsafeSlow(1 << 18);
  // Of a line whose end is not read yet, `begun` bytes stand at the beginning; what is too long is not kept.
  let begun = 0;
  let isTooLong = false;
  for (;;) {
    if (begun === room.length) room = Buffer.concat([room], room.length * 2);
    const bytesRead = readSync(file, room, begun, room.length - begun, null);
    if (bytesRead === 0) break;
    const filled = begun + bytesRead;
    let first = 0;
    if (isTooLong) {
      first = room.subarray(0, filled).indexOf(10) + 1;
      if (first === 0) continue;
      check.line(null);
      isTooLong = false;
    }
    const last = room.lastIndexOf(10, filled - 1) + 1;
    checkLines(check, room.subarray(first, last));
    begun = filled - last;
    isTooLong = begun > longestLine;
    if (isTooLong) begun = 0;
    else room.copyWithin(0, last, filled);
  }
  if (isTooLong) check.line(null);
  else if (begun > 0) checkLines(check, Buffer.concat([room.subarray(0, begun), Buffer.of(10)]));
}
