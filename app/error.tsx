"use client";

import { useSyncExternalStore } from "react";
import { failedWordsFor } from "./failed-words";

/**
 * A page that failed. It is drawn by the browser alone, so the document says which language to speak. Every page loads
 * this in advance, so it borrows nothing from the parts: they would bring links, drawings and more along.
 */
export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const lang = useSyncExternalStore(() => () => {}, () => document.documentElement.lang, () => "en");
  const words = failedWordsFor(lang);
  const digest = digestOf(error);
  return (
    <main className="mx-auto max-w-read px-4 py-8 md:py-14">
      <p><a href="/" className="font-semibold">Causeway</a></p>
      <h1 className="mt-10 text-xl md:text-2xl">{words.title}</h1>
      <p className="mt-2 text-ink-2">{words.text}</p>
      {digest && <p className="mt-2 text-sm text-ink-3">{words.number.replace("{digest}", digest)}</p>}
      <p className="mt-6"><button type="button" onClick={retry} className="min-h-11 rounded-control border border-line-strong bg-paper px-4 font-medium">{words.again}</button></p>
    </main>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}
