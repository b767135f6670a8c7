"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { autoSave } from "./auto-save-action";

/**
 * Saves a page of the form within two seconds of the last keystroke. A version that changed elsewhere is said and
 * never overwritten. Without JavaScript this is nothing: the buttons save.
 */
export function AutoSave({ requestId, section, words, children }: { requestId: string; section: string; words: { saved: string; conflict: string }; children: ReactNode }) {
  const [said, say] = useState("");
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Promise.resolve();
    const save = () => {
      const form = element?.querySelector("form");
      if (!form) return;
      last = last.then(async () => {
        const outcome = await autoSave(new FormData(form));
        if (outcome.state === "saved") {
          const version = form.querySelector<HTMLInputElement>("input[name=version]");
          if (version) version.value = String(outcome.version);
          say(`${words.saved} ${outcome.at}`);
          // What applies and what is left to answer follow from what was saved; what is being typed stays.
          router.refresh();
        } else if (outcome.state === "conflict") say(words.conflict);
      });
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(save, 1200);
    };
    const stop = () => clearTimeout(timer);
    element?.addEventListener("input", changed);
    element?.addEventListener("submit", stop);
    return () => {
      stop();
      element?.removeEventListener("input", changed);
      element?.removeEventListener("submit", stop);
    };
  }, [requestId, section, words.saved, words.conflict, router]);
  return (
    <div ref={box}>
      {children}
      <p role="status" className="mt-4 text-xs text-ink-3">{said}</p>
    </div>
  );
}
