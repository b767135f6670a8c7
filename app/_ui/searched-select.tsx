"use client";

import { type ComponentProps, type KeyboardEvent, useId, useRef, useState, useSyncExternalStore } from "react";
import type { Binding } from "./field";
import { fitting as fittingOf, type SearchedOption } from "./fitting";

/** `count` leaves `{count}` open. */
export type SearchWords = { readonly label: string; readonly count: string; readonly none: string };

type Props = Omit<ComponentProps<"select">, "children" | "ref" | "onChange" | "onBlur"> & Binding & { options: readonly SearchedOption[]; empty?: string; words: SearchWords; look: { input: string; select: string } };

/**
 * A long list of choices that is shortened by typing part of a name, in any language. The list stays the browser's own, and is all there is
 * without scripts; what is chosen stays in it whatever is typed. Enter takes the first that fits.
 */
export function SearchedSelect({ options, empty, words, look, ref, defaultValue, ...rest }: Props) {
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState(String(defaultValue ?? ""));
  const list = useRef<HTMLSelectElement>(null);
  const said = useId();
  const hasScripts = useSyncExternalStore(() => () => undefined, () => true, () => false);
  const isSearched = typed.trim() !== "";
  const fitting = fittingOf(options, typed);
  const shown = options.filter((option) => fitting.includes(option) || option.value === chosen);

  function keyed(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const [first] = fitting;
    if (!isSearched || !first || !list.current) return;
    setChosen(first.value);
    // As if it had been chosen by hand, for whoever watches the list.
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value")?.set?.call(list.current, first.value);
    list.current.dispatchEvent(new Event("change", { bubbles: true }));
    list.current.focus();
  }

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] justify-items-start gap-2">
      {hasScripts && (
        <>
          <input type="search" autoComplete="off" aria-label={words.label} placeholder={words.label} aria-controls={rest.id} aria-describedby={said} value={typed} onChange={({ target }) => setTyped(target.value)} onKeyDown={keyed} className={look.input} />
          <span id={said} role="status" className={isSearched ? "text-sm text-ink-2" : "sr-only"}>{!isSearched ? "" : fitting.length === 0 ? words.none : words.count.replace("{count}", String(fitting.length))}</span>
        </>
      )}
      <select {...rest} defaultValue={defaultValue} ref={(element) => { list.current = element; ref?.(element); }} onChange={(event) => { setChosen(event.target.value); rest.onChange?.(event); }} className={look.select}>
        {empty !== undefined && <option value="">{empty}</option>}
        {shown.map(({ value, label }) => <option key={value} value={value}>{label}</option>)}
      </select>
    </div>
  );
}
