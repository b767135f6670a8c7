import type { ReactNode } from "react";
import { CheckboxList, RadioList, type Choice } from "@/app/_ui/choices";
import type { Binding, Question } from "@/app/_ui/field";
import { DateField, FileField, NumberField, SelectField, TextArea } from "@/app/_ui/inputs";
import { TextField, type Size } from "@/app/_ui/text-field";
import type { SearchWords } from "@/app/_ui/searched-select";
import type { FormState } from "@/app/(auth)/form-state";
import type { Told } from "@/lib/catalogue/entry";
import type { CellCatalogue, LineTable } from "@/lib/kind/line-table";
import type { TableFileProblem } from "@/lib/kind/table-file";
import type { TableWords } from "./table-notes";
import { YesNo } from "./yes-no";

export type Option = { value: string; label: string };
/** Something that may be typed, with all the names it is known by. */
export type KnownOption = Option & { names?: readonly string[] };
type Asked = {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
  /** A check that passed, and one that did not, about the answer that stands there: said beside the field. */
  confirmed?: string;
  doubtful?: string;
  /** What published tables or other answers say of this one, with where it comes from. */
  told?: string;
  /** The choices of the form at which it is asked; at every one when it is not said. What is hidden is hidden by the stylesheet alone. */
  at?: readonly string[];
};
/** A field of a form, described: the same description draws it on the server and keeps what was typed. */
export type FormField =
  | { is: "hidden"; name: string; value: string }
  /** `catalogue` is what is looked up while one types; `list` the values that are offered by the browser itself. */
  | (Asked & { is: "text"; value?: string; size?: Size; inputMode?: "email" | "text" | "decimal"; list?: readonly KnownOption[]; catalogue?: Catalogue })
  | (Asked & { is: "area"; value?: string; rows?: number })
  | (Asked & { is: "number"; value?: string; unit?: string })
  /** An amount and a choice of units, which is sent as a field of its own. */
  | (Asked & { is: "amount"; value?: string; unit: { name: string; label: string; options: readonly Option[]; chosen?: string } })
  | (Asked & { is: "date"; value?: string })
  /** A day and a time of day, as clocks here show them. */
  | (Asked & { is: "moment"; value?: string })
  /** A day that is typed, in any of the usual ways. */
  | (Asked & { is: "day"; value?: string })
  | (Asked & { is: "file" })
  /** `search` lets a long list be shortened by typing, also by what its choices are called in other languages. */
  | (Asked & { is: "select"; options: readonly KnownOption[]; value?: string; empty?: string; search?: SearchWords })
  | (Asked & { is: "yesno"; options: readonly Choice[]; value?: string })
  /** `typed` is a text that can stand for the choice: a UN number as it is on the label. */
  | (Asked & { is: "one"; options: readonly Choice[]; value?: string; typed?: Asked & { catalogue?: Catalogue } })
  | (Asked & { is: "some"; options: readonly Choice[]; value?: readonly string[] })
  | LinesField;

/** The catalogue in which a text is looked up, and what choosing an entry writes. */
export type Catalogue = Pick<CellCatalogue, "of" | "writes">;
/** `isWide` takes two places of a line's grid. */
export type LineColumn = { name: string; label: string; numeric: boolean; isWide: boolean; options?: readonly (Option & { names: readonly string[] })[] };
export type LinesField = Asked & {
  is: "lines";
  columns: readonly LineColumn[];
  rows: readonly Readonly<Record<string, string>>[];
  catalogues: LineTable["catalogues"];
  /** What the tables said of these rows when the page was drawn. */
  tables: readonly Told[];
  /** What the lines come to, in words. */
  total?: string;
  words: { table: TableWords; search: SearchWords; line: string; add: string; remove: string; removeTitle: string; file: string; fileHint: string; fileProblems: Readonly<Record<TableFileProblem, string>> };
};

/** How an input is drawn: what was sent and what is wrong with it, and what watches it while one types. */
export type Drawn = { t: Question["t"]; prefix?: string; values: FormState["values"]; errorAt: (name: string) => string | undefined; bind?: (name: string) => Binding;
  /** Draws a table of lines; forms without one need none of what that brings. */
  lines?: (field: LinesField, question: Question) => ReactNode;
  /** Draws a text that is looked up while one types; where there is none, it is a plain one. */
  suggesting?: (catalogue: Catalogue, question: Question, input: { size: Size; defaultValue?: string; list?: string; known?: readonly KnownOption[] } & Binding) => ReactNode };

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
          {text(field, drawn, { ...bound, size: field.size ?? "lg", defaultValue: typed ?? field.value, list: field.list ? `${prefix}${name}-list` : undefined }, field.inputMode)}
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
    case "moment":
      return <DateField {...bound} question={question} withTime defaultValue={typed ?? field.value} />;
    case "day":
      return <TextField {...bound} question={question} size="sm" autoComplete="off" defaultValue={typed ?? field.value} />;
    case "file":
      return <FileField question={question} />;
    case "select":
      return <SelectField {...bound} question={question} options={field.options} empty={field.empty} search={field.search} defaultValue={typed ?? field.value ?? ""} />;
    case "yesno":
      return <YesNo bind={bound} question={question} options={field.options} chosen={typed ?? field.value} />;
    case "one": {
      const instead = field.typed;
      const before = instead && values[instead.name];
      return (
        <RadioList bind={bound} question={question} options={field.options} chosen={typed ?? field.value}>
          {instead && <div className="mb-3">{text(instead, drawn, { ...bind?.(instead.name), size: "sm", defaultValue: typeof before === "string" ? before : undefined })}</div>}
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

function text(field: Asked & { catalogue?: Catalogue; list?: readonly KnownOption[] }, drawn: Drawn, input: { size: Size; defaultValue?: string; list?: string } & Binding, inputMode?: "email" | "text" | "decimal"): ReactNode {
  const question = questionOf(field, drawn);
  if (field.catalogue && drawn.suggesting) return drawn.suggesting(field.catalogue, question, { ...input, known: field.list });
  return <TextField {...input} question={question} inputMode={inputMode} autoComplete="off" />;
}

function questionOf({ name, label, hint, optional, confirmed, doubtful, told }: Asked, { t, prefix = "", errorAt }: Drawn): Question {
  const error = errorAt(name) ?? doubtful;
  return { t, name, ...(prefix === "" ? {} : { id: prefix + name }), label, hint, optional, error, confirmed: error ? undefined : confirmed, told };
}
