import type { ChainLine } from "./lines.ts";

/** A line that begins a chain, if it is canonical beyond doubt and its stream needs no escape; null where the long way has to say what it is. */
export function quickChain(bytes: Buffer, from: number, to: number): ChainLine | null {
  // Only these begin with an `h`, in the third place.
  if (bytes[from + 2] !== letterH || to - from > longest) return null;
  const [, hash, seq, stream] = form.exec(bytes.toString("latin1", from, to)) ?? [];
  return hash === undefined || seq === undefined || stream === undefined ? null : { line: "chain", stream, seq: Number(seq), hash };
}

const form = /^\{"hash":"([0-9a-f]{64})","line":"chain","seq":(0|[1-9]\d{0,14}),"stream":"([ !#-[\]-~]*)"\}$/;
const letterH = 0x68;
const longest = 1000;
