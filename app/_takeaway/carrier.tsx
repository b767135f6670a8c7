"use client";

import { useRef, useState, type ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { fill } from "@/lib/fill";
import { fetchFramed, type Come } from "./fetch-framed";

export type CarrierWords = Readonly<Record<"running" | "finishing" | "progress" | "done" | "broken" | "refused" | "stopped" | "stop", string>>;
type State = { readonly is: "waiting" | "running" | "done" | "broken" | "refused" | "stopped"; readonly come: Come };

const nothing: Come = { seen: 0, rows: 0, withheld: 0 };

/**
 * A form that takes a file away, and shows how far it has come: the browser's own download cannot say how many rows of how many. Without a script
 * it is that download. `all` is how many there are to see; null where nobody has counted on.
 */
export function Carrier({ action, all, language, words, children }: { action: string; all: number | null; language: string; words: CarrierWords; children: ReactNode }) {
  const [state, setState] = useState<State>({ is: "waiting", come: nothing });
  const running = useRef<AbortController | null>(null);
  const number = (value: number) => value.toLocaleString(language);

  async function take(form: HTMLFormElement) {
    const stop = new AbortController();
    running.current = stop;
    setState({ is: "running", come: nothing });
    try {
      const asked = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
      const file = await fetchFramed(`${action}?${asked}`, stop.signal, (come) => setState({ is: "running", come }));
      if (file === "refused") {
        setState({ is: "refused", come: nothing });
        return;
      }
      const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(file.content), download: file.name });
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
      setState({ is: "done", come: file.come });
    } catch {
      setState({ is: stop.signal.aborted ? "stopped" : "broken", come: nothing });
    }
  }

  const { is, come } = state;
  // An event log goes on with what its events name, a workbook with its last sheet.
  const isIn = all !== null && come.seen > 0 && come.seen >= all;
  return (
    <form
      method="get"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        if (is !== "running") void take(event.currentTarget);
      }}
    >
      {children}
      {is === "running" && (
        <div className="grid max-w-xl gap-2 pt-4">
          <progress aria-label={words.running} className="h-3 w-full accent-harbour" {...(all === null ? {} : { max: Math.max(all, come.seen, 1), value: come.seen })} />
          <div className="flex flex-wrap items-center justify-between gap-2 text-sm text-ink-2">
            <span className="tabular-nums">{all === null ? number(come.seen) : fill(words.progress, { seen: number(come.seen), all: number(Math.max(all, come.seen)) })}</span>
            <Button type="button" size="toolbar" onClick={() => running.current?.abort()}>{words.stop}</Button>
          </div>
        </div>
      )}
      <p role="status" className={`pt-3 text-sm ${is === "broken" || is === "refused" ? "text-stop" : "text-ink-2"}`}>
        {is === "running" ? (isIn ? words.finishing : words.running) : is === "done" ? fill(words.done, { rows: number(come.rows), withheld: number(come.withheld) }) : is === "waiting" ? "" : words[is]}
      </p>
    </form>
  );
}
