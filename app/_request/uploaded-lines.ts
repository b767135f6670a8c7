import { fileOf, type FormState } from "@/app/(auth)/form-state";
import { rowsIn } from "@/lib/kind/typed-values";
import { readTableFile, type TableFileProblem } from "@/lib/kind/table-file";
import { hasForm, kindDefinition } from "@/lib/kind/registry";

/** A file of lines that was sent with the form, as rows below those that were typed; what scripts do on the page, for whoever has none. */
export async function withUploadedLines(form: FormData, values: FormState["values"], kind: string): Promise<{ readonly values: FormState["values"]; readonly problem?: TableFileProblem }> {
  const file = fileOf(form, "lines.file");
  const table = hasForm(kind) ? kindDefinition(kind).lines : null;
  if (!file || table === null) return { values };
  const read = readTableFile(new Uint8Array(await file.arrayBuffer()));
  if (!read.ok) return { values, problem: read.code };
  const typed = rowsIn(values).filter((row) => Object.values(row).some((cell) => cell.trim() !== ""));
  const rows = [...typed, ...table.split(read.text)];
  const others = Object.entries(values).filter(([name]) => !name.startsWith("lines."));
  const cells = rows.flatMap((row, at) => table.cells.map((cell) => [`lines.${at}.${cell}`, row[cell] ?? ""] as const));
  return { values: Object.fromEntries([...others, ...cells]) };
}
