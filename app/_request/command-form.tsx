"use client";

import { useActionState, useId, type ReactNode } from "react";
import { Button, type ButtonLook } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Remark } from "@/app/_ui/remark";
import { More } from "@/app/_ui/panel";
import type { Question } from "@/app/_ui/field";
import { atFields } from "./at-fields";
import { type Drawn, type FormField, FormInput } from "./form-input";
import { Kept } from "./kept";
import { questionOf } from "./question-of";
import { type Keeping, useKeeping } from "./use-keeping";
import { untouched, type FormState } from "@/app/(auth)/form-state";

/** `said` is the whole of what a short label means, for whoever hears it outside of its row. */
export type Submit = { label: string; look?: ButtonLook; name?: string; value?: string; size?: "toolbar"; /** As wide as the form. */ wide?: boolean; said?: string };

export type FormPart = { summary: string; fields: readonly FormField[] };

/** Stands folded away under a summary, after `lead`, until what was sent needs another look; `at` is where a link elsewhere on the page leads. */
export type Folded = { summary: ReactNode; within?: boolean; lead?: ReactNode; at?: string };

/**
 * A form over a server action. Without JavaScript it is sent as it stands and comes back with its errors and with what was typed.
 * `words` are those that the parts say by themselves.
 */
export function CommandForm({ action, fields, parts = [], submits, words, children, compact, id, folded, atFoot, keeping }: {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  fields: readonly FormField[];
  /** What is seldom asked for, and more of the same: each part folded away at the end of the one before. */
  parts?: readonly FormPart[];
  submits: readonly Submit[];
  words: Readonly<Record<string, string>>;
  children?: ReactNode;
  compact?: boolean;
  /** For a button that stands elsewhere on the page and sends this form. */
  id?: string;
  folded?: Folded | undefined;
  /** The buttons stay at the foot of the screen, where a thumb reaches them. */
  atFoot?: boolean;
  /** What is sent is kept on the device until it has arrived. */
  keeping?: Keeping;
}) {
  const [answered, act, isPending] = useActionState(action, untouched);
  const { state: own, isSending, submitted } = useKeeping(keeping);
  const state = own ?? answered;
  // A page has many small forms with fields of the same name; labels must find their own.
  const unique = useId();
  const prefix = compact ? `${unique}-` : "";
  const t: Question["t"] = (key) => (key === "errors" ? (state.summary ?? "") : (words[key] ?? key));
  const all = [...fields, ...parts.flatMap((part) => part.fields)];
  const errors = atFields(state.errors, all);
  const drawn: Drawn = { t, prefix, values: state.values, errorAt: (name) => errors.find(({ field }) => field === name)?.message };
  if (own?.done && keeping?.once) return <Remark state="moving">{own.done}</Remark>;
  const form = (
    <form id={id} action={act} onSubmit={submitted} data-screen={compact || undefined} noValidate aria-busy={isPending || isSending}>
      {own?.done && <Remark state="moving">{own.done}</Remark>}
      {state.stopped && <Kept words={state.stopped} />}
      <ErrorSummary t={t} errors={errors.map(({ field, message }) => ({ field: field === "" ? undefined : prefix + field, message, of: questionOf(all, field) }))} attempt={state.attempt} />
      {/* React empties a form whose action has ended; a new key puts back what was typed. */}
      <div key={state.attempt} className={`grid grid-cols-[minmax(0,1fr)] ${compact ? "gap-4" : "gap-6"}`}>
        {fields.map((field) => ("at" in field && field.at ? <div key={field.name} data-at={field.at.join(" ")}><FormInput field={field} drawn={drawn} /></div> : <FormInput key={field.name} field={field} drawn={drawn} />))}
        <Parts parts={parts} drawn={drawn} />
        {children}
        {submits.length > 0 && <div className={atFoot ? "sticky bottom-0 z-10 -mx-4 flex flex-wrap gap-3 border-t border-line bg-paper px-4 py-3 sm:-mx-5 sm:px-5" : "flex flex-wrap gap-3"}>
          {submits.map(({ label, look = "plain", name, value, size, wide, said }) => <Button key={label} look={look} name={name} value={value} size={size} wide={wide} aria-label={said}>{label}</Button>)}
        </div>}
      </div>
    </form>
  );
  if (!folded) return form;
  const { summary, within, lead, at } = folded;
  return (
    <More within={within} summary={summary} open={errors.length > 0 || state.stopped !== undefined || undefined}>
      <div id={at} tabIndex={at === undefined ? undefined : -1} className={within ? "" : "max-w-read px-4 py-4 sm:px-5"}>{lead}{form}</div>
    </More>
  );
}

/** Opened where something in it, or further in, was answered or needs another look. */
function Parts({ parts: [part, ...further], drawn }: { parts: readonly FormPart[]; drawn: Drawn }) {
  if (!part) return null;
  const within = [part, ...further].flatMap(({ fields }) => fields);
  const isAnswered = within.some(({ name }) => drawn.errorAt(name) !== undefined || [drawn.values[name] ?? ""].flat().some((one) => one !== ""));
  return (
    <More within summary={part.summary} open={isAnswered || undefined}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
        {part.fields.map((field) => <FormInput key={field.name} field={field} drawn={drawn} />)}
        <Parts parts={further} drawn={drawn} />
      </div>
    </More>
  );
}
