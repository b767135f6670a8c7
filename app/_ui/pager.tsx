import type { ReactNode } from "react";
import { ButtonLink } from "./button";
import type { Words } from "./words";

/** Lists page by key: there are newer and older, and no page numbers. `shown` says what is on this page. */
export function Pager({ t, newer, older, shown }: { t: Words; newer?: string; older?: string; shown?: ReactNode }) {
  if (!newer && !older && !shown) return null;
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center justify-between gap-3 py-3 text-xs text-ink-3">
      <span>{shown}</span>
      <span className="flex gap-2">
        {newer && <ButtonLink href={newer} size="toolbar">{t("newer")}</ButtonLink>}
        {older && <ButtonLink href={older} size="toolbar">{t("older")}</ButtonLink>}
      </span>
    </nav>
  );
}
