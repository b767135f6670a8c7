import type { Actor } from "@/lib/access/actor";
import { requestFile } from "@/lib/server/record-file";
import { recordedLines } from "@/lib/server/take-away/recorded";
import { witnessRead } from "@/lib/server/witness-read";

/** The file of a request's record, sent while it is read; null when the actor does not see the request. Its people and auditors read who took it, as a reading of the request. */
export async function recordFileResponse(actor: Actor, id: string, from?: number): Promise<Response | null> {
  const lines = await requestFile(actor, id, { from });
  if (!lines || !(await witnessRead(actor, id, [null]))) return null;
  return new Response(bytesOf(recordedLines(actor, lines, { what: "record", as: null, asked: id, format: "ndjson" })), { headers: { "content-type": "application/x-ndjson", "content-disposition": `attachment; filename="record-${id}.ndjson"`, "cache-control": "private, no-store", "x-content-type-options": "nosniff" } });
}

/** A line is read when the reader has taken the one before. */
function bytesOf(lines: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(to) {
      const { value, done } = await lines.next();
      if (done) to.close();
      else to.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
}
