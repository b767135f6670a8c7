"use client";

import { useSyncExternalStore } from "react";
import { Button } from "./_ui/button";
import { Wordmark } from "./_ui/mark";
import { Wrap } from "./_ui/wrap";
import { failedWordsFor } from "./failed-words";

/** A page that failed. It is drawn by the browser alone, so the document says which language to speak. */
export default function Failed({ error, retry }: { error: unknown; retry: () => void }) {
  const lang = useSyncExternalStore(() => () => {}, () => document.documentElement.lang, () => "en");
  const words = failedWordsFor(lang);
  const digest = digestOf(error);
  return (
    <Wrap width="read">
      <main className="py-8 md:py-14">
        <a href="/" className="inline-block text-ink"><Wordmark /></a>
        <h1 className="mt-10 text-xl md:text-2xl">{words.title}</h1>
        <p className="mt-2 text-ink-2">{words.text}</p>
        {digest && <p className="mt-2 text-sm text-ink-3">{words.number.replace("{digest}", digest)}</p>}
        <div className="mt-6"><Button type="button" look="first" onClick={retry}>{words.again}</Button></div>
      </main>
    </Wrap>
  );
}

function digestOf(error: unknown): string | undefined {
  return error instanceof Error && "digest" in error && typeof error.digest === "string" ? error.digest : undefined;
}
