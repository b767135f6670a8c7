import Link from "next/link";
import type { ReactNode } from "react";
import { Icon } from "./icon";
import { layOut, type Piece } from "./step-layout";
import type { Words } from "./words";

export type StepNode = {
  id: string;
  name: ReactNode;
  side: "origin" | "destination" | "joint";
  /** Which office, and who. */
  office?: ReactNode;
  /** `yours` is the reader's own move and the only yellow node. */
  status: "done" | "now" | "yours" | "ahead" | "not-needed" | "stopped";
  /** The date, the clock in words, or why it is not needed. */
  note?: ReactNode;
  /** Ids of the steps it waits for. */
  needs: readonly string[];
  href?: string;
};

/**
 * The way of one case as one line that forks and joins: sending side and joint steps above, receiving side below; an upright list in order
 * of time where there is no room, or where the way is longer than eight steps in a row. Made for up to twelve steps.
 */
export function StepGraph({ t, steps }: { t: Words; steps: readonly StepNode[] }) {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const layout = layOut(steps.map((step) => ({ ...step, reached: isReached(step, byId) })));
  const rows = Math.max(...layout.cells.map((cell) => cell.row), ...layout.lines.flatMap((line) => [line.from, line.to]));
  const across = layout.columns <= columns.length && rows <= rowStarts.length;
  return (
    <div className="@container">
      <div className={across ? `@4xl:grid @4xl:gap-y-4.5 ${columns[layout.columns - 1] ?? ""}` : ""}>
        {across && layout.lines.map((piece, at) => <Line key={at} {...piece} />)}
        <ol aria-label={t("steps")} className={across ? "@4xl:contents" : ""}>
          {layout.cells.map(({ id, column, row }, at) => {
            const step = byId.get(id);
            if (!step) return null;
            const place = across ? `@4xl:pt-7.5 @4xl:pe-6 @4xl:ps-0 @4xl:pb-0 ${columnStarts[column - 1]} ${rowStarts[row - 1]}` : "";
            const last = at === layout.cells.length - 1;
            return (
              <li key={id} className={`relative min-w-0 ps-8.5 text-sm leading-dense ${last ? "" : "pb-4"} ${place}`}>
                {!last && <span aria-hidden="true" data-line className={`absolute top-4 -bottom-1 start-[.5625rem] w-[3px] ${across ? "@4xl:hidden" : ""} ${isReached(step, byId) ? "bg-harbour" : "dashed-down"}`} />}
                <Node status={step.status} />
                <Caption t={t} {...step} />
              </li>
            );
          })}
        </ol>
      </div>
    </div>
  );
}

function Caption({ t, side, name, office, status, note, href }: StepNode & { t: Words }) {
  return (
    <>
      {side !== "joint" && <span className="block text-2xs leading-snug text-ink-3">{t(`side.${side}`)}</span>}
      <span className="block font-semibold">
        {href ? <Link href={href} className="text-ink hover:text-ink">{name}</Link> : name}
        {status === "done" && <span className="sr-only">{` ${t("step.done")}`}</span>}
        {status === "ahead" && <span className="sr-only">{` ${t("step.ahead")}`}</span>}
      </span>
      {office && <span className="block text-xs leading-snug text-ink-3">{office}</span>}
      <span className="block text-xs leading-snug text-ink-3">
        {spoken[status] && <span className={`font-semibold ${spoken[status].look}`}>{t(spoken[status].word)}</span>}
        {spoken[status] && note && <span aria-hidden="true"> · </span>}
        {note}
      </span>
    </>
  );
}

const spoken: Partial<Record<StepNode["status"], { word: string; look: string }>> = {
  now: { word: "step.now", look: "text-moving" },
  yours: { word: "yourMove", look: "text-lamp-text" },
  "not-needed": { word: "step.notNeeded", look: "text-ink-2" },
  stopped: { word: "step.stopped", look: "text-stop" },
};

function Node({ status }: { status: StepNode["status"] }) {
  return (
    <span aria-hidden="true" data-line className={`absolute start-0 top-0 grid size-5.25 place-items-center rounded-full ring-3 ring-paper ${nodes[status]}`}>
      {status === "done" && <Icon name="check" className="size-3" stroke={3.5} />}
      {status === "stopped" && <Icon name="x" className="size-3" stroke={3.5} />}
    </span>
  );
}

const nodes = {
  done: "bg-harbour text-on-harbour",
  now: "half-moving border-3 border-moving",
  yours: "border-3 border-ink bg-lamp",
  ahead: "border-2 border-line-strong bg-paper",
  "not-needed": "border-2 border-dashed border-line-strong bg-paper",
  stopped: "bg-stop-solid text-on-stop",
} as const satisfies Record<StepNode["status"], string>;

function Line({ shape, column, from, to, done }: Piece) {
  const where = `${columnStarts[column - 1]} ${rowStarts[Math.min(from, to) - 1]}`;
  if (shape === "through" || shape === "stem" || shape === "tip") {
    const reach = { through: "", stem: "@4xl:me-5", tip: "@4xl:ms-auto @4xl:w-5" }[shape];
    return <span aria-hidden="true" data-line className={`hidden @4xl:block ${where} ${reach} ${done ? "bg-harbour @4xl:mt-[.5625rem] @4xl:h-[3px]" : "dashed-across @4xl:mt-[.625rem] @4xl:h-[2px]"}`} />;
  }
  const turn = turns[shape][to > from ? "down" : "up"][done ? "done" : "ahead"];
  // The box reaches from the middle of one row's points to the middle of another's, whatever stands between.
  return <span aria-hidden="true" data-line className={`hidden @4xl:mt-[.5625rem] @4xl:-mb-[1.875rem] @4xl:block ${where} ${rowEnds[Math.max(from, to) - 1]} ${turn} ${done ? "border-harbour" : "border-dashed border-line-strong"}`} />;
}

const turns = {
  fork: {
    down: { done: "@4xl:ms-auto @4xl:w-5 rounded-es-[.75rem] border-s-3 border-b-3", ahead: "@4xl:ms-auto @4xl:w-5 rounded-es-[.75rem] border-s-2 border-b-2" },
    up: { done: "@4xl:ms-auto @4xl:w-5 rounded-ss-[.75rem] border-s-3 border-t-3", ahead: "@4xl:ms-auto @4xl:w-5 rounded-ss-[.75rem] border-s-2 border-t-2" },
  },
  join: {
    down: { done: "@4xl:me-5 rounded-se-[.75rem] border-e-3 border-t-3", ahead: "@4xl:me-5 rounded-se-[.75rem] border-e-2 border-t-2" },
    up: { done: "@4xl:me-5 rounded-ee-[.75rem] border-e-3 border-b-3", ahead: "@4xl:me-5 rounded-ee-[.75rem] border-e-2 border-b-2" },
  },
  bus: {
    down: { done: "@4xl:ms-auto @4xl:w-5 border-s-3", ahead: "@4xl:ms-auto @4xl:w-5 border-s-2" },
    up: { done: "@4xl:ms-auto @4xl:w-5 border-s-3", ahead: "@4xl:ms-auto @4xl:w-5 border-s-2" },
  },
} as const;

/** A step that is not needed lets the line through once the line has come to it. */
function isReached(step: StepNode, byId: ReadonlyMap<string, StepNode>): boolean {
  if (step.status !== "not-needed") return step.status === "done";
  return step.needs.every((id) => {
    const before = byId.get(id);
    return !before || isReached(before, byId);
  });
}

// Whole class names, so that Tailwind finds them and no style attribute is needed.
const columns = ["@4xl:grid-cols-1", "@4xl:grid-cols-2", "@4xl:grid-cols-3", "@4xl:grid-cols-4", "@4xl:grid-cols-5", "@4xl:grid-cols-6", "@4xl:grid-cols-7", "@4xl:grid-cols-8"];
const columnStarts = ["@4xl:col-start-1", "@4xl:col-start-2", "@4xl:col-start-3", "@4xl:col-start-4", "@4xl:col-start-5", "@4xl:col-start-6", "@4xl:col-start-7", "@4xl:col-start-8"];
const rowStarts = ["@4xl:row-start-1", "@4xl:row-start-2", "@4xl:row-start-3", "@4xl:row-start-4", "@4xl:row-start-5", "@4xl:row-start-6", "@4xl:row-start-7", "@4xl:row-start-8", "@4xl:row-start-9", "@4xl:row-start-10", "@4xl:row-start-11", "@4xl:row-start-12"];
const rowEnds = ["@4xl:row-end-1", "@4xl:row-end-2", "@4xl:row-end-3", "@4xl:row-end-4", "@4xl:row-end-5", "@4xl:row-end-6", "@4xl:row-end-7", "@4xl:row-end-8", "@4xl:row-end-9", "@4xl:row-end-10", "@4xl:row-end-11", "@4xl:row-end-12"];
