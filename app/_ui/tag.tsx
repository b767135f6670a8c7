import type { ReactNode } from "react";
import { Pointed } from "./pointed";
import type { SymbolName } from "./symbols";

export type TagState = "yours" | "stop" | "moving" | "done" | "unsure" | "rest";

/**
 * A state in a word. Fill, outline, glyph and word all differ, so that hue never decides. One a row, never a button.
 * `drawing` replaces the state's own glyph: `clock-alert` for overdue, `pause`, `corner-up-left`, `circle-minus` among those at rest.
 */
export function Tag({ state, drawing, children }: { state: TagState; drawing?: SymbolName; children: ReactNode }) {
  return (
    <span data-tag={state} className={`inline-flex items-center gap-1.5 rounded-tag border py-0.5 ps-1.5 pe-2 align-baseline text-xs leading-5 whitespace-nowrap ${looks[state]}`}>
      <Pointed at={drawing ?? glyphs[state]} className="size-3.5" stroke={2.25} />
      {children}
    </span>
  );
}

const looks = {
  yours: "border-transparent bg-lamp font-semibold text-on-lamp",
  stop: "border-transparent bg-stop-solid font-medium text-on-stop",
  moving: "border-transparent bg-moving-tint font-medium text-moving",
  done: "border-transparent bg-done-tint font-medium text-done",
  unsure: "border-dashed border-ink-2 font-medium text-ink",
  rest: "border-line-strong font-medium text-rest",
} as const satisfies Record<TagState, string>;

const glyphs: Record<TagState, SymbolName> = {
  yours: "arrow-right",
  stop: "octagon-x",
  moving: "contrast",
  done: "circle-check",
  unsure: "circle-question-mark",
  rest: "circle-dashed",
};
