import type { Words } from "./words";

/** The corridor in a row of a table: two places and the line between them. */
export function RouteGlyph({ t, from, to }: { t: Words; from: string; to: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2 lg:whitespace-nowrap">
      {from}
      <svg viewBox="0 0 28 10" aria-hidden="true" className="h-2.5 w-7 text-harbour">
        <path d="M4 5h20" stroke="currentColor" strokeWidth="2" />
        <circle cx="4" cy="5" r="3" fill="currentColor" />
        <circle cx="24" cy="5" r="3" fill="currentColor" />
        <circle cx="14" cy="5" r="3" className="fill-paper" stroke="currentColor" strokeWidth="2" />
      </svg>
      <span className="sr-only">{t("corridor.to")}</span>
      {to}
    </span>
  );
}
