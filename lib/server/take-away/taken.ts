/** How far a file has come: places asked for, rows in it, and entries that are not for its reader. */
export type Progress = { readonly seen: number; readonly rows: number; readonly withheld: number };

/** A file on its way: what it is called, its pieces, and how far it has come. Nothing of it is held. */
export type Taken = { readonly name: string; readonly mediaType: string; readonly pieces: AsyncGenerator<Uint8Array>; readonly progress: () => Progress };

/** What somebody who asks for a bundle gets: the file; or that they do not see one of its requests, may not have it, or that it would be too large. */
export type Bundled = Taken | "notFound" | "notPermitted" | "bundleTooLarge";

/** Counts what passes. */
export type Counter = { seen: number; rows: number; withheld: number };

export async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
