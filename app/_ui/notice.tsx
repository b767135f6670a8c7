import type { ReactNode } from "react";
import { Tag } from "./tag";
import type { Words } from "./words";

/** The lamp: the one thing to do, why, and the button that does it. At most one a page; nothing else is yellow. */
export function Notice({ t, title, due, actions, children }: {
  t: Words;
  title: ReactNode;
  /** Follows "Your move" in the tag: "due today". */
  due?: string;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <section data-lit className="grid grid-cols-[minmax(0,1fr)] items-center gap-x-4 gap-y-2.5 rounded-panel border border-lamp bg-lamp-tint px-4 py-3.5 sm:px-5 md:grid-cols-[auto_minmax(0,1fr)] lg:grid-cols-[auto_minmax(0,1fr)_auto]">
      <span className="self-start"><Tag state="yours">{due ? t("yourMoveDue", { due }) : t("yourMove")}</Tag></span>
      <div className="text-sm text-ink-2">
        <h2 className="text-md text-ink">{title}</h2>
        {children}
      </div>
      {actions && <div className="flex flex-wrap gap-2 md:col-start-2 lg:col-start-auto">{actions}</div>}
    </section>
  );
}
