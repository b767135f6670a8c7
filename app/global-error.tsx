"use client";

import { failedWords } from "./failed-words";
import "./globals.css";

/** When not even the frame of a page could be made: nothing is known of the reader then, so it says it in all four languages. */
export default function FailedAltogether() {
  return (
    <html lang="en">
      <head><title>Causeway</title></head>
      <body>
        <main className="mx-auto max-w-read px-4 py-8 md:py-14">
          <h1 className="text-xl"><a href="/">Causeway</a></h1>
          {failedWords.map((words) => (
            <section key={words.lang} lang={words.lang} className="mt-10">
              <h2 className="text-lg">{words.title}</h2>
              <p className="mt-1 text-ink-2">{words.text}</p>
            </section>
          ))}
        </main>
      </body>
    </html>
  );
}
