import type { ReactNode } from "react";
import { CheckboxList, RadioList, type Choice } from "@/app/_ui/choices";
import type { Binding, Question } from "@/app/_ui/field";
import { DateField, FileField, NumberField, SelectField, TextArea, TextField, type Size } from "@/app/_ui/inputs";
import type { FormState } from "@/app/(auth)/form-state";
import type { TableFileProblem } from "@/lib/kind/table-file";
import { YesNo } from "./yes-no";

export type Option = { value: string; label: string };
type Asked = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** A check that passed, and one that did not, about the answer that stands there: said beside the field. */
  confirmed?: string;
  doubtful?: string;
};
/** A field of a form, described: the same description draws it on the server and keeps what was typed. */
export type FormField =
  | { is: "hidden"; name: string; value: string }
  | (Asked & { is: "text"; value?: string; size?: Size; inputMode?: "email" | "text" | "decimal"; list?: readonly Option[] })
  | (Asked & { is: "area"; value?: string; rows?: number })
  | (Asked & { is: "number"; value?: string; unit?: string })
  /** An amount and a choice of units, which is sent as a field of its own. */
  | (Asked & { is: "amount"; value?: string; unit: { name: string; label: string; options: readonly Option[]; chosen?: string } })
  | (Asked & { is: "date"; value?: string })
  /** A day that is typed, in any of the usual ways. */
  | (Asked & { is: "day"; value?: string })
  | (Asked & { is: "file" })
  | (Asked & { is: "select"; options: readonly Option[]; value?: string; empty?: string })
  | (Asked & { is: "yesno"; options: readonly Choice[]; value?: string })
  /** `typed` is a text that can stand for the choice: a UN number as it is on the label. */
  | (Asked & { is: "one"; options: readonly Choice[]; value?: string; typed?: Asked })
  | (Asked & { is: "some"; options: readonly Choice[]; value?: readonly string[] })
  | LinesField;

export type LineColumn = { name: string; label: string; numeric: boolean; options?: readonly (Option & { names: readonly string[] })[] };
export type LinesField = Asked & {
  is: "lines";
  columns: readonly LineColumn[];
  rows: readonly Readonly<Record<string, string>>[];
  /** What the lines come to, in words. */
  total?: string;
  words: { line: string; add: string; remove: string; removeTitle: string; file: string; fileHint: string; fileProblems: Readonly<Record<TableFileProblem, string>> };
};

/** How an input is drawn: what was sent and what is wrong with it, and what watches it while one types. */
export type Drawn = { t: Question["t"]; prefix?: string; values: FormState["values"]; errorAt: (name: string) => string | undefined; bind?: (name: string) => Binding;
  /** Draws a table of lines; forms without one need none of what that brings. */
  lines?: (field: LinesField, question: Question) => ReactNode };

export function FormInput({ field, drawn }: { field: FormField; drawn: Drawn }) {
  const { prefix = "", values, bind } = drawn;
  if (field.is === "hidden") return <input type="hidden" name={field.name} value={field.value} />;
  const { name } = field;
  const question = questionOf(field, drawn);
  const sent = values[name];
  const typed = typeof sent === "string" ? sent : undefined;
  const bound = bind?.(name);
  switch (field.is) {
    case "text":
      return (
        <>
          <TextField {...bound} question={question} size={field.size ?? "lg"} inputMode={field.inputMode} autoComplete="off" defaultValue={typed ?? field.value} list={field.list ? `${prefix}${name}-list` : undefined} />
          {field.list && <datalist id={`${prefix}${name}-list`}>{field.list.map(({ value, label }) => <option key={`${value} ${label}`} value={value}>{label}</option>)}</datalist>}
        </>
      );
    case "area":
      return <TextArea {...bound} question={question} rows={field.rows ?? 3} defaultValue={typed ?? field.value} />;
    case "number":
      return <NumberField {...bound} question={question} unit={field.unit} defaultValue={typed ?? field.value} />;
    case "amount": {
      const { unit } = field;
      const chosen = values[unit.name];
      return <NumberField {...bound} question={question} unit={{ ...unit, ...bind?.(unit.name), chosen: typeof chosen === "string" ? chosen : unit.chosen }} defaultValue={typed ?? field.value} />;
    }
    case "date":
      return <DateField {...bound} question={question} defaultValue={typed ?? field.value} />;
    case "day":
      return <TextField {...bound} question={question} size="sm" autoComplete="off" defaultValue={typed ?? field.value} />;
    case "file":
      return <FileField question={question} />;
    case "select":
      return <SelectField {...bound} question={question} options={field.options} empty={field.empty} defaultValue={typed ?? field.value ?? ""} />;
    case "yesno":
      return <YesNo bind={bound} question={question} options={field.options} chosen={typed ?? field.value} />;
    case "one": {
      const text = field.typed;
      const before = text && values[text.name];
      return (
        <RadioList bind={bound} question={question} options={field.options} chosen={typed ?? field.value}>
          {text && <div className="mb-3"><TextField {...bind?.(text.name)} question={questionOf(text, drawn)} size="sm" autoComplete="off" defaultValue={typeof before === "string" ? before : undefined} /></div>}
        </RadioList>
      );
    }
    case "some":
      return <CheckboxList bind={bound} question={question} options={field.options} chosen={sent === undefined ? (field.value ?? []) : [sent].flat()} />;
    case "lines":
      return drawn.lines?.(field, question);
    default:
      return field satisfies never;
  }
}

function questionOf({ name, label, hint, optional, confirmed, doubtful }: Asked, { t, prefix = "", errorAt }: Drawn): Question {
  const error = errorAt(name) ?? doubtful;
  return { t, name, ...(prefix === "" ? {} : { id: prefix + name }), label, hint, optional, error, confirmed: error ? undefined : confirmed };
}
