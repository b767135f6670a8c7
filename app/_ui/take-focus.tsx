"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** The frame of the error summary; takes focus when it comes onto the page and whenever `whenChanged` does. Without scripts the page comes anew, and the browser gives it the focus. */
export function TakeFocus({ id, labelledBy, whenChanged, children }: { id: string; labelledBy: string; whenChanged: string; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (shown.current !== whenChanged) frame.current?.focus();
    shown.current = whenChanged;
  }, [whenChanged]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- only ever on a page that answers a form
    <div ref={frame} id={id} role="alert" tabIndex={-1} autoFocus aria-labelledby={labelledBy} className="mb-5 rounded-panel border-2 border-stop-solid bg-paper px-4 pt-3.5 pb-4 sm:px-5">
      {children}
    </div>
  );
}
