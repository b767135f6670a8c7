import { drawings, type IconName } from "./icon";

/** The drawings that rows of lists repeat, and those of fields: what runs in browsers brings none along. */
const repeated = ["user", "test-tube", "flask-conical", "database", "banknote", "arrow-right", "octagon-x", "contrast", "circle-check", "circle-alert", "circle-question-mark", "circle-dashed", "clock-alert", "pause", "corner-up-left"] as const satisfies readonly IconName[];
export type SymbolName = (typeof repeated)[number];

/** What a list draws in every row, drawn once a page; rows only point to it. As one text, because every page would render its sixty elements twice. */
export function Symbols() {
  return <svg aria-hidden="true" className="absolute size-0" dangerouslySetInnerHTML={{ __html: drawn }} />;
}

const drawn = [
  ...repeated.map((name) => symbol(name, "0 0 24 24", drawings[name].map(([element, attributes]) => markup(element, attributes)))),
  symbol("route", "0 0 28 10", [
    markup("path", { d: "M4 5h20" }),
    markup("circle", { cx: "4", cy: "5", r: "3", fill: "currentColor", stroke: "none" }),
    markup("circle", { cx: "24", cy: "5", r: "3", fill: "currentColor", stroke: "none" }),
    markup("circle", { cx: "14", cy: "5", r: "3", class: "fill-paper" }),
  ]),
].join("");

function symbol(name: string, viewBox: string, shapes: readonly string[]): string {
  return `<symbol id="drawing-${name}" viewBox="${viewBox}">${shapes.join("")}</symbol>`;
}

/** Our own drawings and lucide's: nothing in them needs escaping. */
function markup(element: string, attributes: Record<string, string>): string {
  // `key` is lucide's word to React.
  const said = Object.entries(attributes).flatMap(([name, value]) => (name === "key" ? [] : [` ${name}="${value}"`]));
  return `<${element}${said.join("")}/>`;
}
