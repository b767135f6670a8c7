import type { FormState } from "@/app/(auth)/form-state";
import type { Actor } from "@/lib/access/actor";
import { refilled, type Row } from "@/lib/catalogue/tells";
import { kindDefinition } from "@/lib/kind/registry";
import { rowsIn } from "@/lib/kind/typed-values";
import type { Language } from "@/lib/language";
import { toldOf } from "@/lib/server/catalogue";
import type { RequestDetail } from "@/lib/server/request-detail";

/**
 * What was sent, with what published tables fill in where another number or name stands in a line than was saved: what scripts do
 * on the page, for whoever has none. The same values when there is nothing to fill in.
 */
export async function withFilledLines(values: FormState["values"], { kind, lines: before }: Pick<RequestDetail, "kind" | "lines">, actor: Actor, language: Language): Promise<FormState["values"]> {
  const table = kindDefinition(kind).lines;
  const rows = rowsIn(values);
  if (!table?.catalogues || rows.length === 0) return values;
  const told = await toldOf(actor, { kind, lines: [...before, ...rows] });
  const cells = rows.flatMap((row, at) => Object.entries(refilled(table, (before[at] ?? {}) as Row, row, told, language)).map(([cell, value]) => [`lines.${at}.${cell}`, value] as const));
  return cells.length === 0 ? values : { ...values, ...Object.fromEntries(cells) };
}
