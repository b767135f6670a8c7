import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A file of an archive: read only when its turn comes. What is compressed already is `stored` as it is. */
export type ZipPart = { readonly name: string; readonly content: AsyncIterable<string | Uint8Array>; readonly stored?: boolean };

/**
 * Parts as one ZIP archive, while they are being read: no part and no archive is ever held whole. The same parts make the
 * same bytes, because every one has the same time. An archive of this form ends at 4 GB; whoever may come near asks first.
 */
export async function* zipOf(parts: AsyncIterable<ZipPart>): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const failed: Error[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) failed.push(error);
    else ready.push(chunk);
  });
  function* taken(): Generator<Uint8Array> {
    const [error] = failed;
    if (error) throw error;
    yield* ready.splice(0);
  }
  for await (const { name, content, stored } of parts) {
    const file = stored ? new ZipPassThrough(name) : new ZipDeflate(name, { level: 6 });
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    for await (const piece of content) {
      for (const bytes of inPieces(typeof piece === "string" ? new TextEncoder().encode(piece) : piece)) {
        file.push(bytes);
        yield* taken();
      }
    }
    file.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The most that is compressed in one go: whoever else is being served is not kept waiting for longer. */
const atOnce = 65_536;

function* inPieces(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += atOnce) yield bytes.subarray(at, at + atOnce);
}
