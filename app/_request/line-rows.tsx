"use client";

import { type ChangeEvent, type ClipboardEvent, useEffect, useRef, useState } from "react";
import { type Control, useFieldArray, type UseFormGetValues, type UseFormRegister } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { control as look, FieldGroup, type Question } from "@/app/_ui/field";
import { Icon } from "@/app/_ui/icon";
import { isHeading, pastedRows } from "@/lib/kind/pasted-rows";
import { readTableFile, type TableFileProblem } from "@/lib/kind/table-file";
import type { LineColumn, LinesField } from "./form-input";
import { useLive } from "./use-live";

type Row = Record<string, string>;

/**
 * Several items as rows of plain inputs, named `lines.0.material`. Three empty rows stand ready and saving brings more.
 * With JavaScript a button does, rows copied from a spreadsheet are pasted into any cell and spread from there, and a file
 * of rows is read into the table; without it the file is sent along.
 */
export function LineRows({ question, field, form, errorAt }: {
  question: Question;
  field: LinesField;
  form: { control: Control; register: UseFormRegister<Record<string, unknown>>; getValues: UseFormGetValues<Record<string, unknown>> };
  errorAt: (name: string) => string | undefined;
}) {
  const { columns, words } = field;
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: "lines" });
  const isLive = useLive();
  const table = useRef<HTMLTableElement>(null);
  const [changes, setChanges] = useState(0);
  const [problem, setProblem] = useState<TableFileProblem>();
  // A row that comes or goes says nothing to the form; what saves and what weighs wait for an input event.
  useEffect(() => {
    if (changes > 0) table.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [changes]);
  const current = () => (form.getValues("lines") as Row[] | undefined) ?? [];
  const put = (found: readonly (readonly string[])[], at: number, column: number) => {
    const next = current().map((row) => ({ ...blankRow(columns), ...row }));
    for (const [down, cells] of found.entries()) {
      const row = (next[at + down] ??= blankRow(columns));
      for (const [along, cell] of cells.entries()) {
        const target = columns[column + along];
        if (target) row[target.name] = valueFor(target, cell);
      }
    }
    replace([...next.filter((row, index) => index < at + found.length || !isBlank(row)), blankRow(columns)]);
    setChanges((count) => count + 1);
  };
  const paste = (event: ClipboardEvent) => {
    const [, at = "", cell] = /^lines\.(\d+)\.(\w+)$/.exec((event.target as HTMLInputElement).name ?? "") ?? [];
    const column = columns.findIndex(({ name }) => name === cell);
    const text = event.clipboardData.getData("text/plain");
    // A single text goes into its cell as the browser does it; into a choice it cannot.
    if (column < 0 || (!/[\t\r\n]/.test(text.trim()) && !columns[column]?.options)) return;
    event.preventDefault();
    put(withoutHeading(pastedRows(text), columns, column), Number(at), column);
  };
  const readFile = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (!file) return;
    const read = readTableFile(new Uint8Array(await file.arrayBuffer()));
    target.value = "";
    setProblem(read.ok ? undefined : read.code);
    if (!read.ok) return;
    const filled = current().reduce((last, row, index) => (isBlank(row) ? last : index + 1), 0);
    put(withoutHeading(pastedRows(read.text), columns, 0), filled, 0);
  };
  const removeRow = (at: number) => {
    remove(at);
    setChanges((count) => count + 1);
    table.current?.querySelectorAll<HTMLElement>("button")[Math.max(0, at - 1)]?.focus();
  };
  return (
    <FieldGroup question={question}>
      <table ref={table} onPaste={paste} className="block w-full text-sm sm:table">
        <thead className="sr-only sm:not-sr-only sm:table-header-group">
          <tr className="border-b border-line-strong text-start">
            <th scope="col" className="py-1.5 text-start"><span className="sr-only">{fillLine(words.line, "")}</span></th>
            {columns.map(({ name, label, numeric }) => <th key={name} scope="col" className={`px-1 py-1.5 font-normal text-ink-2 ${numeric ? "text-end" : "text-start"}`}>{label}</th>)}
            <th scope="col"><span className="sr-only">{words.removeTitle}</span></th>
          </tr>
        </thead>
        <tbody className="block sm:table-row-group">
          {fields.map((row, at) => (
            <tr key={row.id} className="grid grid-cols-2 gap-2 border-b border-line py-2 sm:table-row">
              <th scope="row" className="col-span-2 pe-1 text-start font-normal text-ink-3 tabular-nums sm:table-cell"><span className="sm:sr-only">{fillLine(words.line, String(at + 1))}</span><span aria-hidden className="hidden sm:inline">{at + 1}</span></th>
              {columns.map((column) => {
                const name = `lines.${at}.${column.name}`;
                return (
                  <td key={column.name} className="block px-1 py-1 align-top sm:table-cell first-of-type:max-sm:col-span-2">
                    <Cell column={column} name={name} label={`${fillLine(words.line, String(at + 1))}, ${column.label}`} value={(row as unknown as Row)[column.name]} wrong={errorAt(name)} bind={form.register(name)} />
                  </td>
                );
              })}
              <td className="col-span-2 block py-1 align-top sm:table-cell">
                {isLive && (
                  <button type="button" onClick={() => removeRow(at)} aria-label={words.remove.replace("{line}", String(at + 1))} className="grid min-h-11 min-w-9 cursor-pointer place-items-center rounded-control text-ink-2 hover:text-ink">
                    <Icon name="x" />
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {field.total && <p className="mt-2 text-sm text-ink-2">{field.total}</p>}
      <div className="mt-3 grid justify-items-start gap-4">
        {isLive && <Button type="button" onClick={() => append(blankRow(columns), { focusName: `lines.${fields.length}.${columns[0]?.name ?? ""}` })}>{words.add}</Button>}
        <div className="min-w-0">
          <label htmlFor="lines.file" className="mb-1 block text-sm font-medium">{words.file}</label>
          <input type="file" id="lines.file" name="lines.file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" onChange={(event) => void readFile(event)} aria-describedby="lines.file-hint" aria-invalid={problem ? true : undefined} className="max-w-full text-sm file:me-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-strong file:bg-ground file:px-3 file:font-medium file:text-ink" />
          <p id="lines.file-hint" className="text-xs text-ink-3">{words.fileHint}</p>
          <p role="alert" className="text-sm font-medium text-stop">{problem ? words.fileProblems[problem] : errorAt("lines.file")}</p>
        </div>
      </div>
    </FieldGroup>
  );
}

function Cell({ column, name, label, value = "", wrong, bind }: { column: LineColumn; name: string; label: string; value?: string; wrong?: string; bind: ReturnType<UseFormRegister<Record<string, unknown>>> }) {
  const shared = { ...bind, id: name, "aria-label": label, "aria-invalid": wrong ? (true as const) : undefined, "aria-describedby": wrong ? `${name}-error` : undefined };
  const isOffered = value === "" || column.options?.some((option) => option.value === value);
  return (
    <>
      <span aria-hidden className="text-xs text-ink-3 sm:hidden">{column.label}</span>
      {column.options ? (
        <select {...shared} defaultValue={value} className={`${look} w-full`}>
          <option value="">–</option>
          {/* What was pasted and is not offered stays, so that it can be read and put right. */}
          {!isOffered && <option value={value}>{value}</option>}
          {column.options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
        </select>
      ) : (
        <input type="text" autoComplete="off" {...shared} inputMode={column.numeric ? "decimal" : undefined} defaultValue={value} className={`${look} w-full ${column.numeric ? "text-end tabular-nums sm:min-w-16 sm:max-w-20" : "sm:min-w-28"}`} />
      )}
      {wrong && <span id={`${name}-error`} className="block max-w-48 pt-1 text-xs font-medium text-stop">{wrong}</span>}
    </>
  );
}

function blankRow(columns: readonly LineColumn[]): Row {
  return Object.fromEntries(columns.map(({ name }) => [name, ""]));
}

/** A row in which nothing is typed; a choice alone says nothing. */
function isBlank(row: Row): boolean {
  return Object.values(row).every((cell) => cell === "");
}

/** Rows that begin at one of the columns, without a first row that has words where numbers belong. */
function withoutHeading(rows: readonly string[][], columns: readonly LineColumn[], from: number): readonly string[][] {
  return rows.slice(isHeading(rows[0], columns.slice(from).flatMap(({ numeric }, at) => (numeric ? [at] : []))) ? 1 : 0);
}

/** What a cell means where the column offers a choice: an id, or a name in any language; what is neither stays as it is. */
function valueFor({ options }: LineColumn, text: string): string {
  if (!options) return text;
  const wanted = plain(text);
  return options.find(({ value, names }) => [value, ...names].some((name) => plain(name) === wanted))?.value ?? text;
}

function plain(name: string): string {
  return name.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, "");
}

function fillLine(sentence: string, line: string): string {
  return sentence.replace("{line}", line).trim();
}
