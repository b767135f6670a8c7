import type { ReactNode } from "react";

export type Width = "read" | "page" | "desk";

/** Keeps content to a width: 42 rem to read, 80 for pages, 100 where people work all day. */
export function Wrap({ width = "page", className = "", children }: { width?: Width; className?: string; children: ReactNode }) {
  return (
    <div className={`px-4 md:px-8 ${className}`}>
      <div className={`mx-auto ${widths[width]}`}>{children}</div>
    </div>
  );
}

const widths = { read: "max-w-read", page: "max-w-page", desk: "max-w-desk" } as const satisfies Record<Width, string>;
