"use client";

import { type ReactNode, useActionState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Wrong } from "@/app/_ui/field";
import { Kept } from "@/app/_request/kept";
import { untouched, type FormState } from "@/app/(auth)/form-state";

export type SheetRow = { readonly request: string; readonly number: string; /** What the request is called, where that is kept. */ readonly title: string | null; readonly href: string; readonly raise: string | null; readonly stratum: string | null; readonly marks: Readonly<Record<string, string>>; readonly note: string; /** What each control of the row, and its link, is called outside of it. */ readonly said: Readonly<Record<string, string>>; readonly was: string };
type Option = { readonly value: string; readonly label: string };
export type SheetWords = { readonly error: string; readonly caption: string; readonly request: string; readonly stratum: string; readonly note: string; readonly notYet: string; readonly raise: string; readonly save: string };

/**
 * The sheet of a working paper: a row for each case, a choice for each test, a note. One form, so that it works without scripts and
 * by the keyboard alone: Tab goes from choice to choice, a letter picks. What was typed stays when it is not taken.
 */
export function SheetForm({ action, paper, place, version, commandId, attributes, results, rows, words, isOpen }: {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  paper: string;
  /** Where on the paper its rows stand: what was saved shows there. */
  place: string;
  version: number;
  commandId: string;
  attributes: readonly { readonly id: string; readonly name: string }[];
  results: readonly Option[];
  rows: readonly SheetRow[];
  words: SheetWords;
  isOpen: boolean;
}) {
  const [state, act, isPending] = useActionState(action, untouched);
  const kept = (name: string, value: string) => (typeof state.values[name] === "string" ? state.values[name] : value);
  const wrong = (name: string) => state.errors.find(({ field }) => field === name)?.message;
  const asked = new Map(rows.flatMap(({ request, said }): [string, string][] => [...attributes.map(({ id }): [string, string] => [`mark.${request}.${id}`, said[`mark.${id}`] ?? ""]), [`note.${request}`, said.note ?? ""]]));
  const label = (result: string) => results.find(({ value }) => value === result)?.label ?? "–";
  return (
    <form id="sheet" action={act} noValidate aria-busy={isPending}>
      {(state.stopped || state.errors.length > 0) && (
        <div className="px-4 pt-4 sm:px-5">
          {state.stopped && <Kept words={state.stopped} />}
          <ErrorSummary t={(key) => (key === "errors" ? (state.summary ?? "") : words.error)} errors={state.errors.map(({ field, message }) => (asked.has(field) ? { field, message, of: asked.get(field) } : { message }))} attempt={state.attempt} />
        </div>
      )}
      <input type="hidden" name="paper" value={paper} />
      <input type="hidden" name="place" value={place} />
      <input type="hidden" name="commandId" value={commandId} />
      <input type="hidden" name="version" value={kept("version", String(version))} />
      <table key={state.attempt} role="table" className="data-table w-full border-collapse text-sm leading-dense max-lg:block">
        <caption className="sr-only">{words.caption}</caption>
        <thead role="rowgroup" className="max-lg:sr-only">
          <tr role="row">
            {[words.request, ...attributes.map(({ name }) => name), words.note].map((head, at) => <th key={at} role="columnheader" scope="col" className="border-b border-line-strong px-3 py-2 text-start text-xs font-medium text-ink-3 first:ps-5 last:pe-5">{head}</th>)}
          </tr>
        </thead>
        <tbody role="rowgroup" className="max-lg:block">
          {rows.map(({ request, number, title, href, raise, stratum, marks, note, said, was }) => (
            <tr key={request} role="row">
              <td role="cell" data-look="short">
                <div>
                  <input type="hidden" name={`was.${request}`} value={was} />
                  <a href={href} className="font-mono">{number}</a>
                  {title && <span dir="auto" className="block max-w-64 text-xs whitespace-normal wrap-anywhere text-ink-2">{title}</span>}
                  {stratum && <span className="block text-2xs text-ink-3">{stratum}</span>}
                  {raise && <a href={raise} data-screen aria-label={said.raise} className="inline-block py-0.75 text-xs max-md:py-3.25">{words.raise}</a>}
                </div>
              </td>
              {attributes.map(({ id, name }) => (
                <td key={id} role="cell" data-head={name}>
                  <div>
                    {isOpen ? (
                      <Asked name={`mark.${request}.${id}`} error={wrong(`mark.${request}.${id}`)} said={words.error}>
                        {(own) => (
                          <select {...own} aria-label={asked.get(own.name)} defaultValue={kept(own.name, marks[id] ?? "")} className={`min-h-11 lg:min-h-9 px-1.5 ${control}`}>
                            <option value="">{words.notYet}</option>
                            {results.map(({ value, label: shown }) => <option key={value} value={value}>{shown}</option>)}
                          </select>
                        )}
                      </Asked>
                    ) : <span className={marks[id] === "exception" ? "font-semibold text-stop" : ""}>{label(marks[id] ?? "")}</span>}
                  </div>
                </td>
              ))}
              <td role="cell" data-look="wide" data-head={words.note}>
                <div>
                  {isOpen ? (
                    <Asked name={`note.${request}`} error={wrong(`note.${request}`)} said={words.error}>
                      {(own) => <textarea {...own} aria-label={asked.get(own.name)} rows={1} defaultValue={kept(own.name, note)} className={`field-sizing-content min-h-9 w-full min-w-32 px-2 py-1.5 wrap-anywhere ${control}`} />}
                    </Asked>
                  ) : <span className="whitespace-pre-line">{note || "–"}</span>}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isOpen && <div data-screen className="flex flex-wrap gap-3 border-t border-line px-4 py-3 sm:px-5"><Button look="first">{words.save}</Button></div>}
    </form>
  );
}

const control = "max-w-full rounded-control border border-line-strong bg-paper text-sm aria-invalid:border-2 aria-invalid:border-stop-solid aria-invalid:bg-stop-tint";

type Own = { readonly id: string; readonly name: string; readonly "aria-invalid"?: true; readonly "aria-describedby"?: string };

/** A control of the sheet, and above it what is wrong with what it holds. */
function Asked({ name, error, said, children }: { name: string; error: string | undefined; said: string; children: (own: Own) => ReactNode }) {
  if (error === undefined) return children({ id: name, name });
  return (
    <>
      <Wrong id={`${name}-error`} said={said}>{error}</Wrong>
      {children({ id: name, name, "aria-invalid": true, "aria-describedby": `${name}-error` })}
    </>
  );
}
