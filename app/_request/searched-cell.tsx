"use client";

import { type ClipboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Control, type UseFormRegisterReturn, useWatch } from "react-hook-form";
import * as chevronDown from "lucide-react/icons/chevron-down";
import { fitting, meant, type SearchedOption } from "@/app/_ui/fitting";
import { drawingOf, Glyph } from "@/app/_ui/glyph";
import { SuggestingInput, type SuggestWords } from "@/app/_ui/suggesting-input";

type Described = { id: string; onPaste: (event: ClipboardEvent) => void; "aria-label": string; "aria-invalid": true | undefined; "aria-describedby": string | undefined };

/**
 * A choice of a long list in a line: typed, in any language, and found like what is looked up in a catalogue. The browser's own list
 * holds the answer; without scripts it is all there is. What is none of the list stays where it was typed, and is named as wrong.
 */
export function SearchedCell({ options, value, control, bind, described, words, look, isLive, settled }: {
  options: readonly SearchedOption[];
  value: string;
  control: Control;
  bind: UseFormRegisterReturn;
  described: Described;
  words: SuggestWords;
  look: string;
  isLive: boolean;
  settled: () => void;
}) {
  const chosen = String(useWatch({ control, name: bind.name }) ?? value);
  // What was typed or pasted and is not offered, so that it can be read and put right.
  const [odd, keepOdd] = useState(value);
  const list = useRef<HTMLSelectElement>(null);
  const typed = useRef<HTMLInputElement>(null);
  const labelOf = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  const show = useEffectEvent((one: string) => {
    if (typed.current && document.activeElement !== typed.current) typed.current.value = labelOf(one);
  });
  // A table, and somebody's own browser, write into the list.
  useEffect(() => show(chosen), [chosen]);

  function take(text: string): void {
    const next = meant(options, text);
    if (!list.current || next === list.current.value) return;
    flushSync(() => keepOdd(next));
    list.current.value = next;
    // As if it had been chosen by hand, for whoever watches the list.
    for (const type of ["input", "change"]) list.current.dispatchEvent(new Event(type, { bubbles: true }));
  }
  const left = () => {
    take(typed.current?.value ?? "");
    if (typed.current) typed.current.value = labelOf(list.current?.value ?? "");
    settled();
    void bind.onBlur({ target: list.current, type: "blur" });
  };
  // What stands there already hides nothing of what else there is.
  const offered = (text: string) => (text === labelOf(chosen) ? options : fitting(options, text)).map(({ label }) => ({ value: label, label }));
  const isOdd = odd !== "" && !options.some((option) => option.value === odd);
  return (
    <span className="relative block">
      {isLive && (
        <>
          <SuggestingInput
            {...described}
            ref={(element) => { typed.current = element as HTMLInputElement | null; }}
            placeholder="–"
            defaultValue={labelOf(value)}
            className={`${look} w-full pe-8`}
            words={{ ...words, label: described["aria-label"] }}
            isLive
            isClosed
            suggest={(text) => Promise.resolve(offered(text))}
            chosen={take}
            onBlur={left}
          />
          <span className="pointer-events-none absolute end-2.5 top-1/2 -translate-y-1/2 text-ink-3"><Glyph drawing={drawingOf(chevronDown)} /></span>
        </>
      )}
      <select
        {...bind}
        {...(isLive ? { "aria-hidden": true, tabIndex: -1 } : described)}
        ref={(element) => {
          list.current = element;
          bind.ref(element);
        }}
        defaultValue={value}
        className={isLive ? "sr-only" : `${look} w-full pe-1`}
      >
        <option value="">–</option>
        {isOdd && <option value={odd}>{odd}</option>}
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </span>
  );
}
