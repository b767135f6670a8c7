import type { ReactNode } from "react";

/** Nothing here, in one sentence and one link. No pictures. "Nothing waits for you. 11 requests wait for others." */
export function EmptyState({ children, link }: { children: ReactNode; link?: ReactNode }) {
  return <p className="px-4 py-5 text-ink-2 sm:px-5">{children} {link}</p>;
}
