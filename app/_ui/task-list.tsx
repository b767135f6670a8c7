import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";

export type Task = { href?: string; name: string; note?: ReactNode; state: "done" | "now" | "open" | "error"; current?: boolean };

/** The sections of a form, and how far each is. A section without `href` is not open yet. */
export function TaskList({ label, tasks, children }: { label: string; tasks: readonly Task[]; children?: ReactNode }) {
  return (
    <nav aria-label={label} className="text-sm leading-dense">
      <ol>
        {tasks.map((task) => (
          <li key={task.name} className="border-t border-line first:border-t-0">
            {task.href ? (
              <Link
                href={task.href}
                aria-current={task.current ? "step" : undefined}
                className="group grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 px-2 py-2.5 text-ink no-underline hover:text-ink hover:no-underline aria-[current]:bg-harbour-tint aria-[current]:ps-3 aria-[current]:shadow-[inset_3px_0_0_var(--harbour)]"
              >
                <Words {...task} />
              </Link>
            ) : (
              <span className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-2.5 px-2 py-2.5 text-ink-3"><Words {...task} /></span>
            )}
          </li>
        ))}
      </ol>
      {children && <div className="px-2 py-3 text-xs text-ink-3">{children}</div>}
    </nav>
  );
}

function Words({ name, note, state, current }: Task) {
  const glyph = { done: "circle-check", now: "contrast", open: "circle-dashed", error: "circle-alert" } as const;
  const color = { done: "text-done", now: "text-harbour", open: "text-ink-3", error: "text-stop" } as const;
  return (
    <>
      <Icon name={glyph[state]} className={`mt-[.1em] size-4 ${color[state]}`} />
      <span className={`group-hover:underline ${current ? "font-semibold" : "font-medium"}`}>{name}</span>
      {note && <span className={`col-start-2 text-xs ${state === "error" ? "font-medium text-stop" : "text-ink-3"}`}>{note}</span>}
    </>
  );
}
