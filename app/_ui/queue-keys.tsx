"use client";

import { useEffect } from "react";

/** J and K move along the titles of the queue, C claims the row, X selects it; Enter is the link's own. Draws nothing. */
export function QueueKeys() {
  useEffect(() => {
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  return null;
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
