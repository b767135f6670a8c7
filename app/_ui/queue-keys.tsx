"use client";

import { useEffect } from "react";

/**
 * J and K move along the titles of the queue, C claims the row, X selects it; Enter is the link's own. Rows stay selected when one is
 * claimed and the page is drawn anew. Draws nothing.
 */
export function QueueKeys() {
  useEffect(() => {
    for (const box of boxes()) if (selected.includes(box.value)) box.checked = true;
    selected = [];
    document.addEventListener("keydown", press);
    document.addEventListener("submit", remember);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("submit", remember);
    };
  }, []);
  return null;
}

/** Which rows were selected when a form of the page was sent: the queue that comes back is another one. */
let selected: readonly string[] = [];

function remember() {
  selected = boxes().flatMap(({ checked, value }) => (checked ? [value] : []));
}

function boxes(): HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>("[data-queue] input[type=checkbox]")];
}

function press(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const titles = [...document.querySelectorAll<HTMLElement>("[data-queue] [data-open]")];
  const row = document.activeElement?.closest("[data-queue] tr");
  const at = titles.findIndex((title) => row?.contains(title));
  const act = {
    j: () => titles[Math.min(at + 1, titles.length - 1)]?.focus(),
    k: () => titles[Math.max(at - 1, 0)]?.focus(),
    c: () => row?.querySelector<HTMLElement>("form button, button[form]")?.click(),
    x: () => row?.querySelector<HTMLElement>("input[type=checkbox]")?.click(),
  }[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]");
}
