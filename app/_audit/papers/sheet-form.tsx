"use client";

import { useActionState } from "react";
import { Button } from "@/app/_ui/button";
import { ErrorSummary } from "@/app/_ui/error-summary";
import { Kept } from "@/app/_request/kept";
import { untouched, type FormState } from "@/app/(auth)/form-state";

export type SheetRow = { readonly request: string; readonly number: string; /** What the request is called, where that is kept. */ readonly title: string | null; readonly href: string; readonly raise: string | null; readonly stratum: string | null; readonly marks: Readonly<Record<string, string>>; readonly note: string; readonly was: string };
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
  const label = (result: string) => results.find(({ value }) => value === result)?.label ?? "–";
  return (
    <form id="sheet" action={act} noValidate aria-busy={isPending}>
      {state.stopped && <Kept words={state.stopped} />}
      <ErrorSummary t={(key) => (key === "errors" ? (state.summary ?? "") : words.error)} errors={state.errors.map(({ message }) => ({ message }))} attempt={state.attempt} />
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
          {rows.map(({ request, number, title, href, raise, stratum, marks, note, was }) => (
            <tr key={request} role="row">
              <td role="cell" data-look="short">
                <div>
                  <input type="hidden" name={`was.${request}`} value={was} />
                  <a href={href} className="font-mono">{number}</a>
                  {title && <span dir="auto" className="block text-xs text-ink-2">{title}</span>}
                  {stratum && <span className="block text-2xs text-ink-3">{stratum}</span>}
                  {raise && <a href={raise} data-screen className="inline-block py-0.75 text-xs max-md:py-3.25">{words.raise}</a>}
                </div>
              </td>
              {attributes.map(({ id, name }) => (
                <td key={id} role="cell" data-head={name}>
                  <div>
                    {isOpen ? (
                      <select name={`mark.${request}.${id}`} aria-label={`${number}: ${name}`} defaultValue={kept(`mark.${request}.${id}`, marks[id] ?? "")} className="min-h-11 max-w-full lg:min-h-9 rounded-control border border-line-strong bg-paper px-1.5 text-sm">
                        <option value="">{words.notYet}</option>
                        {results.map(({ value, label: shown }) => <option key={value} value={value}>{shown}</option>)}
                      </select>
                    ) : <span className={marks[id] === "exception" ? "font-semibold text-stop" : ""}>{label(marks[id] ?? "")}</span>}
                  </div>
                </td>
              ))}
              <td role="cell" data-look="wide" data-head={words.note}>
                <div>
                  {isOpen ? <textarea name={`note.${request}`} aria-label={`${number}: ${words.note}`} rows={1} defaultValue={kept(`note.${request}`, note)} className="field-sizing-content min-h-9 w-full min-w-32 rounded-control border border-line-strong bg-paper px-2 py-1.5 text-sm" /> : <span className="whitespace-pre-line">{note || "–"}</span>}
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
