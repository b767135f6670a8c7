import type { ReactNode } from "react";

export type RowItem = {
  id: string;
  title: ReactNode;
  /** Numbers, routes, offices: small, under the title. */
  detail?: ReactNode;
  /** One `Tag`, or a clock, at the end of the row. */
  end?: ReactNode;
};

/** Things one below the other: what each is, what it belongs to, how it stands. Sits straight in a `Panel`. */
export function RowList({ items }: { items: readonly RowItem[] }) {
  return (
    <ul>
      {items.map(({ id, title, detail, end }) => (
        <li key={id} className="flex flex-wrap items-start justify-between gap-x-5 gap-y-1 border-t border-line px-4 py-2.5 text-sm leading-dense first:border-t-0 sm:px-5">
          <div className="min-w-0 flex-[1_1_16rem]">
            <div className="text-md font-medium max-md:[&>a]:-my-3.25 max-md:[&>a]:inline-block max-md:[&>a]:py-3.25">{title}</div>
            {detail && <div className="text-xs text-ink-2">{detail}</div>}
          </div>
          {end && <div className="max-w-full flex-none sm:text-end">{end}</div>}
        </li>
      ))}
    </ul>
  );
}
