import type { ReactNode } from "react";
import { Tag } from "./tag";
import type { Words } from "./words";

export type MoveItem = {
  id: string;
  /** What to do, as one would say it: "File the Hong Kong import permit". */
  what: ReactNode;
  /** By when, and what follows from it. */
  when?: ReactNode;
  /** One button. */
  action?: ReactNode;
};

/** The reader's own moves, each with its lamp. Sits straight in a lit `Panel`. */
export function MoveList({ t, items }: { t: Words; items: readonly MoveItem[] }) {
  return (
    <ul>
      {items.map(({ id, what, when, action }) => (
        <li key={id} className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-5 gap-y-2 border-t border-lamp-line px-4 py-3 first:border-t-0 sm:px-5 md:grid-cols-[auto_minmax(0,1fr)] lg:grid-cols-[auto_minmax(0,1fr)_auto]">
          <span><Tag state="yours">{t("yourMove")}</Tag></span>
          <div className="text-sm">
            <p className="text-md">{what}</p>
            {when && <p className="text-ink-2">{when}</p>}
          </div>
          {action && <div className="md:col-start-2 lg:col-start-auto">{action}</div>}
        </li>
      ))}
    </ul>
  );
}
