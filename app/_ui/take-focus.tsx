"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The frame of the error summary; takes focus when it comes onto the page and whenever `whenChanged` does. */
export function TakeFocus({ id, labelledBy, whenChanged, children }: { id: string; labelledBy: string; whenChanged: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== whenChanged) frame.current?.focus();
    shown.current = whenChanged;
  }, [whenChanged]);
  return (
    <div ref={frame} id={id} role="alert" tabIndex={-1} aria-labelledby={labelledBy} className="mb-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 sm:px-5">
      {children}
    </div>
  );
}
