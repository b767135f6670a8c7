"use client";

import { useEffect, useRef, useState, useSyncExternalStore, type ClipboardEvent } from "react";
import { Button } from "@/app/_ui/button";
import { control, FieldGroup, type Question } from "@/app/_ui/field";
import { isHeading, pastedRows } from "@/lib/kind/pasted-rows";

type Option = { value: string; label: string };
export type LineColumn = { name: string; label: string; options?: readonly Option[]; numeric?: boolean; initial?: string };
type Row = Readonly<Record<string, string>>;

/**
 * Several items as rows of plain inputs, named `lines.0.material`. Three empty rows stand ready and saving
 * brings more; with JavaScript a button does, and rows copied from a spreadsheet can be pasted into any cell of the first column.
 */
export function LineRows({ question, columns, rows, errors, words }: {
  question: Question;
  columns: readonly LineColumn[];
  rows: readonly Row[];
  errors: readonly { field: string; message: string }[];
  words: { line: string; add: string };
}) {
  const [shown, show] = useState({ rows: [...rows, {}, {}, {}] as readonly Row[], pasted: 0 });
  const isLive = useSyncExternalStore(never, () => true, () => false);
  const table = useRef<HTMLTableElement>(null);
  // Setting values says nothing to the form; what saves by itself waits for an input event.
  useEffect(() => {
    if (shown.pasted > 0) table.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [shown.pasted]);
  const typed = () => shown.rows.map((_, at) => Object.fromEntries(columns.map(({ name }) => [name, cellIn(table.current, at, name)])));
  const paste = (event: ClipboardEvent, at: number) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const found = withoutHeading(pastedRows(text), columns).map((cells) => Object.fromEntries(columns.map((column, cell) => [column.name, valueFor(column, cells[cell] ?? "")])));
    show({ rows: [...typed().slice(0, at), ...found, {}], pasted: shown.pasted + 1 });
  };
  return (
    <FieldGroup question={question}>
      <table ref={table} className="block w-full text-sm sm:table">
        <thead className="sr-only sm:not-sr-only sm:table-header-group">
          <tr className="border-b border-line-strong text-start">{columns.map(({ name, label }) => <th key={name} scope="col" className="px-1 py-1.5 text-start font-normal text-ink-2">{label}</th>)}</tr>
        </thead>
        <tbody className="block sm:table-row-group" key={shown.pasted}>
          {shown.rows.map((row, at) => (
            <tr key={at} className="grid grid-cols-2 gap-2 border-b border-line py-2 sm:table-row">
              {columns.map((column) => (
                <td key={column.name} className="block px-1 py-1 first:col-span-2 sm:table-cell">
                  <Cell column={column} at={at} value={row[column.name]} words={words} wrong={errors.find(({ field }) => field === `lines.${at}.${column.name}`)?.message} onPaste={column === columns[0] ? (event) => paste(event, at) : undefined} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {isLive && (
        <div className="mt-3">
          <Button type="button" onClick={() => show({ ...shown, rows: [...shown.rows, {}] })}>{words.add}</Button>
        </div>
      )}
    </FieldGroup>
  );
}

function Cell({ column, at, value, wrong, words, onPaste }: { column: LineColumn; at: number; value?: string; wrong?: string; words: { line: string }; onPaste?: (event: ClipboardEvent) => void }) {
  const name = `lines.${at}.${column.name}`;
  const shared = { id: name, name, "aria-label": `${words.line.replace("{line}", String(at + 1))}, ${column.label}`, "aria-invalid": wrong ? (true as const) : undefined, "aria-describedby": wrong ? `${name}-error` : undefined };
  return (
    <>
      <span aria-hidden className="text-xs text-ink-3 sm:hidden">{column.label}</span>
      {column.options ? (
        <select {...shared} defaultValue={value ?? column.initial ?? ""} className={`${control} w-full`}>
          <option value="">–</option>
          {column.options.map(({ value: id, label }) => <option key={id} value={id}>{label}</option>)}
        </select>
      ) : (
        <input type="text" autoComplete="off" {...shared} onPaste={onPaste} inputMode={column.numeric ? "decimal" : undefined} defaultValue={value} className={`${control} w-full ${column.numeric ? "text-end tabular-nums sm:w-20" : ""}`} />
      )}
      {wrong && <span id={`${name}-error`} className="block pt-1 text-xs font-medium text-stop">{wrong}</span>}
    </>
  );
}

function withoutHeading(rows: string[][], columns: readonly LineColumn[]): string[][] {
  return rows.slice(isHeading(rows[0], columns.flatMap(({ numeric }, at) => (numeric ? [at] : []))) ? 1 : 0);
}

/** Whether scripts run never changes once they do. */
function never() {
  return () => undefined;
}

function cellIn(table: HTMLTableElement | null, at: number, cell: string): string {
  const found = table?.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="lines.${at}.${cell}"]`);
  return found?.value ?? "";
}

/** What a pasted cell means where the column offers a choice: an id, or a name in the reader's language. */
function valueFor({ options }: LineColumn, text: string): string {
  if (!options) return text;
  const wanted = text.trim().toLowerCase();
  return options.find(({ value, label }) => value.toLowerCase() === wanted || label.toLowerCase() === wanted)?.value ?? "";
}
