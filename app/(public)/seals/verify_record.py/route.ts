import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The program in Python that checks a file of the record; it ships beside every export. */
export async function GET(): Promise<Response> {
  const program = await readFile(join(process.cwd(), "docs/verify/verify_record.py"));
  return new Response(program, { headers: { "content-type": "text/x-python; charset=utf-8", "content-disposition": 'attachment; filename="verify_record.py"', "cache-control": "public, max-age=300" } });
}
