import type { ReactNode } from "react";

/**
 * Paper with a hairline and a heading, what counts at its right. Never a panel in a panel.
 * `lit` is the lamp: only around what is the reader's move. `padded` for running text; lists and tables bring their own padding.
 */
export function Panel({ title, count, id, lit = false, padded = false, live = false, children }: {
  title?: ReactNode;
  count?: ReactNode;
  id?: string;
  lit?: boolean;
  padded?: boolean;
  /** Announces what changes inside, politely: findings that come while the form is filled in. */
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      data-panel
      data-lit={lit || undefined}
      id={id}
      aria-live={live ? "polite" : undefined}
      className={`min-w-0 rounded-panel border ${lit ? "border-lamp bg-lamp-tint" : "border-line bg-paper"}`}
    >
      {title && (
        <header className={`flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5 border-b px-4 pt-3.5 pb-3 sm:px-5 ${lit ? "border-lamp-line" : "border-line"}`}>
          <h2 className="text-lg">{title}</h2>
          {count && <div className="text-xs text-ink-3">{count}</div>}
        </header>
      )}
      {padded ? <div className="px-4 py-4 sm:px-5">{children}</div> : children}
    </section>
  );
}

/** What is folded away at the foot of a panel: "6 more findings". */
export function More({ summary, open, children }: { summary: ReactNode; open?: boolean; children: ReactNode }) {
  return (
    <details open={open} className="border-t border-line">
      <summary className="px-4 py-3 text-sm font-medium text-harbour hover:text-harbour-deep sm:px-5">{summary}</summary>
      <div className="border-t border-line">{children}</div>
    </details>
  );
}
