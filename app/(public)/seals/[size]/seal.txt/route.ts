import { sealKept } from "@/db/queries/seals";
import { reader } from "@/lib/server/language";
import { nothingHere } from "@/lib/server/plain-answer";

/** One seal as a file to keep: the note and nothing else, as every program that checks one takes it. */
export async function GET(_: Request, { params }: { params: Promise<{ size: string }> }): Promise<Response> {
  const { size } = await params;
  const seal = /^[1-9]\d{0,8}$/.test(size) ? await sealKept(Number(size)) : null;
  if (!seal) return nothingHere((await reader()).language);
  return new Response(seal.note, { headers: { "content-type": "text/plain; charset=utf-8", "content-disposition": `attachment; filename="seal-${size}.txt"`, "cache-control": "no-store" } });
}
