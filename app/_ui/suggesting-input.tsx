"use client";

import Combobox from "@github/combobox-nav";
import { type ComponentProps, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";

/** Something to choose: what it writes into the input, what it is called, and what is said of it in small print. */
export type Suggestion = { readonly value: string; readonly label: string; readonly note?: string };
export type SuggestWords = { readonly label: string; readonly count: string; readonly none: string };

/**
 * A line of text that is helped along: what is typed is looked up and offered below, to be chosen by arrow keys and Enter or by
 * pointer (WAI-ARIA's editable combobox with a list). Anything else may be typed all the same; without scripts it is a plain input.
 */
export function SuggestingInput({ suggest, chosen, words, isLive, isClosed = false, ref, onBlur, ...input }: Omit<ComponentProps<"input">, "ref" | "list"> & {
  ref?: (element: HTMLElement | null) => void;
  suggest: (typed: string) => Promise<readonly Suggestion[]>;
  chosen?: (value: string) => void;
  words: SuggestWords;
  isLive: boolean;
  /** Only what is offered can be meant: all of it is shown before anything is typed, and Enter takes the first that fits. */
  isClosed?: boolean;
}) {
  const [offered, offer] = useState<readonly Suggestion[]>([]);
  const [said, say] = useState("");
  const own = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const asked = useRef({ number: 0, timer: 0 });
  const isOpen = offered.length > 0;

  const close = () => {
    asked.current.number++;
    window.clearTimeout(asked.current.timer);
    offer([]);
  };
  const ask = (wait: number) => {
    const number = ++asked.current.number;
    window.clearTimeout(asked.current.timer);
    asked.current.timer = window.setTimeout(() => void look(number), wait);
  };
  const look = async (number: number) => {
    const typed = own.current?.value.trim() ?? "";
    const found = typed === "" && !isClosed ? [] : await suggest(typed);
    if (number !== asked.current.number || document.activeElement !== own.current) return;
    offer(found);
    say(typed === "" && !isClosed ? "" : found.length === 0 ? words.none : words.count.replace("{count}", String(found.length)));
  };
  const choose = ({ value }: Suggestion) => {
    if (own.current) write(own.current, value);
    close();
    say("");
    chosen?.(value);
  };
  const commit = useEffectEvent(({ target }: Event) => {
    const one = offered[Number((target as HTMLElement).dataset.at)];
    if (one) choose(one);
  });
  useEffect(() => {
    const [element, offers] = [own.current, list.current];
    if (!isOpen || !element || !offers) return;
    const keys = new Combobox(element, offers, { tabInsertsSuggestions: false });
    const controls = new AbortController();
    offers.addEventListener("combobox-commit", commit, controls);
    // A pointer on the list must not take the focus from the input.
    offers.addEventListener("mousedown", (event) => event.preventDefault(), controls);
    keys.start();
    place(element, offers);
    // Not its own end, which would take the roles away that stand in the markup.
    return () => {
      controls.abort();
      keys.stop();
    };
  }, [isOpen]);

  const pressed = (event: KeyboardEvent) => {
    if (event.key === "Escape" && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === "Enter" && isOpen && !own.current?.hasAttribute("aria-activedescendant")) {
      // Nothing is chosen: the key ends the looking up, and does not send the form yet.
      event.preventDefault();
      if (isClosed && offered[0]) choose(offered[0]);
      else close();
    } else if (event.key === "ArrowDown" && !isOpen) {
      event.preventDefault();
      ask(0);
    }
  };
  const id = `${input.id}-suggestions`;
  return (
    <span className="relative block">
      <input
        type="text"
        autoComplete="off"
        {...input}
        {...(isLive && { role: "combobox", "aria-autocomplete": "list" as const, "aria-haspopup": "listbox" as const, "aria-expanded": isOpen, "aria-controls": isOpen ? id : undefined })}
        ref={(element) => {
          own.current = element;
          ref?.(element);
        }}
        onInput={({ nativeEvent }) => {
          // What a script writes was chosen already.
          if (nativeEvent.isTrusted) ask(typing);
        }}
        onKeyDown={pressed}
        onClick={() => isClosed && !isOpen && ask(0)}
        onBlur={(event) => {
          close();
          onBlur?.(event);
        }}
      />
      {isOpen && (
        <div ref={list} id={id} role="listbox" aria-label={words.label} className="absolute start-0 top-full z-20 mt-1 max-h-72 w-[min(26rem,calc(100vw-2rem))] overflow-y-auto rounded-control border border-line-strong bg-paper py-1 text-start text-sm shadow-lift">
          {offered.map((one, at) => (
            <div key={`${one.value} ${at}`} id={`${id}-${at}`} data-at={at} role="option" aria-selected={false} className="cursor-pointer px-3 py-2 hover:bg-sunken aria-selected:bg-harbour-tint aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-focus">
              <span className="block font-medium">{one.label}</span>
              {one.note && <span className="block text-xs text-ink-3">{one.note}</span>}
            </div>
          ))}
        </div>
      )}
      {isLive && <span role="status" className="sr-only">{said}</span>}
    </span>
  );
}

/** As long as somebody types on, nothing is asked. */
const typing = 180;

/** Writes as a hand would, so that whatever listens to the input hears of it. */
function write(input: HTMLInputElement, value: string): void {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, value);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Moves the list to the left where it would stick out of the page. */
function place(input: HTMLInputElement, list: HTMLDivElement): void {
  const margin = 16;
  const { left } = input.getBoundingClientRect();
  const room = document.documentElement.clientWidth - margin - list.offsetWidth - left;
  list.style.insetInlineStart = `${Math.max(margin - left, Math.min(0, room))}px`;
}
