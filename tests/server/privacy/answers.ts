import { inflateSync } from "node:zlib";
import { unzipSync } from "fflate";

/** What an answer holds for whoever looks into it: files of archives one by one, a PDF's streams and the words its glyphs draw, and the payload of a page's scripts joined. */
export function unpacked(bytes: Buffer): string {
  const head = bytes.subarray(0, 4).toString("latin1");
  if (head === "%PDF") return ofPdf(bytes);
  if (head === "PK\u0003\u0004") return Object.entries(unzipSync(bytes)).map(([name, file]) => `${name}\n${unpacked(Buffer.from(file))}`).join("\n");
  const text = bytes.toString("utf8");
  const payload = [...text.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g)].map(([, part = '""']) => JSON.parse(part) as string);
  return payload.length === 0 ? text : `${text}\n${payload.join("")}`;
}

function ofPdf(file: Buffer): string {
  const text = file.toString("latin1");
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, stream = ""]) => inflated(stream));
  const maps = streams.filter((one) => one.includes("beginbfrange")).map(charactersOf);
  // Which font draws a string is not asked: every font reads each, and one of them reads it rightly.
  const drawn = streams.flatMap((one) => [...one.matchAll(/\[([^\]]*)\]\s*TJ/g)].map(([, shown = ""]) => [...shown.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = ""]) => hex).join("")));
  const words = maps.map((characters) => drawn.map((hex) => (hex.match(/.{4}/g) ?? []).map((glyph) => characters.get(Number.parseInt(glyph, 16)) ?? "").join("")).join("\n"));
  return [text, ...streams, ...words].join("\n");
}

function inflated(stream: string): string {
  try {
    return inflateSync(Buffer.from(stream, "latin1")).toString("utf8");
  } catch {
    // Pictures and fonts are packed in other ways, and say nothing.
    return "";
  }
}

/** Which character each glyph of a font is, as its file says for whoever searches it. */
function charactersOf(map: string): ReadonlyMap<number, string> {
  return new Map([...map.matchAll(/<([0-9a-f]{4})>\s*<[0-9a-f]{4}>\s*\[([^\]]*)\]/gi)].flatMap(([, first = "", list = ""]) => [...list.matchAll(/<([0-9a-f]+)>/gi)].map(([, hex = ""], at) => [Number.parseInt(first, 16) + at, Buffer.from(hex, "hex").swap16().toString("utf16le")] as const)));
}
