"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import type { LiveSection } from "./live-section";
import { valuesOf } from "./typed-values";

type Problem = { readonly field: string; readonly message: string };

/**
 * Reads the form as the server will, a frame after each key: what passed a check is said beside its field, and a typed
 * number chooses the answer it stands for. Loaded once the page is there; until then the server's own words stand.
 */
export function useConfirmed(form: RefObject<HTMLFormElement | null>, live: LiveSection): { confirmed: Record<string, string | undefined> | null; problems: () => Promise<readonly Problem[]> } {
  const [confirmed, confirm] = useState<Record<string, string | undefined> | null>(null);
  const read = useEffectEvent(async (event: Event | undefined) => {
    const element = form.current;
    if (!element) return;
    const { confirmedNow, rulesAt, settledNow } = await import("./live-answers");
    // Without the rules' words what is typed is still read; only the names of answers are missing.
    const served = await rulesAt(live.rules).catch(() => undefined);
    const changed = event?.target instanceof HTMLInputElement ? event.target : undefined;
    if (changed?.name.startsWith("typed.")) choose(element, settledNow({ [changed.name]: changed.value }));
    else if (changed?.type === "radio" && event?.isTrusted) forget(element, changed.name);
    confirm(confirmedNow(live, valuesOf(new FormData(element)), served));
  });

  useEffect(() => {
    const element = form.current;
    let frame = 0;
    const changed = (event: Event) => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => void read(event));
    };
    element?.addEventListener("input", changed);
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener("input", changed);
    };
  }, [form]);

  const problems = async () => {
    if (!form.current) return [];
    const { problemsNow } = await import("./live-answers");
    return form.current ? problemsNow(live, valuesOf(new FormData(form.current))) : [];
  };
  return { confirmed, problems };
}

/** Ticks the answers, as a hand would, so that whatever listens hears of it. */
function choose(form: HTMLFormElement, settled: Readonly<Record<string, string>>): void {
  for (const [fact, value] of Object.entries(settled)) {
    const offered = [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")].find((one) => one.name === fact && one.value === value);
    if (offered && !offered.checked) offered.click();
  }
}

/** Another answer was chosen by hand: the text that stood for the one before goes. */
function forget(form: HTMLFormElement, fact: string): void {
  const text = form.elements.namedItem(`typed.${fact}`);
  if (text instanceof HTMLInputElement) text.value = "";
}
