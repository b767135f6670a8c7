import { createElement } from "react";

export type Drawing = readonly [string, Record<string, string>][];

/**
 * A drawing of lucide, 16 px unless `className` says otherwise, always beside a word and so hidden from assistive technology.
 * Lucide's own components are client components; this one is plain markup, so a queue of fifty rows hydrates nothing.
 */
export function Glyph({ drawing, className = "size-4", stroke = 2 }: { drawing: Drawing; className?: string; stroke?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth={stroke}
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`block shrink-0 ${className}`}
    >
      {drawing.map(([element, attributes]) => createElement(element, attributes))}
    </svg>
  );
}

/** Every icon file of lucide carries its drawing as `__iconData`; its types do not mention it. */
export function drawingOf(icon: object): Drawing {
  return (icon as { __iconData: { node: Drawing } }).__iconData.node;
}
