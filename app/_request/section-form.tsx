"use client";

import { useActionState, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type FieldErrors, useForm } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { type FormState, untouched } from "@/app/(auth)/form-state";
import type { SuggestWords } from "@/app/_ui/suggesting-input";
import type { Submit } from "./command-form";
import { type Drawn, type FormField, FormInput } from "./form-input";
import { Kept } from "./kept";
import { LineRows } from "./line-rows";
import { type Nested, errorIn, nested, nestedErrors, valuesBefore } from "./nested";
import { questionOf } from "./question-of";
import { SaveLine, type SaveWords } from "./save-line";
import { SuggestingField } from "./suggesting-field";
import { useAutoSave } from "./use-auto-save";
import { useConfirmed } from "./use-confirmed";
import { useLive } from "./use-live";
import type { LiveSection } from "./live-section";

export type SectionFormWords = SaveWords & { error: string; optional: string; offline: string; suggest: SuggestWords };

type Action = (before: FormState, form: FormData) => Promise<FormState>;

/**
 * One page of a draft's form. Without JavaScript it is a plain form: it is sent as it stands, the server says which page
 * comes next, or gives it back with what is wrong. With it, the same form saves itself and checks each answer as it is left.
 */
export function SectionForm({ action, at, version, fields, submits, words, live }: {
  action: Action;
  /** The page's own address: what was typed finds its way back there even when the page had to be drawn differently. */
  at: string;
  /** The version of the draft that the answers are from. */
  version: string;
  fields: readonly FormField[];
  submits: readonly Submit[];
  words: SectionFormWords;
  live: LiveSection;
}) {
  const [posted, post] = useActionState(action, untouched, at);
  const [sent, send] = useActionState(orOffline(action, words.offline), posted);
  const isLive = useLive();
  const state = isLive ? sent : posted;
  const { attempt } = state;
  const [drawn, draw] = useState({ version, attempt, isSent: false });
  // Sent and saved, the page is drawn anew as it was saved. What saves by itself leaves it as it is being typed.
  if (attempt !== drawn.attempt || (drawn.isSent && version !== drawn.version)) draw({ version, attempt, isSent: false });
  // React empties a form whose action has ended; a new key puts back what was typed.
  return <Answers key={`${attempt} ${drawn.version}`} act={isLive ? send : post} sending={() => draw((before) => ({ ...before, isSent: true }))} version={drawn.version} {...{ state, fields, submits, words, live }} />;
}

function Answers({ act, sending, version, state, fields, submits, words, live }: { act: (form: FormData) => void; sending: () => void; version: string; state: FormState; fields: readonly FormField[]; submits: readonly Submit[]; words: SectionFormWords; live: LiveSection }) {
  const form = useRef<HTMLFormElement>(null);
  const { confirmed, problems } = useConfirmed(form, live);
  const refused = useMemo(() => nestedErrors(state.errors) as FieldErrors<Nested>, [state.errors]);
  const { register, control, getValues, setValue, formState, setError, clearErrors } = useForm<Nested>({
    mode: "onBlur",
    reValidateMode: "onChange",
    shouldFocusError: false,
    defaultValues: nested(valuesBefore(fields, state.values)),
    errors: refused,
    // Each answer is read as the server will read it, as soon as it is left.
    resolver: async (values) => {
      const errors = await problems();
      return errors.length === 0 ? { values, errors: {} } : { values: {}, errors: nestedErrors(errors) as FieldErrors<Nested> };
    },
  });
  const { errors, dirtyFields } = formState;
  const [base, setBase] = useState(typeof state.values.version === "string" ? state.values.version : version);
  // What a save by itself opened since is not passed by without a look: the button stays here once.
  const [asked] = useState(() => fields.map(({ name }) => name).join(" "));
  const { status, keepMine } = useAutoSave(form, {
    // At once: a button may be waiting to carry it.
    saved: (next) => flushSync(() => setBase(String(next))),
    touched: () => namesIn(dirtyFields),
    refused: (found) => {
      clearErrors();
      // What is still being typed is not wrong yet.
      for (const { field, message } of found) if (document.activeElement?.getAttribute("name") !== field) setError(field, { type: "server", message });
    },
  });
  const t = (key: string) => (key === "errors" ? (state.summary ?? "") : key === "error" ? words.error : key === "optional" ? words.optional : key);
  const errorAt = (name: string) => errorIn(errors, name);
  const drawn: Drawn = {
    t,
    values: state.values,
    errorAt,
    bind: (name) => register(name),
    lines: (field, question) => <LineRows question={question} field={field} form={{ control, register, getValues, setValue }} words={words.suggest} language={live.language} errorAt={errorAt} />,
    suggesting: (catalogue, question, input) => <SuggestingField {...input} question={question} catalogue={catalogue} words={words.suggest} language={live.language} />,
  };
  return (
    <form ref={form} id="answers" action={act} onSubmit={sending} noValidate aria-describedby="saved">
      {state.stopped && <Kept words={state.stopped} />}
      <ErrorSummary t={t} errors={state.errors.map(({ field, message }) => ({ field: field === "" ? undefined : field, message, of: questionOf(fields, field, live.language) }))} attempt={state.attempt} />
      <input type="hidden" name="version" value={base} readOnly />
      <input type="hidden" name="asked" value={asked} readOnly />
      <div className="grid gap-6">
        {fields.map((field) => <FormInput key={field.name} field={said(field, confirmed)} drawn={drawn} />)}
        {/* A pointer takes no focus from the answer being typed: an error that came with leaving it would move the button away from under the pointer. */}
        <div className="flex flex-wrap gap-3">
          {submits.map(({ label, look = "plain", name, value }) => <Button key={label} look={look} name={name} value={value} onMouseDown={(event) => event.preventDefault()}>{label}</Button>)}
        </div>
      </div>
      <SaveLine status={status} words={words} keepMine={keepMine} />
    </form>
  );
}

/** What is typed now is confirmed, or not, in place of what was when the page was drawn. */
function said(field: FormField, confirmed: Readonly<Record<string, string | undefined>> | null): FormField {
  if (confirmed === null || field.is === "hidden" || field.is === "lines") return field;
  const own = field.name in confirmed ? { ...field, confirmed: confirmed[field.name], doubtful: undefined } : field;
  if (own.is !== "one" || !own.typed || !(own.typed.name in confirmed)) return own;
  return { ...own, typed: { ...own.typed, confirmed: confirmed[own.typed.name] } };
}

/** The names of the fields that were changed here, as they are sent. */
function namesIn(dirty: object, path = ""): string[] {
  return Object.entries(dirty).flatMap(([name, value]: [string, unknown]) => {
    const full = path === "" ? name : `${path}.${name}`;
    if (Array.isArray(value)) return [full];
    return typeof value === "object" && value !== null ? namesIn(value, full) : value === true ? [full] : [];
  });
}

/** A form that could not be sent for want of a connection stays as it is, and says so. */
function orOffline(action: Action, offline: string): Action {
  return async (before, form) => {
    try {
      return await action(before, form);
    } catch (error) {
      // Where the server leads on, the router follows; only a lost connection is ours.
      if (!(error instanceof TypeError)) throw error;
      const values: Record<string, string | string[]> = {};
      for (const name of new Set(form.keys())) {
        const all = form.getAll(name).filter((one): one is string => typeof one === "string");
        values[name] = all.length === 1 ? (all[0] ?? "") : all;
      }
      return { attempt: before.attempt + 1, errors: [{ field: "", message: offline }], summary: offline, values };
    }
  };
}
