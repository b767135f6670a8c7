import type { ReactNode } from "react";
import { type Binding, FieldGroup, idAmong, idOf, type Question } from "./field";

export type Choice = { value: string; label: ReactNode; help?: ReactNode; lang?: string };

/** One of a few, each with a line of help. `chosen` is what was answered before; nothing is chosen in advance. */
export function RadioList({ question, options, chosen, bind, children }: { question: Question; options: readonly Choice[]; chosen?: string; bind?: Binding; children?: ReactNode }) {
  return (
    <FieldGroup question={question}>
      {children}
      <List type="radio" question={question} options={options} isChosen={(value) => value === chosen} bind={bind} />
    </FieldGroup>
  );
}

/** Any number of a few. Each ticked box sends its value under the same name. */
export function CheckboxList({ question, options, chosen = [], bind }: { question: Question; options: readonly Choice[]; chosen?: readonly string[]; bind?: Binding }) {
  return (
    <FieldGroup question={question}>
      <List type="checkbox" question={question} options={options} isChosen={(value) => chosen.includes(value)} bind={bind} />
    </FieldGroup>
  );
}

/** One box and its sentence: terms, a declaration. */
export function Tick({ name, value = "yes", id = name, checked, invalid, describedBy, children }: {
  name: string;
  value?: string;
  id?: string;
  checked?: boolean;
  invalid?: boolean;
  describedBy?: string;
  children: ReactNode;
}) {
  return (
    <label className="grid min-h-11 grid-cols-[1.25rem_minmax(0,1fr)] items-start gap-x-3 py-2.5">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} aria-invalid={invalid || undefined} aria-describedby={describedBy} className="mt-0.5 size-5" />
      <span>{children}</span>
    </label>
  );
}

function List({ type, question, options, isChosen, bind }: {
  bind?: Binding;
  type: "radio" | "checkbox";
  question: Question;
  options: readonly Choice[];
  isChosen: (value: string) => boolean;
}) {
  return (
    <div className={`grid max-w-read overflow-clip rounded-control border bg-paper ${question.error ? "border-2 border-stop-solid" : "border-line-strong"}`}>
      {options.map(({ value, label, help, lang }, at) => (
        <label
          key={value}
          className="group grid min-h-11 cursor-pointer grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 border-t border-line px-3.5 py-2.5 text-md first:border-t-0 has-checked:bg-harbour-tint"
        >
          <input
            {...bind}
            type={type}
            name={question.name}
            value={value}
            id={idAmong(question, at)}
            defaultChecked={isChosen(value)}
            aria-describedby={help ? `${idOf(question)}-${at}-help` : undefined}
            aria-labelledby={`${idOf(question)}-${at}-label`}
            className="row-span-2 m-0 mt-[calc((1lh-1.25rem)/2)] size-5"
          />
          <span id={`${idOf(question)}-${at}-label`} lang={lang} className="font-medium group-has-checked:font-semibold">{label}</span>
          {help && <span id={`${idOf(question)}-${at}-help`} className="col-start-2 text-xs text-ink-3">{help}</span>}
        </label>
      ))}
    </div>
  );
}
