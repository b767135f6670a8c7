"use client";

import { Wordmark } from "./_ui/mark";
import { Wrap } from "./_ui/wrap";
import { failedWords } from "./failed-words";
import "./globals.css";

/** When not even the frame of a page could be made: nothing is known of the reader then, so it says it in all four languages. */
export default function FailedAltogether() {
  return (
    <html lang="en">
      <head><title>Causeway</title></head>
      <body>
        <Wrap width="read">
          <main className="py-8 md:py-14">
            <a href="/" className="inline-block text-ink"><Wordmark /></a>
            {failedWords.map((words) => (
              <section key={words.lang} lang={words.lang} className="mt-10">
                <h1 className="text-lg">{words.title}</h1>
                <p className="mt-1 text-ink-2">{words.text}</p>
              </section>
            ))}
          </main>
        </Wrap>
      </body>
    </html>
  );
}
