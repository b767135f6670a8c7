"use client";

import type { ClipboardEvent, ComponentProps } from "react";
import type { Control, UseFormRegisterReturn } from "react-hook-form";
import { control as look } from "@/app/_ui/field";
import type { SearchWords } from "@/app/_ui/searched-select";
import { SuggestingInput, type SuggestWords } from "@/app/_ui/suggesting-input";
import type { Language } from "@/lib/language";
import type { Catalogue, LineColumn } from "./form-input";
import { suggestions } from "./look-up";
import { many } from "./searched";
import { SearchedCell } from "./searched-cell";

/** One cell of a line under its name: a choice, or a text, which some catalogues help along; marked where it is as a table has it. */
export function LineCell({ column, name, label, value = "", wrong, mark, catalogue, control, bind, paste, settled, suggest, search, language, isLive }: {
  column: LineColumn;
  name: string;
  label: string;
  value?: string;
  wrong?: string;
  mark?: string;
  catalogue?: Catalogue;
  control: Control;
  bind: UseFormRegisterReturn;
  paste: (event: ClipboardEvent) => void;
  /** Chosen, or left. */
  settled: () => void;
  suggest: SuggestWords;
  /** The words of long lists. */
  search: SearchWords;
  language: Language;
  isLive: boolean;
}) {
  const described = [wrong && `${name}-error`, mark && `${name}-mark`].filter(Boolean).join(" ");
  const onBlur: UseFormRegisterReturn["onBlur"] = (event) => {
    settled();
    return bind.onBlur(event);
  };
  const own = { onPaste: paste, id: name, "aria-label": label, "aria-invalid": wrong ? (true as const) : undefined, "aria-describedby": described === "" ? undefined : described };
  const shared = { ...bind, onBlur, ...own };
  const text = { ...shared, inputMode: column.numeric ? ("decimal" as const) : undefined, defaultValue: value, className: `${look} w-full ${column.numeric ? "text-end tabular-nums" : ""}` };
  return (
    <div className={`min-w-0 ${column.isWide ? "col-span-2" : ""}`}>
      <span aria-hidden className="block pb-0.5 text-xs text-ink-3">{column.label}</span>
      {column.options && column.options.length > many ? (
        <SearchedCell options={column.options} described={own} words={search} look={look} {...{ value, control, bind, isLive, settled }} />
      ) : column.options ? (
        <Choice {...shared} value={value} options={column.options} />
      ) : catalogue ? (
        <SuggestingInput {...text} isLive={isLive} words={suggest} suggest={(typed) => suggestions(catalogue, typed, language)} chosen={settled} />
      ) : (
        <input type="text" autoComplete="off" {...text} />
      )}
      {mark && <span id={`${name}-mark`} className="block pt-0.5 text-2xs text-harbour">{mark}</span>}
      {wrong && <span id={`${name}-error`} className="block pt-1 text-xs font-medium text-stop">{wrong}</span>}
    </div>
  );
}

function Choice({ value, options, ...shared }: ComponentProps<"select"> & { value: string; options: NonNullable<LineColumn["options"]> }) {
  return (
    <select {...shared} defaultValue={value} className={`${look} w-full pe-1`}>
      <option value="">–</option>
      {/* What was pasted and is not offered stays, so that it can be read and put right. */}
      {value !== "" && !options.some((option) => option.value === value) && <option value={value}>{value}</option>}
      {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
    </select>
  );
}
