import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { Words } from "./words";

/**
 * Who is signed in, their own pages, and the way out. `signOut` is a server action or the path of a route that takes POST;
 * `hidden` are hidden inputs that such a route wants, a token against forgery for one.
 */
export function PersonMenu({ t, name, place, links = [], signOut, hidden }: {
  t: Words;
  name: string;
  /** The organisation or desk they stand at, in short. */
  place?: string;
  links?: readonly { href: string; label: string }[];
  signOut: string | ((form: FormData) => void | Promise<void>);
  hidden?: ReactNode;
}) {
  const method = typeof signOut === "string" ? "post" : undefined;
  return (
    <>
      <button type="button" popoverTarget={menu} className="flex min-h-9 items-center gap-1 rounded-control text-ink-2 hover:text-ink max-lg:px-1">
        <Icon name="user" className="size-4 lg:hidden" />
        <span className="max-lg:sr-only">
          <span className="font-medium text-ink">{name}</span>
          {place && <> · {place}</>}
        </span>
        <Icon name="chevron-down" className="size-3.5" />
      </button>
      {/* A popover closes with Escape and a click elsewhere, and gives the focus back, all without a script. */}
      <div id={menu} popover="auto" className="absolute inset-auto end-4 top-12 m-0 w-56 rounded-panel border border-line bg-paper py-1.5 text-sm text-ink shadow-lift supports-[position-area:bottom]:inset-auto supports-[position-area:bottom]:[position-area:bottom_span-left]">
        <p className="border-b border-line px-4 pt-1.5 pb-2.5 lg:hidden">
          <span className="font-medium">{name}</span>
          {place && <span className="block text-xs text-ink-3">{place}</span>}
        </p>
        {links.map(({ href, label }) => (
          <Link key={href} href={href} className="block px-4 py-2 text-ink no-underline hover:bg-sunken hover:text-ink hover:no-underline">{label}</Link>
        ))}
        <form action={signOut} method={method}>
          {hidden}
          <button type="submit" className="w-full px-4 py-2 text-start hover:bg-sunken">{t("signOut")}</button>
        </form>
      </div>
    </>
  );
}

const menu = "person-menu";
