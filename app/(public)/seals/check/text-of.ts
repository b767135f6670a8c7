/** What a file says, in the Unicode that editors write; null when it holds no text: a picture, a PDF, a word processor's file. */
export function textOf(bytes: Uint8Array): string | null {
  const wide = wideMarks.find(({ mark }) => mark.every((one, at) => bytes[at] === one));
  if (wide) return new TextDecoder(wide.coding).decode(bytes);
  const isPdf = String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-";
  return isPdf || bytes.includes(0) ? null : new TextDecoder().decode(bytes);
}

/** What UTF-16 begins with, either way round. */
const wideMarks = [{ mark: [0xff, 0xfe], coding: "utf-16le" }, { mark: [0xfe, 0xff], coding: "utf-16be" }] as const;
