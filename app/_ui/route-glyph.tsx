import { Pointed } from "./pointed";
import type { Words } from "./words";

/** The corridor in a row of a table: two places and the line between them. */
export function RouteGlyph({ t, from, to }: { t: Words; from: string; to: string }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-1.5 text-xs text-ink-2 lg:flex-nowrap lg:whitespace-nowrap">
      {from}
      <Pointed at="route" className="h-2.5 w-7 text-harbour" />
      <span className="sr-only">{t("corridor.to")}</span>
      {to}
    </span>
  );
}
