/*
 * A file on its way with how far it has come, for a page that shows it: frames of a sign, the length of what follows as four
 * bytes, and that. `d` is a piece of the file as it is; `n` says how much has gone into it. The last is `e`, or
 * `x` where its reader may read it no longer; a file without `e` is not whole: a connection that breaks would otherwise look like an end.
 */

const head = 5;
export type Frame = { readonly sign: "d" | "n" | "e" | "x"; readonly bytes: Uint8Array };

/** Frames of a file's pieces; what `told` says is sent on whenever it has changed. `isRefused` knows the failures that are a right which was lost: no others are told. */
export async function* framed(pieces: AsyncIterable<Uint8Array>, told: () => string, isRefused: (failure: unknown) => boolean = () => false): AsyncGenerator<Uint8Array> {
  let last = "";
  try {
    for await (const piece of pieces) {
      if (told() !== last) {
        last = told();
        yield frame("n", new TextEncoder().encode(last));
      }
      yield frame("d", piece);
    }
  } catch (failure) {
    if (!isRefused(failure)) throw failure;
    yield frame("x", new Uint8Array());
    return;
  }
  yield frame("n", new TextEncoder().encode(told()));
  yield frame("e", new Uint8Array());
}

function frame(sign: Frame["sign"], bytes: Uint8Array): Uint8Array {
  const whole = new Uint8Array(head + bytes.length);
  whole[0] = sign.charCodeAt(0);
  new DataView(whole.buffer).setUint32(1, bytes.length);
  whole.set(bytes, head);
  return whole;
}

/** Reads frames out of whatever pieces the network makes of them. Answers what is left over for the next time. */
export function readFrames(bytes: Uint8Array, take: (frame: Frame) => void): Uint8Array {
  let at = 0;
  while (bytes.length - at >= head) {
    const length = new DataView(bytes.buffer, bytes.byteOffset + at).getUint32(1);
    if (bytes.length - at < head + length) break;
    take({ sign: String.fromCharCode(bytes[at] ?? 0) as Frame["sign"], bytes: bytes.slice(at + head, at + head + length) });
    at += head + length;
  }
  return bytes.subarray(at);
}
