import type { ReactNode } from "react";

export type Answer = {
  term: ReactNode;
  /** Absent: not answered; the list shows a dash. */
  value?: ReactNode;
  /** What stood there in the version before; shown struck out in front of the new one. */
  was?: ReactNode;
  note?: ReactNode;
  /** "Change", on the page where answers are checked. Its words must name the question for readers. */
  change?: ReactNode;
};

/** Questions and their answers. `narrow` for columns of 20 rem; `stacked` where questions are sentences; `counts` where answers are numbers to compare. */
export function DefinitionList({ answers, shape = "wide" }: { answers: readonly Answer[]; shape?: "wide" | "narrow" | "stacked" | "counts" }) {
  return (
    <dl className="text-sm">
      {answers.map(({ term, value, was, note, change }, at) => (
        <div key={at} className={`grid gap-x-4 gap-y-0.5 border-t border-line py-2 first:border-t-0 ${shapes[shape]}`}>
          <dt className="text-ink-3">{term}</dt>
          <dd className={change ? "flex flex-wrap items-baseline justify-between gap-x-4" : ""}>
            <span>
              {was !== undefined && <><del>{was}</del> </>}
              {was === undefined ? (value ?? "–") : <ins>{value ?? "–"}</ins>}
              {note && <span className="block text-xs text-ink-3">{note}</span>}
            </span>
            {change}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const shapes = {
  // A share of the list, not a width: long words of Portuguese stay whole in a column of 20 rem.
  wide: "grid-cols-[minmax(6.75rem,min(34%,12rem))_minmax(0,1fr)]",
  narrow: "grid-cols-[minmax(7rem,min(42%,12rem))_minmax(0,1fr)]",
  counts: "grid-cols-[minmax(0,1fr)_auto] [&>dd]:text-end [&>dd]:tabular-nums",
  stacked: "grid-cols-[minmax(0,1fr)] md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]",
} as const;
