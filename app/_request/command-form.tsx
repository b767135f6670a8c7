"use client";

import { useActionState, useId, type ReactNode } from "react";
import { Button, type ButtonLook } from "@/app/_ui/button";
import { CheckboxList, RadioList, type Choice } from "@/app/_ui/choices";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { Question } from "@/app/_ui/field";
import { DateField, FileField, NumberField, SelectField, TextArea, TextField, type Size } from "@/app/_ui/inputs";
import { LineRows, type LineColumn } from "./line-rows";
import { YesNo } from "./yes-no";
import { untouched, type FormState } from "@/app/(auth)/form-state";

type Asked = { name: string; label: string; hint?: string; optional?: boolean };
type Option = { value: string; label: string };
/** A field of a form, described: the same description draws it on the server and keeps what was typed. */
export type FormField =
  | { is: "hidden"; name: string; value: string }
  | (Asked & { is: "text"; value?: string; size?: Size; inputMode?: "email" | "text" | "decimal"; list?: readonly Option[] })
  | (Asked & { is: "area"; value?: string; rows?: number })
  | (Asked & { is: "number"; value?: string; unit?: string })
  | (Asked & { is: "date"; value?: string })
  | (Asked & { is: "file" })
  | (Asked & { is: "select"; options: readonly Option[]; value?: string; empty?: string })
  | (Asked & { is: "yesno"; options: readonly Choice[]; value?: string })
  | (Asked & { is: "one"; options: readonly Choice[]; value?: string })
  | (Asked & { is: "some"; options: readonly Choice[]; value?: readonly string[] })
  | (Asked & { is: "lines"; columns: readonly LineColumn[]; rows: readonly Readonly<Record<string, string>>[]; words: { line: string; add: string } });

export type Submit = { label: string; look?: ButtonLook; name?: string; value?: string };

/**
 * A form over a server action. Without JavaScript it is sent as it stands and comes back with its errors and with what was typed.
 * `words` are those that the parts say by themselves.
 */
export function CommandForm({ action, fields, submits, words, children, compact, id }: {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: readonly FormField[];
  submits: readonly Submit[];
  words: Readonly<Record<string, string>>;
  children?: ReactNode;
  compact?: boolean;
  /** For a button that stands elsewhere on the page and sends this form. */
  id?: string;
}) {
  const [state, act, isPending] = useActionState(action, untouched);
  // A page has many small forms with fields of the same name; labels must find their own.
  const unique = useId();
  const prefix = compact ? `${unique}-` : "";
  const t: Question["t"] = (key) => (key === "errors" ? (state.summary ?? "") : (words[key] ?? key));
  return (
    <form id={id} action={act} data-screen={compact || undefined} noValidate aria-busy={isPending}>
      <ErrorSummary t={t} errors={state.errors.map(({ field, message }) => ({ field: field === "" ? undefined : prefix + field, message }))} attempt={state.attempt} />
      {/* React empties a form whose action has ended; a new key puts back what was typed. */}
      <div key={state.attempt} className={compact ? "grid gap-4" : "grid gap-6"}>
        {fields.map((field) => <Input key={field.name} field={field} prefix={prefix} t={t} state={state} />)}
        {children}
        {submits.length > 0 && <div className="flex flex-wrap gap-3">
          {submits.map(({ label, look = "plain", name, value }) => <Button key={label} look={look} name={name} value={value}>{label}</Button>)}
        </div>}
      </div>
    </form>
  );
}

function Input({ field, prefix, t, state }: { field: FormField; prefix: string; t: Question["t"]; state: FormState }) {
  if (field.is === "hidden") return <input type="hidden" name={field.name} value={field.value} />;
  const { name, label, hint, optional } = field;
  const error = state.errors.find((one) => one.field === name)?.message;
  const question: Question = { t, name, ...(prefix === "" ? {} : { id: prefix + name }), label, hint, optional, error };
  const sent = state.values[name];
  const typed = typeof sent === "string" ? sent : undefined;
  switch (field.is) {
    case "text":
      return (
        <>
          <TextField question={question} size={field.size ?? "lg"} inputMode={field.inputMode} defaultValue={typed ?? field.value} list={field.list ? `${name}-list` : undefined} />
          {field.list && <datalist id={`${name}-list`}>{field.list.map(({ value, label: shown }) => <option key={value} value={value}>{shown}</option>)}</datalist>}
        </>
      );
    case "area":
      return <TextArea question={question} rows={field.rows ?? 3} defaultValue={typed ?? field.value} />;
    case "number":
      return <NumberField question={question} unit={field.unit} defaultValue={typed ?? field.value} />;
    case "date":
      return <DateField question={question} defaultValue={typed ?? field.value} />;
    case "file":
      return <FileField question={question} />;
    case "select":
      return <SelectField question={question} options={field.options} empty={field.empty} defaultValue={typed ?? field.value ?? ""} />;
    case "yesno":
      return <YesNo question={question} options={field.options} chosen={typed ?? field.value} />;
    case "one":
      return <RadioList question={question} options={field.options} chosen={typed ?? field.value} />;
    case "some":
      return <CheckboxList question={question} options={field.options} chosen={sent === undefined ? (field.value ?? []) : [sent].flat()} />;
    case "lines":
      return <LineRows question={question} columns={field.columns} rows={typedRows(state.values, name) ?? field.rows} errors={state.errors} words={field.words} />;
    default:
      return field satisfies never;
  }
}

/** The rows of a table as they were sent; nothing when the form was not sent yet. */
function typedRows(values: FormState["values"], table: string): Record<string, string>[] | undefined {
  const rows: Record<string, string>[] = [];
  for (const [name, value] of Object.entries(values)) {
    const [owner, at = "", cell = ""] = name.split(".");
    if (owner === table && /^\d{1,3}$/.test(at) && typeof value === "string") (rows[Number(at)] ??= {})[cell] = value;
  }
  return rows.length === 0 ? undefined : Array.from(rows, (row) => row ?? {});
}
