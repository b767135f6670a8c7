import type { ReactNode } from "react";

/** Something to know, with nothing to do: what was just recorded, what is switched off. Never yellow. With an `id` it is what a form leads to. */
export function Remark({ state = "rest", id, children }: { state?: "done" | "moving" | "rest" | "stop"; id?: string; children: ReactNode }) {
  return <div role="status" id={id} tabIndex={id ? -1 : undefined} data-solid className={`my-5 rounded-panel px-4 py-3 text-sm text-ink sm:px-5 ${remarks[state]}`}>{children}</div>;
}

const remarks = { done: "bg-done-tint", moving: "bg-moving-tint", rest: "bg-sunken", stop: "bg-stop-tint" } as const;
