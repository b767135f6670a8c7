import type { ReactNode } from "react";

export type DateItem = {
  id: string;
  /** As shown, and as ISO 8601. */
  when: ReactNode;
  dateTime: string;
  what: ReactNode;
  note?: ReactNode;
  /** Nothing to do: a day off. */
  quiet?: boolean;
};

/** Days to know about, soonest first. Sits straight in a `Panel`. */
export function DateList({ items }: { items: readonly DateItem[] }) {
  return (
    <ul>
      {items.map(({ id, when, dateTime, what, note, quiet }) => (
        <li key={id} className={`grid grid-cols-[6.75rem_minmax(0,1fr)] gap-x-4 border-t border-line px-4 py-2.5 text-sm leading-dense first:border-t-0 sm:px-5 ${quiet ? "bg-sunken" : ""}`}>
          <time dateTime={dateTime} className={quiet ? "text-ink-2" : "font-medium"}>{when}</time>
          <span>
            {what}
            {note && <span className="block text-xs text-ink-3">{note}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
