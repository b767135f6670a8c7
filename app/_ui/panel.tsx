import type { ReactNode } from "react";

/**
 * Paper with a hairline and a heading, what counts at its right. Never a panel in a panel.
 * One with an id is a place that links lead to, by its title. `lit` is the lamp: only around what is the reader's move. `padded` for running text; lists and tables bring their own padding.
 */
export function Panel({ title, count, id, lit = false, padded = false, live = false, screen = false, begin = false, name, children }: {
  title?: ReactNode;
  count?: ReactNode;
  id?: string;
  lit?: boolean;
  padded?: boolean;
  /** Announces what changes inside, politely: findings that come while the form is filled in. */
  live?: boolean;
  /** Holds nothing but what is there to be filled in: left out on paper. */
  screen?: boolean;
  /** Where whoever comes by keyboard begins, past what stands before it on every page of a kind. */
  begin?: boolean;
  /** What it is called where no title is shown. */
  name?: string;
  children: ReactNode;
}) {
  return (
    <section
      data-panel
      data-screen={screen || undefined}
      data-begin={begin || undefined}
      data-lit={lit || undefined}
      id={id}
      tabIndex={id ? -1 : undefined}
      aria-label={name}
      aria-labelledby={id && title ? `${id}-title` : undefined}
      aria-live={live ? "polite" : undefined}
      className={`min-w-0 rounded-panel border ${lit ? "border-lamp bg-lamp-tint" : "border-line bg-paper"}`}
    >
      {title && (
        <header className={`flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b px-4 pt-3.5 pb-3 sm:px-5 ${lit ? "border-lamp-line" : "border-line"}`}>
          <h2 id={id && `${id}-title`} className="text-lg">{title}</h2>
          {count && <div className="text-xs text-ink-3">{count}</div>}
        </header>
      )}
      {padded ? <div className="px-4 py-4 sm:px-5">{children}</div> : children}
    </section>
  );
}

/** What is folded away at the foot of a panel: "6 more findings". `within` text or a row that has its own margins it brings none, and no lines. */
export function More({ summary, open, within, children }: { summary: ReactNode; open?: boolean; within?: boolean; children: ReactNode }) {
  return (
    <details open={open} className={within ? "" : "border-t border-line [header+&]:border-t-0"}>
      <summary className={`text-sm font-medium text-harbour hover:text-harbour-deep ${within ? "py-1.5 max-md:py-3" : "px-4 py-3 sm:px-5"}`}>{summary}</summary>
      <div className={within ? "pt-2 pb-1" : "border-t border-line"}>{children}</div>
    </details>
  );
}
