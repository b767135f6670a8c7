import Link from "next/link";
import type { ReactNode } from "react";
import type { Language } from "@/lib/language";
import { LanguageSwitch } from "./language-switch";
import { Wordmark } from "./mark";
import type { Words } from "./words";
import { Wrap, type Width } from "./wrap";

export type NavItem = { href: string; label: string; current?: boolean; count?: number };

/**
 * The top of every page. On phones the way around wraps under the mark; nothing is cut and nothing needs JavaScript.
 * `person` is a `PersonMenu`, or a link to sign in; `here` is the path to come back to after another language is chosen.
 */
export function Header({ t, language, here, nav = [], person, home = "/", width = "page" }: {
  t: Words;
  language: Language;
  here: string;
  nav?: readonly NavItem[];
  person?: ReactNode;
  home?: string;
  width?: Width;
}) {
  return (
    <header className="border-b border-line bg-paper">
      <Wrap width={width}>
        <div className="flex min-h-13 flex-wrap items-center gap-x-4 max-lg:pt-2 lg:gap-x-7">
          <Link href={home} className="text-ink hover:text-ink"><Wordmark className="h-6 w-auto sm:h-7" /></Link>
          {nav.length > 0 && (
            <nav aria-label={t("nav.main")} className="max-lg:order-3 max-lg:w-full">
              <ul className="flex flex-wrap gap-x-5.5">{nav.map((item) => <li key={item.href}><Item {...item} /></li>)}</ul>
            </nav>
          )}
          <div data-screen className="ms-auto flex items-center gap-3 text-xs sm:gap-5">
            <LanguageSwitch language={language} here={here} label={t("language")} />
            {person}
          </div>
        </div>
      </Wrap>
    </header>
  );
}

function Item({ href, label, current, count }: NavItem) {
  const state = current ? "border-ink text-ink hover:text-ink" : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink";
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={`block border-b-2 py-2 text-sm font-medium whitespace-nowrap no-underline hover:no-underline lg:pt-4 lg:pb-3.5 ${state}`}
    >
      {label}
      {count !== undefined && <span className="ms-1 font-normal text-ink-3 tabular-nums">{count}</span>}
    </Link>
  );
}
