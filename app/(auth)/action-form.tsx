"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/app/_ui/button";
import type { Choice } from "@/app/_ui/choices";
import { ErrorSummary } from "@/app/_ui/error-summary";
import type { Question } from "@/app/_ui/field";
import { TextField, type Size } from "@/app/_ui/text-field";
import { Remark } from "@/app/_ui/remark";
import { untouched, type FormState } from "./form-state";

type Asked = { name: string; label: string; hint?: string };
/** How choices are drawn, for forms that have some: most have lines of text alone, and need nothing of it. */
export type DrawChoice = (field: Chosen, question: Question, chosen: readonly string[]) => ReactNode;
type Chosen = Asked & { is: "one" | "some"; options: readonly Choice[]; chosen?: readonly string[] };
export type FormField =
  | (Asked & { is: "text" | "email" | "password"; autoComplete: string; value?: string; size?: Size })
  | Chosen
  | { is: "hidden"; name: string; value: string };

/**
 * A short form over a server action. Without JavaScript it is sent as it stands and the page comes back with the same
 * state; `words` are those the parts say by themselves.
 */
export function ActionForm({ action, fields, submit, words, account, choice }: {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: readonly FormField[];
  /** Whose password it is, where nothing else in the form tells the browser's store of passwords. */
  account?: string;
  submit: string;
  words: { error: string };
  choice?: DrawChoice;
}) {
  const [state, act, isPending] = useActionState(action, untouched);
  const t = (key: string) => (key === "errors" ? (state.summary ?? "") : key === "error" ? words.error : key);
  return (
    <form action={act} noValidate aria-busy={isPending}>
      <ErrorSummary t={t} errors={state.errors} attempt={state.attempt} />
      {state.done && <Remark state="done">{state.done}</Remark>}
      {state.secret && <Secret {...state.secret} />}
      {account && <input type="text" name="account" value={account} autoComplete="username" readOnly hidden />}
      {/* Once it is done the form is a new one, with what is true now and nothing that was typed. */}
      <div key={state.errors.length > 0 ? "" : state.attempt} className="grid gap-6">
        {fields.map((field) => <Input key={field.name} field={field} t={t} state={state} choice={choice} />)}
        <div><Button look="first">{submit}</Button></div>
      </div>
    </form>
  );
}

function Input({ field, t, state, choice }: { field: FormField; t: Question["t"]; state: FormState; choice?: DrawChoice | undefined }) {
  if (field.is === "hidden") return <input type="hidden" name={field.name} value={field.value} />;
  const { name, label, hint } = field;
  const question: Question = { t, name, label, hint, error: state.errors.find((error) => error.field === name)?.message };
  const typed = state.values[name];
  if ("options" in field) return choice?.(field, question, [typed ?? field.chosen ?? []].flat());
  return <TextField question={question} type={field.is} size={field.size ?? "lg"} autoComplete={field.autoComplete} defaultValue={typeof typed === "string" ? typed : field.value} spellCheck={false} />;
}

function Secret({ title, text, value }: { title: string; text: string; value: string }) {
  return (
    <section data-solid className="mb-6 rounded-panel bg-done-tint px-4 py-3.5 sm:px-5">
      <h2 className="text-md">{title}</h2>
      <p className="text-sm">{text}</p>
      <p className="mt-2 font-mono text-sm break-all select-all">{value}</p>
    </section>
  );
}
