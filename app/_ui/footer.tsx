import type { ReactNode } from "react";
import { Wrap, type Width } from "./wrap";

/** The foot of every page: what kind of data this is, the rule pack, the last seal, accessibility. `items` are words and links. */
export function Footer({ items, width = "page" }: { items: readonly ReactNode[]; width?: Width }) {
  return (
    <footer className="mt-12 mb-8 text-xs text-ink-3 [&_a]:text-inherit">
      <Wrap width={width}>
        <ul className="flex flex-wrap items-baseline gap-x-6 gap-y-1 border-t border-line pt-4">
          {items.map((item, at) => <li key={at} className="[&_a]:inline-block [&_a]:py-0.5">{item}</li>)}
        </ul>
      </Wrap>
    </footer>
  );
}
