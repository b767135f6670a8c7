"use client";

import { useActionState } from "react";
import { untouched } from "@/app/(auth)/form-state";
import { Button } from "@/app/_ui/button";
import { type Column, DataTable } from "@/app/_ui/data-table";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { FileField, TextArea } from "@/app/_ui/inputs";
import { Remark } from "@/app/_ui/remark";
import { Kept } from "./kept";
import type { MovementTableState, PreviewTable } from "./movement-table-state";

export type MovementTableWords = Readonly<Record<"file" | "rows" | "rowsHint" | "check" | "recordOne" | "preview" | "row" | "error" | "optional", string>> & { /** By how many rows there are. */ readonly record: string };

/** A table of movements: chosen as a file or pasted, looked at cell by cell, and recorded as a whole once nothing is wrong. */
export function MovementTableForm({ action, request, commandId, words }: { action: (before: MovementTableState, form: FormData) => Promise<MovementTableState>; request: string; commandId: string; words: MovementTableWords }) {
  const [state, act, isPending] = useActionState<MovementTableState, FormData>(action, untouched);
  const t = (key: string) => (key === "errors" ? (state.summary ?? "") : key === "error" ? words.error : words.optional);
  const { table } = state;
  const isRight = table !== undefined && state.errors.length === 0;
  const rows = state.values.rows;
  return (
    <form action={act} noValidate aria-busy={isPending}>
      {state.stopped && <Kept words={state.stopped} />}
      <ErrorSummary t={t} errors={state.errors.map(({ field, message }) => ({ field, message }))} attempt={state.attempt} />
      {isRight && <Remark state="done">{state.done}</Remark>}
      <input type="hidden" name="requestId" value={request} />
      <input type="hidden" name="commandId" value={commandId} />
      <div key={state.attempt} className="grid grid-cols-[minmax(0,1fr)] gap-5">
        <FileField question={{ t, name: "file", label: words.file, optional: true }} accept=".csv,.tsv,.txt,text/csv" />
        <TextArea question={{ t, name: "rows", label: words.rows, hint: words.rowsHint, optional: true }} defaultValue={typeof rows === "string" ? rows : ""} rows={6} autoComplete="off" spellCheck={false} wrap="off" />
        <div className="flex flex-wrap gap-3">
          {isRight && <Button look="first" name="act" value="record">{table.rows.length === 1 ? words.recordOne : words.record.replace("{count}", String(table.rows.length))}</Button>}
          <Button look={isRight ? "plain" : "first"} name="act" value="check">{words.check}</Button>
        </div>
      </div>
      {table && table.rows.length > 0 && <Preview table={table} words={words} />}
    </form>
  );
}

/** Every cell as it was read, what is wrong with it right below. */
function Preview({ table: { columns, rows }, words }: { table: PreviewTable; words: MovementTableWords }) {
  const shown = columns.map(({ id, name }, at): Column<PreviewRow> => ({ id, head: name, cell: ({ cells }) => <Cell text={cells[at]?.text ?? ""} problems={cells[at]?.problems ?? []} /> }));
  return (
    <div className="-mx-4 mt-6 border-t border-line sm:-mx-5">
      <h2 className="px-4 py-3 text-md sm:px-5">{words.preview}</h2>
      <DataTable caption={words.preview} columns={[{ id: "line", head: words.row, cell: ({ line, problems }) => <Cell text={String(line)} problems={problems} /> }, ...shown]} rows={rows} keyOf={({ line }) => String(line)} />
    </div>
  );
}

type PreviewRow = PreviewTable["rows"][number];

function Cell({ text, problems }: { text: string; problems: readonly string[] }) {
  return <>{text === "" && problems.length === 0 ? "–" : text}{problems.map((message) => <span key={message} className="block max-w-80 font-medium text-stop">{message}</span>)}</>;
}
