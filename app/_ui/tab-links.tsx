import Link from "next/link";

export type TabLink = { href: string; label: string; count?: number; late?: boolean; current?: boolean };

/** Views of one list. Each is a link with its own address. `late` turns a count red: overdue. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label}>
      <ul className="flex flex-wrap gap-x-2 border-b border-line max-md:-mx-2 md:gap-x-6">
        {tabs.map(({ href, label, count, late, current }) => (
          <li key={href} className="-mb-px">
            <Link
              href={href}
              aria-current={current ? "page" : undefined}
              className={`block min-w-11 border-b-2 py-2 text-center text-sm max-md:px-2 max-md:py-3 md:min-w-0 font-medium whitespace-nowrap no-underline hover:text-ink hover:no-underline ${current ? "border-ink text-ink" : "border-transparent text-ink-2 hover:border-line-strong"}`}
            >
              {label}
              {count !== undefined && <span className={`ms-1 tabular-nums ${late && count > 0 ? "font-semibold text-stop" : "font-normal text-ink-3"}`}>{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
