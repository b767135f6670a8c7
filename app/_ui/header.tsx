import Link from "next/link";
import type { ReactNode } from "react";
import type { Language } from "@/lib/language";
import { Icon } from "./icon";
import { LanguageSwitch } from "./language-switch";
import { Mark, Wordmark } from "./mark";
import type { Words } from "./words";
import { Wrap, type Width } from "./wrap";

export type NavItem = { href: string; label: string; current?: boolean; count?: number };

/**
 * The top of every page. Where there is no room for the ways around they fold into a menu, one line in every language and without JavaScript.
 * `person` is a `PersonMenu` and stays beside them; `signIn` is the way in and folds with them. `here` is the path to come back to after
 * another language is chosen.
 */
export function Header({ t, language, here, nav = [], person, signIn, home = "/", width = "page" }: {
  t: Words;
  language: Language;
  here: string;
  nav?: readonly NavItem[];
  person?: ReactNode;
  signIn?: string;
  home?: string;
  width?: Width;
}) {
  return (
    <header className="border-b border-line bg-paper">
      <Wrap width={width}>
        <div className="flex min-h-13 flex-wrap items-center gap-x-2.5 sm:gap-x-4 xl:gap-x-7">
          <Link href={home} className="py-1 text-ink hover:text-ink">
            <Wordmark className={`h-6 w-auto sm:h-7 ${person ? "max-[25rem]:hidden" : "max-[22rem]:hidden"}`} />
            <Mark className={`size-7 ${person ? "min-[25rem]:hidden" : "min-[22rem]:hidden"}`} />
          </Link>
          {/* A popover where it is narrow, a row of links where there is room: the same links, once. It closes with Escape and a click elsewhere, without a script. */}
          {nav.length > 0 && (
            <nav id={menu} popover="auto" aria-label={t("nav.main")} className="menu-or-row">
              <ul className="xl:flex xl:flex-wrap xl:gap-x-5.5">
                {nav.map((item) => <li key={item.href}><Item {...item} /></li>)}
                {signIn && <li className="xl:hidden"><Item href="/sign-in" label={signIn} /></li>}
              </ul>
            </nav>
          )}
          <div data-screen className="ms-auto flex items-center gap-2 text-xs sm:gap-4">
            <LanguageSwitch language={language} here={here} label={t("language")} />
            {person}
            {signIn && <a href="/sign-in" className="py-1 max-xl:hidden">{signIn}</a>}
            {nav.length > 0 && (
              <button type="button" popoverTarget={menu} className="flex min-h-9 items-center gap-1.5 rounded-control border border-line-strong px-2.5 font-medium text-ink hover:bg-sunken xl:hidden">
                <Icon name="menu" className="size-4 max-sm:hidden" />
                {t("nav.menu")}
              </button>
            )}
          </div>
        </div>
      </Wrap>
    </header>
  );
}

function Item({ href, label, current, count }: NavItem) {
  const state = current ? "border-ink text-ink hover:text-ink max-xl:font-semibold" : "border-transparent text-ink-2 hover:border-line-strong hover:text-ink";
  return (
    <Link
      href={href}
      aria-current={current ? "page" : undefined}
      className={`block text-sm font-medium no-underline hover:no-underline max-xl:border-s-3 max-xl:px-4 max-xl:py-3 max-xl:hover:bg-sunken xl:border-b-2 xl:pt-4 xl:pb-3.5 xl:whitespace-nowrap ${state}`}
    >
      {label}
      {count !== undefined && <span className="ms-1 font-normal text-ink-3 tabular-nums">{count}</span>}
    </Link>
  );
}

const menu = "main-menu";
