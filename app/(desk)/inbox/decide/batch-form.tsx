"use client";

import { useActionState, useEffect, useRef } from "react";
import { untouched } from "@/app/(auth)/form-state";
import { type FormField, FormInput } from "@/app/_request/form-input";
import { Kept } from "@/app/_request/kept";
import { questionOf } from "@/app/_request/question-of";
import { Button, ButtonLink } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Panel } from "@/app/_ui/panel";
import { RowList } from "@/app/_ui/row-list";
import { Tag } from "@/app/_ui/tag";
import type { BatchState, Result } from "../actions";

export type BatchRow = { value: string; number: string; title: string; detail: string; /** Why the reader may not decide it. */ against?: string };

/** The ticked rows with one decision for all; once sent, what became of each, in the same order. */
export function BatchForm({ action, rows, fields, words }: { action: (before: BatchState, form: FormData) => Promise<BatchState>; rows: readonly BatchRow[]; fields: readonly FormField[]; words: Readonly<Record<string, string>> }) {
  const [state, act, isPending] = useActionState<BatchState, FormData>(action, untouched);
  if (state.results) return <Results results={state.results} words={words} />;
  if (rows.length === 0) return <Panel padded><EmptyState link={<a href="/inbox">{words.back}</a>}>{words.none}</EmptyState></Panel>;
  const t = (key: string) => (key === "errors" ? (state.summary ?? "") : (words[key] ?? key));
  const drawn = { t, values: state.values, errorAt: (name: string) => state.errors.find(({ field }) => field === name)?.message };
  const ticked = state.values.row === undefined ? null : [state.values.row].flat();
  // Where the summary leads when no row is ticked.
  const first = rows.findIndex(({ against }) => against === undefined);
  return (
    <form action={act} noValidate aria-busy={isPending}>
      {state.stopped && <Kept words={state.stopped} />}
      <ErrorSummary t={t} errors={state.errors.map(({ field, message }) => ({ field: field || undefined, message, of: field === "row" ? words.rows : questionOf(fields, field) }))} attempt={state.attempt} />
      <div className="mb-6"><Panel title={words.rows}>
        <ul id={first < 0 ? "row" : undefined} tabIndex={-1}>
          {rows.map(({ value, number, title, detail, against }, at) => (
            <li key={value} className="border-t border-line first:border-t-0">
              <label className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-3 px-4 py-2.5 text-sm leading-dense sm:px-5">
                <input type="checkbox" id={at === first ? "row" : undefined} name="row" value={value} defaultChecked={!against && (ticked === null || ticked.includes(value))} disabled={against !== undefined} aria-describedby={against && `against-${at}`} className="mt-0.5 size-4.5" />
                <span>
                  <span className="font-medium">{title}</span> <span className="font-mono text-xs text-ink-2">{number}</span>
                  <span className="block text-xs text-ink-2">{detail}</span>
                  {against && <span id={`against-${at}`} className="block text-xs text-ink-2">{against}</span>}
                </span>
              </label>
            </li>
          ))}
        </ul>
      </Panel></div>
      <div key={state.attempt} className="grid max-w-read gap-6">
        {fields.map((field) => <FormInput key={field.name} field={field} drawn={drawn} />)}
        <div><Button look="first">{words.submit}</Button></div>
      </div>
    </form>
  );
}

function Results({ results, words }: { results: readonly Result[]; words: Readonly<Record<string, string>> }) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => frame.current?.focus(), []);
  return (
    <div ref={frame} tabIndex={-1} role="status" className="grid gap-6">
      <Panel title={words.results}>
        <RowList
          items={results.map(({ id, href, number, title, ok, said }) => ({
            id,
            title: <a href={href}>{title}</a>,
            detail: <><span className="font-mono">{number}</span> {!ok && said}</>,
            end: <Tag state={ok ? "done" : "stop"}>{ok ? said : words.refused}</Tag>,
          }))}
        />
      </Panel>
      <div><ButtonLink href="/inbox">{words.back}</ButtonLink></div>
    </div>
  );
}
