import { createElement } from "react";
import { drawings, type IconName } from "./icon";

/** The drawings that rows of lists repeat. */
const repeated = ["user", "test-tube", "flask-conical", "database", "banknote", "arrow-right", "octagon-x", "contrast", "circle-check", "circle-question-mark", "circle-dashed", "clock-alert", "pause", "corner-up-left"] as const satisfies readonly IconName[];
export type SymbolName = (typeof repeated)[number];

/** What a list draws in every row, drawn once a page; rows only point to it. */
export function Symbols() {
  return (
    <svg aria-hidden="true" className="absolute size-0">
      {repeated.map((name) => <symbol key={name} id={`drawing-${name}`} viewBox="0 0 24 24">{drawings[name].map(([element, attributes]) => createElement(element, attributes))}</symbol>)}
      <symbol id="drawing-route" viewBox="0 0 28 10">
        <path d="M4 5h20" />
        <circle cx="4" cy="5" r="3" fill="currentColor" stroke="none" />
        <circle cx="24" cy="5" r="3" fill="currentColor" stroke="none" />
        <circle cx="14" cy="5" r="3" className="fill-paper" />
      </symbol>
    </svg>
  );
}
