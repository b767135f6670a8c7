"use client";

import { useEffect, useRef, useState, type ReactNode } from "react";
import { useRouter } from "next/navigation";
import { Button } from "@/app/_ui/button";
import { autoSave } from "./auto-save-action";

type Words = { saved: string; conflict: string; theirs: string; mine: string };

/**
 * Saves a page of the form within two seconds of the last keystroke. A version that changed elsewhere is said and
 * never overwritten unless the person chooses so. Without JavaScript this is nothing: the buttons save.
 */
export function AutoSave({ words, children }: { words: Words; children: ReactNode }) {
  const [said, say] = useState<{ text: string; version?: number }>({ text: "" });
  const router = useRouter();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = box.current;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Promise.resolve();
    const save = async () => {
      const form = element?.querySelector("form");
      if (!form) return;
      const outcome = await autoSave(new FormData(form));
      if (outcome.state === "conflict") say({ text: words.conflict, version: outcome.version });
      if (outcome.state !== "saved") return;
      writeVersion(form, outcome.version);
      say({ text: `${words.saved} ${outcome.at}` });
      // What applies and what is left to answer follow from what was saved; what is being typed stays.
      router.refresh();
    };
    const changed = () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        last = afterwards(last, save);
      }, 1200);
    };
    const stop = () => clearTimeout(timer);
    element?.addEventListener("input", changed);
    element?.addEventListener("submit", stop);
    return () => {
      stop();
      element?.removeEventListener("input", changed);
      element?.removeEventListener("submit", stop);
    };
  }, [words.saved, words.conflict, router]);

  const keepMine = (version: number) => {
    const form = box.current?.querySelector("form");
    if (!form) return;
    writeVersion(form, version);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const { text, version } = said;
  return (
    <div ref={box}>
      {children}
      <p role="status" className={`mt-4 ${version === undefined ? "text-xs text-ink-3" : "text-sm font-medium"}`}>{text}</p>
      {version !== undefined && (
        <div className="mt-2 flex flex-wrap gap-3">
          <Button type="button" onClick={() => window.location.reload()}>{words.theirs}</Button>
          <Button type="button" onClick={() => keepMine(version)}>{words.mine}</Button>
        </div>
      )}
    </div>
  );
}

/** One save after the other: each carries the version that the one before it made. A lost connection is tried again with the next keystroke. */
async function afterwards(before: Promise<void>, save: () => Promise<void>): Promise<void> {
  await before;
  try {
    await save();
  } catch {
    // The buttons still save, and say so when they cannot.
  }
}

function writeVersion(form: HTMLFormElement, version: number): void {
  const input = form.querySelector<HTMLInputElement>("input[name=version]");
  if (input) input.value = String(version);
}
