import type { ReactNode } from "react";

/** Leads past what stands between, for whoever comes by keyboard; seen only while it has the focus. */
export function SkipLink({ to, children }: { to: string; children: ReactNode }) {
  return <a href={`#${to}`} data-screen className="absolute -left-[99rem] z-10 bg-paper px-4 py-2 text-sm focus:start-4">{children}</a>;
}
