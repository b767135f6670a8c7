"use client";

import { type ChangeEvent, type ClipboardEvent, useEffect, useRef, useState } from "react";
import { type Control, useFieldArray, type UseFormGetValues, type UseFormRegister, type UseFormSetValue } from "react-hook-form";
import * as x from "lucide-react/icons/x";
import { Button } from "@/app/_ui/button";
import { FieldGroup, idOf, type Question } from "@/app/_ui/field";
import { drawingOf, Glyph } from "@/app/_ui/glyph";
import type { SuggestWords } from "@/app/_ui/suggesting-input";
import { isHeading, pastedRows } from "@/lib/kind/pasted-rows";
import { readTableFile, type TableFileProblem } from "@/lib/kind/table-file";
import type { Language } from "@/lib/language";
import type { LineColumn, LinesField } from "./form-input";
import { LineCell } from "./line-cell";
import { cellLabel, lineLabel } from "./line-words";
import { lineNotes } from "./table-notes";
import { useLive } from "./use-live";
import { useTold } from "./use-told";

type Row = Record<string, string>;

/**
 * Several items as rows of plain inputs, named `lines.0.material`, each row a grid of its cells. Empty rows stand ready and saving
 * brings more. With JavaScript a button does, rows copied from a spreadsheet are pasted into any cell and spread from there, a file
 * of rows is read into the table, and numbers that a table knows fill the cells beside them; without it the server does that.
 */
export function LineRows({ question, field, form, words: suggest, language, errorAt }: {
  question: Question;
  field: LinesField;
  form: { control: Control; register: UseFormRegister<Record<string, unknown>>; getValues: UseFormGetValues<Record<string, unknown>>; setValue: UseFormSetValue<Record<string, unknown>> };
  words: SuggestWords;
  language: Language;
  errorAt: (name: string) => string | undefined;
}) {
  const { columns, words, catalogues } = field;
  const { fields, append, remove, replace } = useFieldArray({ control: form.control, name: "lines" });
  const isLive = useLive();
  const table = useRef<HTMLOListElement>(null);
  const [changes, setChanges] = useState(0);
  const [problem, setProblem] = useState<TableFileProblem>();
  const current = () => (form.getValues("lines") as Row[] | undefined) ?? [];
  // What stands in the rows, as of the last cell that was left: the notes under them are about that.
  const [seen, see] = useState<readonly Row[]>(field.rows);
  const { told, settle, news } = useTold(field, language, {
    row: (at) => current()[at] ?? {},
    // The library knows only names that were written down; those of lines are made.
    write: (at, cell, value) => form.setValue(`lines.${at}.${cell}`, value as never, { shouldDirty: true, shouldValidate: true }),
  });
  // A row that comes or goes says nothing to the form; what saves and what weighs wait for an input event.
  useEffect(() => {
    if (changes > 0) table.current?.dispatchEvent(new Event("input", { bubbles: true }));
  }, [changes]);
  const changed = () => {
    see(current().map((row) => ({ ...row })));
    setChanges((count) => count + 1);
  };
  const settled = async (at: number, cell: string) => {
    const isFilled = await settle(at, cell);
    if (isFilled) changed();
    else see(current().map((row) => ({ ...row })));
  };
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
    changed();
    // What was pasted is looked up as if it had been typed.
    for (let down = 0; down < Math.min(found.length, lookedUp); down++) for (const cell of Object.keys(catalogues ?? {})) void settled(at + down, cell);
  };
  const paste = (event: ClipboardEvent) => {
    const [, at = "", cell] = /^lines\.(\d+)\.(\w+)$/.exec((event.target as HTMLInputElement).id) ?? [];
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
    changed();
    table.current?.querySelectorAll<HTMLElement>("button")[Math.max(0, at - 1)]?.focus();
  };
  return (
    <FieldGroup question={question}>
      <div id={idOf(question)} tabIndex={-1}>
        <ol ref={table} className="text-sm">
          {fields.map((row, at) => {
            const { notes, cells } = lineNotes({ catalogues, columns, told, words: words.table, language }, seen[at] ?? {});
            const line = lineLabel(words.line, at);
            return (
              <li key={row.id} className="border-b border-line py-2 first:border-t">
                <div role="group" aria-label={line} aria-describedby={notes.length > 0 ? `lines.${at}-notes` : undefined}>
                  <div className="flex min-h-9 items-center justify-between gap-2">
                    <span aria-hidden className="font-medium text-ink-2 tabular-nums">{line}</span>
                    {isLive && (
                      <button type="button" onClick={() => removeRow(at)} aria-label={words.remove.replace("{line}", String(at + 1))} className="-me-2 grid min-h-9 min-w-9 cursor-pointer place-items-center rounded-control text-ink-2 hover:text-ink">
                        <Glyph drawing={drawingOf(x)} />
                      </button>
                    )}
                  </div>
                  <div className="grid grid-cols-2 gap-x-3 gap-y-2 sm:grid-cols-4">
                    {columns.map((column) => {
                      const name = `lines.${at}.${column.name}`;
                      return (
                        <LineCell
                          key={column.name}
                          {...{ column, name, suggest, language, isLive }}
                          search={words.search}
                          catalogue={catalogues?.[column.name]}
                          label={cellLabel(words.line, at, column.label, language)}
                          value={(row as unknown as Row)[column.name]}
                          wrong={errorAt(name)}
                          mark={cells.includes(column.name) ? words.table.mark : undefined}
                          control={form.control}
                          bind={form.register(name)}
                          paste={paste}
                          settled={() => void settled(at, column.name)}
                        />
                      );
                    })}
                  </div>
                  {notes.length > 0 && <div id={`lines.${at}-notes`} className="mt-2 grid gap-0.5 border-s-2 border-line-strong ps-3 text-xs text-ink-2">{notes.map((note) => <p key={note}>{note}</p>)}</div>}
                </div>
              </li>
            );
          })}
        </ol>
        <p role="status" className="sr-only">{news}</p>
        {field.total && <p className="mt-2 text-sm text-ink-2">{field.total}</p>}
        <div className="mt-3 grid justify-items-start gap-4">
          {isLive && <Button type="button" onClick={() => append(blankRow(columns), { focusName: `lines.${fields.length}.${columns[0]?.name ?? ""}` })}>{words.add}</Button>}
          <div className="min-w-0">
            <label htmlFor="lines.file" className="mb-1 block text-sm font-medium">{words.file}</label>
            <input type="file" id="lines.file" name="lines.file" accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain" onChange={(event) => void readFile(event)} aria-describedby="lines.file-hint" aria-invalid={problem ? true : undefined} className="max-w-full text-sm file:me-3 file:min-h-9 file:rounded-control file:border file:border-solid file:border-line-strong file:bg-ground file:px-3 file:font-medium file:text-ink" />
            <p id="lines.file-hint" className="mt-1.5 text-xs text-ink-3">{words.fileHint}</p>
            <p role="alert" className="text-sm font-medium text-stop">{problem ? words.fileProblems[problem] : errorAt("lines.file")}</p>
          </div>
        </div>
      </div>
    </FieldGroup>
  );
}

/** More rows than these are looked up by the server once they are saved. */
const lookedUp = 50;

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
