import type { ReactNode } from "react";
import { Pointed } from "./pointed";
import type { Words } from "./words";

/** What every question has. `name` is the name it is sent under, and its id unless `id` says otherwise. */
export type Question = {
  t: Words;
  name: string;
  id?: string;
  label: ReactNode;
  /** Stays while one answers; a placeholder never stands in for it. */
  hint?: ReactNode;
  /** What is wrong and what to enter instead. */
  error?: ReactNode;
  /** A check that passed, in words: "Valid ROR: HKUST". */
  confirmed?: ReactNode;
  /** What tables or other answers say of this one: neither right nor wrong, and never decided by it. */
  told?: ReactNode;
  optional?: boolean;
};

/** What keeps an eye on an input without owning its value: a library's `register`. */
export type Binding = { ref?: (element: HTMLElement | null) => void; onChange?: (event: { target: unknown }) => unknown; onBlur?: (event: { target: unknown }) => unknown };

/** Label, hint, error, input, confirmation, in that order; a red bar at the start while the answer needs another look. */
export function Field({ question, children }: { question: Question; children: ReactNode }) {
  const { label, optional, t } = question;
  return (
    <div className={frame(question)}>
      <label htmlFor={idOf(question)} className="mb-1 block font-semibold">
        {label}
        {optional && <Optional t={t} />}
      </label>
      <Hint {...question} />
      {children}
      <Confirmed {...question} />
      <Told {...question} />
    </div>
  );
}

/** The same for a question of several inputs. The first of them carries the id: the error summary leads to what can be answered at once. */
export function FieldGroup({ question, children }: { question: Question; children: ReactNode }) {
  const { label, optional, t } = question;
  return (
    <fieldset aria-describedby={describedBy(question)} className={frame(question)}>
      <legend className="float-start mb-1 w-full font-semibold">
        {label}
        {optional && <Optional t={t} />}
      </legend>
      <div className="clear-both">
        <Hint {...question} />
        {children}
        <Confirmed {...question} />
        <Told {...question} />
      </div>
    </fieldset>
  );
}

export function idOf({ id, name }: Question) {
  return id ?? name;
}

/** The id of one of several inputs of a question. */
export function idAmong(question: Question, at: number) {
  return at === 0 ? idOf(question) : `${idOf(question)}-${at}`;
}

/** The ids of hint, error, confirmation and what is told, for `aria-describedby`. */
export function describedBy(question: Question) {
  const id = idOf(question);
  const parts = [question.hint && `${id}-hint`, question.error && `${id}-error`, question.confirmed && `${id}-confirmed`, question.told && `${id}-told`].filter(Boolean);
  return parts.length > 0 ? parts.join(" ") : undefined;
}

/** The look of a control, 44 px; `aria-invalid` turns it red. */
export const control =
  "min-h-11 max-w-full rounded-control border border-line-strong bg-paper px-3 py-2 text-base aria-invalid:border-2 aria-invalid:border-stop-solid aria-invalid:bg-stop-tint";

function frame({ error }: Question) {
  return error ? "min-w-0 border-s-4 border-stop-solid ps-4" : "min-w-0";
}

function Optional({ t }: { t: Words }) {
  return <span className="ms-1.5 font-normal text-ink-3">{t("optional")}</span>;
}

function Hint(question: Question) {
  const { hint, error, t } = question;
  const id = idOf(question);
  return (
    <>
      {hint && <p id={`${id}-hint`} className="mb-2 max-w-[38rem] text-sm text-ink-3">{hint}</p>}
      {error && <Wrong id={`${id}-error`} said={t("error")}>{error}</Wrong>}
    </>
  );
}

/** What is wrong with an answer, above its input; `said` is the word for it where one hears it. */
export function Wrong({ id, said, children }: { id: string; said: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-2 flex gap-2 text-sm font-medium text-stop">
      <Pointed at="circle-alert" className="mt-[.2em] size-4" />
      <span><span className="sr-only">{said} </span>{children}</span>
    </p>
  );
}

function Confirmed(question: Question) {
  if (!question.confirmed) return null;
  return (
    <p id={`${idOf(question)}-confirmed`} className="mt-2 flex gap-2 text-sm text-ink-2">
      <Pointed at="circle-check" className="mt-[.2em] size-4 text-done" />
      <span>{question.confirmed}</span>
    </p>
  );
}

function Told(question: Question) {
  return question.told ? <p id={`${idOf(question)}-told`} className="mt-2 max-w-[38rem] border-s-2 border-line-strong ps-3 text-sm text-ink-2">{question.told}</p> : null;
}
