"use client";

import { type RefObject, useEffect, useEffectEvent, useState } from "react";
import { useRouter } from "next/navigation";
import type { Stopped } from "@/app/(auth)/form-state";
import { type AutoSaved, autoSave } from "./auto-save-action";
import type { Difference } from "./differences";
import type { SectionError } from "./read-section";

export type SaveStatus =
  | { readonly is: "untouched" | "unsaved" | "offline" | "ended" | "refused" }
  | { readonly is: "gone"; readonly words: Stopped }
  | { readonly is: "saved" | "partly"; readonly at: string }
  | { readonly is: "conflict"; readonly version: number; readonly differences: readonly Difference[] };

/** Within two seconds of the last key, with what the way there takes. */
const pause = 1200;
const retry = 5000;

/**
 * Saves a page of the form by itself, one save after the other: each carries the version that the one before it made.
 * Without a connection or a session it tries again when there may be one; a version from elsewhere is never overwritten.
 */
export function useAutoSave(form: RefObject<HTMLFormElement | null>, { touched, refused, saved }: { touched: () => string[]; refused: (errors: readonly SectionError[]) => void; saved: (version: number) => void }): { status: SaveStatus; keepMine: () => void } {
  const [status, say] = useState<SaveStatus>({ is: "untouched" });
  const router = useRouter();
  const settle = useEffectEvent((outcome: AutoSaved, changedMeanwhile: boolean) => {
    if (outcome.is === "saved" || outcome.is === "refused") refused(outcome.errors);
    if (outcome.is === "saved") {
      saved(outcome.version);
      if (!changedMeanwhile) say({ is: outcome.errors.length > 0 ? "partly" : "saved", at: outcome.at });
      // What applies and what is left to answer follow from what was saved; what is being typed stays.
      router.refresh();
    } else say(outcome);
  });
  const names = useEffectEvent(touched);

  useEffect(() => {
    const element = form.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isSaving = false;
    let isChanged = false;
    let waiting: { readonly submitter: HTMLElement | null } | undefined;
    const later = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void save(), wait);
    };
    const save = async () => {
      if (isSaving) return later(pause);
      isSaving = true;
      isChanged = false;
      let outcome: AutoSaved | undefined;
      try {
        outcome = await autoSave(withoutFiles(new FormData(element)), names());
      } catch {
        // No connection, or a server that has just been changed: nothing is lost, the page still holds it.
        say({ is: "offline" });
        isChanged = true;
        later(retry);
      }
      isSaving = false;
      if (outcome) {
        if (outcome.is === "ended") isChanged = true;
        settle(outcome, isChanged && outcome.is !== "ended");
      }
      const sent = waiting;
      waiting = undefined;
      if (sent) element.requestSubmit(sent.submitter);
    };
    const changed = (event: Event) => {
      // A file goes into the rows, which say so themselves.
      if (event.target instanceof HTMLInputElement && event.target.type === "file") return;
      isChanged = true;
      say((before) => (before.is === "conflict" ? before : { is: "unsaved" }));
      later(pause);
    };
    const again = () => {
      if (isChanged && document.visibilityState === "visible") later(0);
    };
    // The answer to a save that is under way brings the version that the button has to carry.
    const submitting = (event: SubmitEvent) => {
      isChanged = false;
      clearTimeout(timer);
      if (!isSaving) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = { submitter: event.submitter };
    };
    const leaving = (event: BeforeUnloadEvent) => {
      if (isChanged) event.preventDefault();
    };
    const controls = new AbortController();
    const { signal } = controls;
    element.addEventListener("input", changed, { signal });
    element.addEventListener("submit", submitting, { signal });
    window.addEventListener("online", again, { signal });
    window.addEventListener("focus", again, { signal });
    window.addEventListener("beforeunload", leaving, { signal });
    document.addEventListener("visibilitychange", again, { signal });
    return () => {
      clearTimeout(timer);
      controls.abort();
    };
  }, [form]);

  const keepMine = () => {
    if (status.is !== "conflict") return;
    saved(status.version);
    say({ is: "unsaved" });
    form.current?.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return { status, keepMine };
}

function withoutFiles(form: FormData): FormData {
  const kept = new FormData();
  for (const [name, value] of form) if (typeof value === "string") kept.append(name, value);
  return kept;
}
