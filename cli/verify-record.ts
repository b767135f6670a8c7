import type { KeptSeal } from "../db/verify-kept-seal.ts";
import { textIn } from "./file.ts";
import { withDatabase } from "./serve/database.ts";
import type { Io } from "./verb.ts";

/** Checks the record in the database, with its papers and seals, and says what was found; with a seal that was kept elsewhere, also whether the log goes on from it. */
export async function verifyRecord({ json, seal }: { readonly json: boolean; readonly seal?: string | undefined }, io: Io): Promise<number> {
  const keptSeal = seal === undefined ? undefined : textIn(seal);
  return withDatabase("database", async () => {
    const { verify } = await import("../db/verify.ts");
    const { documentStore, keptDocument } = await import("../lib/server/document-store.ts");
    const store = documentStore();
    const found = await verify(undefined, { walls: true, readDocument: (requestId, documentId) => keptDocument(store, requestId, documentId), ...(keptSeal !== undefined && { keptSeal }) });
    if (json) io.json(found);
    else {
      for (const { stream, seq, field, code } of found.problems) io.line(`${stream} ${seq} ${field}: ${code}`);
      if (found.seal) io.line(sealSentences[found.seal.code](found.seal));
      io.line(found.ok ? `${found.events} events in ${found.streams} streams hold.` : `${found.problems.length} problems in ${found.events} events.`);
    }
    return found.ok ? 0 : 1;
  });
}

const sealSentences = {
  extends: ({ size, sealedAt, logSize }) => `The log goes on from this seal of ${sealedAt}: its ${size} events are the first of today's ${logSize}, each as it was.`,
  notANote: () => "This file is no seal.",
  otherLog: ({ origin }) => `This seal is of another log, ${origin}.`,
  unknownKey: ({ origin }) => `This seal is signed by no key of ${origin}.`,
  badSignature: () => "This seal was changed, or is forged: its signature is not right.",
  keyWithdrawn: ({ size }) => `This seal of ${size} events is signed by a key that no longer counted: whoever had stolen it may have made it.`,
  largerThanLog: ({ size, logSize }) => `This seal counts ${size} events, and the log has ${logSize}: the end of the log was cut off.`,
  notExtended: ({ size, sealedAt, root, logRoot }) => `The log does not go on from this seal of ${sealedAt}: of the ${size} events that it counts, one or more were changed, moved or taken away afterwards. Only this seal tells. It says ${root}, the log ${logRoot ?? "nothing"}.`,
} as const satisfies Record<KeptSeal["code"], (seal: KeptSeal) => string>;
