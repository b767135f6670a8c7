import { noteMended } from "@/lib/audit/record-file/note-mended";
import { textOf } from "./text-of";

/** The largest file that is looked into: a mail with a seal in it. */
const largest = 1 << 20;
/** What of a text without a seal goes back into its field; an address cannot hold more. */
const longestBack = 1500;

/** Takes a seal as a file or as text and shows it on the page of seals, whose address then says which: no script is needed, and nothing is kept. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const file = form?.get("file");
  const typed = form?.get("seal");
  const uploaded = file instanceof File && file.size > 0 ? textOf(new Uint8Array(await file.slice(0, largest).arrayBuffer())) : "";
  if (uploaded === null) return shownBy({ file: "picture" });
  const text = uploaded || (typeof typed === "string" ? typed.slice(0, largest) : "");
  return shownBy({ seal: noteMended(text)?.raw ?? text.slice(0, longestBack) });
}

function shownBy(asked: Readonly<Record<string, string>>): Response {
  return new Response(null, { status: 303, headers: { Location: `/seals?${new URLSearchParams(asked)}#check` } });
}
