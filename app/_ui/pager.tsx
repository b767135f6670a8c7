import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import { SkipLink } from "./skip-link";
import type { Words } from "./words";

/**
 * Lists page by key: there are newer and older, and no page numbers. `list` is the id of the list, to whose beginning its other pages lead; it can have the
 * focus. `shown` says what is on this page.
 */
export function Pager({ t, list, newer, older, shown }: { t: Words; list: string; newer?: string; older?: string; shown?: ReactNode }) {
  if (!newer && !older && !shown) return null;
  // A link that leads on goes with its page, and the focus with it to the list.
  const turn = (href: string, label: string) => <ButtonLink key={href} href={`${href}#${list}`} size="toolbar">{label}</ButtonLink>;
  return (
    <nav id={pagesOf(list)} tabIndex={-1} aria-label={t("pages")} className="flex flex-wrap items-center justify-between gap-3 py-3 text-xs text-ink-3">
      <span>{shown}</span>
      <span className="flex gap-2">
        {newer && turn(newer, t("newer"))}
        {older && turn(older, t("older"))}
      </span>
    </nav>
  );
}

/** Stands before a list of many stops that goes on: leads past all of them to its other pages. */
export function PastList({ t, list, goesOn }: { t: Words; list: string; goesOn: boolean }) {
  return goesOn && <SkipLink to={pagesOf(list)}>{t("skipPast")}</SkipLink>;
}

function pagesOf(list: string): string {
  return `${list}-pages`;
}
