import { type Checkpoint, readCheckpoint } from "../checkpoint.ts";
import { readNote, type SignedNote } from "../signed-note.ts";

/** A seal: as it stands, taken apart, and what it says. */
export type KeptSeal = { readonly raw: string; readonly note: SignedNote; readonly says: Checkpoint };

/**
 * The first seal in a text: the note as it was saved, a mail or a page that it stands in, or the answer of `/api/v1/log/seal`. Quotation marks
 * and spaces before a line, and what mail programs make of long lines, are taken away. Null when there is none.
 */
export function noteIn(text: string): KeptSeal | null {
  const plain = text.replace(/^\uFEFF/, "");
  return found(plain) ?? found(unquoted(plain)) ?? found(answered(plain));
}

function found(text: string): KeptSeal | null {
  const lines = text.replaceAll("\r\n", "\n").split("\n").map((line) => line.replace(/^[> \t]+/, "").trimEnd());
  for (let at = 0; at + 5 < lines.length + 1; at++) {
    if (!/^(0|[1-9]\d{0,15})$/.test(lines[at + 1] ?? "") || !/^[A-Za-z0-9+/]{43}=$/.test(lines[at + 2] ?? "")) continue;
    const blank = lines.indexOf("", at);
    if (blank < 0) continue;
    let end = blank + 1;
    while (lines[end]?.startsWith("— ")) end++;
    const raw = `${lines.slice(at, end).join("\n")}\n`;
    const note = readNote(raw);
    const says = note && readCheckpoint(note.text);
    if (note && says && note.signatures.length > 0) return { raw, note, says };
  }
  return null;
}

/** The `note` of a JSON object; empty where the text is none, or has none. */
function answered(text: string): string {
  try {
    const { note } = (JSON.parse(text) ?? {}) as { readonly note?: unknown };
    return typeof note === "string" ? note : "";
  } catch {
    return "";
  }
}

/** Quoted-printable undone (RFC 2045 §6.7). */
function unquoted(text: string): string {
  const joined = text.replaceAll(/=\r?\n/g, "");
  return Buffer.from(joined.replaceAll(/[^\x00-\xff]/g, "?").replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))), "latin1").toString("utf8");
}
