import { readFrames } from "@/lib/export/framed";

/** How far a file has come. */
export type Come = { readonly seen: number; readonly rows: number; readonly withheld: number };
export type Fetched = { readonly name: string; readonly content: Blob; readonly come: Come };

/** So much is handed to the browser at a time, which keeps it on disk where it is large. */
const atOnce = 8_000_000;

/** Fetches a file in frames and tells how far it has come; `refused` when its reader is signed out or may not read it any more. Fails where it broke off before its end. */
export async function fetchFramed(address: string, signal: AbortSignal, tell: (come: Come) => void): Promise<Fetched | "refused"> {
  const answer = await fetch(`${address}&framed=1`, { signal, cache: "no-store" });
  // Whoever may not is led to where they sign in, or finds nothing here.
  if (answer.redirected || answer.status === 404) return "refused";
  const reader = answer.headers.get("content-type") === "application/octet-stream" ? answer.body?.getReader() : undefined;
  if (!answer.ok || !reader) throw new Error("no file");
  let content = new Blob();
  let pieces: BlobPart[] = [];
  let size = 0;
  let left = new Uint8Array();
  let come: Come = { seen: 0, rows: 0, withheld: 0 };
  let [whole, isRefused] = [false, false];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    left = new Uint8Array(readFrames(joined(left, next.value), ({ sign, bytes }) => {
      if (sign === "e") whole = true;
      if (sign === "x") isRefused = true;
      if (sign === "n") come = JSON.parse(new TextDecoder().decode(bytes)) as Come;
      if (sign !== "d") return;
      pieces.push(new Uint8Array(bytes));
      size += bytes.length;
    }));
    tell(come);
    if (size < atOnce) continue;
    content = new Blob([content, ...pieces]);
    [pieces, size] = [[], 0];
  }
  if (isRefused) return "refused";
  if (!whole) throw new Error("the file broke off");
  return { name: decodeURIComponent(answer.headers.get("causeway-file") ?? "causeway"), content: new Blob([content, ...pieces], { type: answer.headers.get("causeway-type") ?? "" }), come };
}

function joined(before: Uint8Array, after: Uint8Array): Uint8Array {
  if (before.length === 0) return after;
  const both = new Uint8Array(before.length + after.length);
  both.set(before);
  both.set(after, before.length);
  return both;
}
