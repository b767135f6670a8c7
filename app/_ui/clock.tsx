import type { ReactNode } from "react";

export type Cells = {
  /** Working days used, of those allowed. */
  used: number;
  /** Working days still left. */
  left: number;
  /** Working days past the due date. */
  over?: number;
  /** Working days on which the clock stood still, because the requester owed an answer. */
  stopped?: number;
};

/**
 * The clock in words, then its cells. `words` is bold and first: "3 working days left", "1 working day over", "Day 3 of 10, paused since Thu 19 Nov".
 * `detail` names the due date; `title` the calendar.
 */
export function Clock({ words, detail, cells, title, late = (cells?.over ?? 0) > 0 }: { words: ReactNode; detail?: ReactNode; cells?: Cells; title?: string; late?: boolean }) {
  return (
    <span title={title} className="block">
      <span className={`block ${late ? "font-semibold text-stop" : "font-medium text-ink"}`}>{words}</span>
      <span className="inline-flex items-center gap-2 text-xs text-ink-3">
        {cells && <ClockCells {...cells} />}
        {detail}
      </span>
    </span>
  );
}

/** One cell a working day: used filled, stopped hatched, left empty, over red. The words beside it say the same, so it is hidden from readers. */
export function ClockCells({ used, left, over = 0, stopped = 0 }: Cells) {
  const count = used + stopped + left + over;
  // Past eight days the cells get thinner; past forty they say nothing that the words do not.
  if (count === 0 || count > 40) return null;
  const width = count > 8 ? 4 : 8;
  const gap = count > 8 ? 1 : 2;
  const total = count * (width + gap) - gap;
  const xs = Array.from({ length: count }, (_, at) => at * (width + gap));
  const solid = (some: readonly number[]) => some.map((x) => `M${x} 0h${width}v8h-${width}z`).join("");
  const outlined = (some: readonly number[]) => some.map((x) => `M${x + 0.5} .5h${width - 1}v7h-${width - 1}z`).join("");
  const hatches = (some: readonly number[]) => some.map((x) => (width > 4 ? `M${x} 4l4-4M${x} 8l8-8M${x + 4} 8l4-4` : `M${x} 4l4-4M${x} 8l4-4`)).join("");
  const [still, open] = [xs.slice(used, used + stopped), xs.slice(used + stopped, used + stopped + left)];
  return (
    <svg viewBox={`0 0 ${total} 8`} width={total} height="8" aria-hidden="true" className="inline-block shrink-0">
      {used > 0 && <path d={solid(xs.slice(0, used))} className="fill-ink-2" />}
      {stopped > 0 && <path d={outlined(still) + hatches(still)} className="fill-none stroke-ink-3" />}
      {left > 0 && <path d={outlined(open)} className="fill-paper stroke-line-strong" />}
      {over > 0 && <path d={solid(xs.slice(count - over))} className="fill-stop-solid" />}
    </svg>
  );
}
