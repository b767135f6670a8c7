import type { ComponentProps, ReactNode } from "react";
import { SearchedSelect, type SearchWords } from "./searched-select";
import { type Binding, control, Field, type Question } from "./field";
import type { SearchedOption } from "./fitting";
import { type Rest, shared, sizes } from "./text-field";

/**
 * A number and its unit: a word behind it, or a choice of units under `unit.name`.
 * Not `type="number"`: wheels change it, and decimals depend on the browser's language.
 */
export function NumberField({ question, unit, whole, ...rest }: {
  question: Question;
  unit?: string | ({ name: string; label: string; options: readonly { value: string; label: string }[]; chosen?: string } & Binding);
  whole?: boolean;
} & Rest<ComponentProps<"input">>) {
  const joined = unit ? "rounded-e-none" : "";
  return (
    <Field question={question}>
      <div className="flex max-w-full">
        <input type="text" inputMode={whole ? "numeric" : "decimal"} autoComplete="off" {...rest} {...shared(question)} className={`${control} ${joined} w-32 text-end tabular-nums`} />
        {typeof unit === "string" && <span className="grid min-h-11 place-items-center rounded-e-control border border-s-0 border-line-strong bg-ground px-3 text-ink-2">{unit}</span>}
        {typeof unit === "object" && <Units {...unit} />}
      </div>
    </Field>
  );
}

function Units({ options, chosen, label, ...rest }: Exclude<ComponentProps<typeof NumberField>["unit"], string | undefined>) {
  return (
    <select {...rest} aria-label={label} defaultValue={chosen} className="min-h-11 rounded-e-control border border-s-0 border-line-strong bg-ground px-2 text-base">
      {options.map(({ value, label: shown }) => <option key={value} value={value}>{shown}</option>)}
    </select>
  );
}

/** One day. The browser's own picker; the value is ISO in every language. */
export function DateField({ question, withTime, ...rest }: { question: Question; withTime?: boolean } & Rest<ComponentProps<"input">>) {
  return (
    <Field question={question}>
      <input {...rest} type={withTime ? "datetime-local" : "date"} {...shared(question)} className={`${control} ${withTime ? "w-60" : "w-48"}`} />
    </Field>
  );
}

/** Running text. */
export function TextArea({ question, rows = 4, ...rest }: { question: Question } & Rest<ComponentProps<"textarea">>) {
  return (
    <Field question={question}>
      <textarea {...rest} rows={rows} {...shared(question)} className={`${control} block w-full max-w-read`} />
    </Field>
  );
}

/** One of many. Up to seven stand better in a `RadioList`. `empty` is the first line while nothing is chosen; `search` lets a long list be shortened by typing. */
export function SelectField({ question, options, empty, search, children, ...rest }: {
  question: Question;
  options?: readonly SearchedOption[];
  empty?: string;
  search?: SearchWords;
  /** In place of `options`, where they come in `<optgroup>`s. */
  children?: ReactNode;
} & Rest<ComponentProps<"select">>) {
  if (search && options) {
    const { ref, onChange, onBlur, ...others } = rest as Rest<ComponentProps<"select">> & Binding;
    return (
      <Field question={question}>
        <SearchedSelect {...others} {...shared(question)} ref={ref} onChange={onChange} onBlur={onBlur} options={options} empty={empty} words={search} look={{ input: `${control} ${sizes.md}`, select: `${control} w-auto pe-2` }} />
      </Field>
    );
  }
  return (
    <Field question={question}>
      <select {...rest} {...shared(question)} className={`${control} w-auto pe-2`}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options?.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
        {children}
      </select>
    </Field>
  );
}

/** A paper. The hint says which kinds and how large. */
export function FileField({ question, ...rest }: { question: Question } & Rest<ComponentProps<"input">>) {
  return (
    <Field question={question}>
      <input
        {...rest}
        type="file"
        {...shared(question)}
        className={`${control} block w-full max-w-read text-sm file:me-3 file:min-h-7 file:rounded-control file:border file:border-solid file:border-line-strong file:bg-ground file:px-3 file:font-medium file:text-ink`}
      />
    </Field>
  );
}
