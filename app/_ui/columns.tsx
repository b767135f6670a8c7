import type { ReactNode } from "react";

export type Shape = "aside" | "even" | "form" | "three" | "ask-first";

/** Columns from 64 rem up, one column below. `form` puts its first child, the sections, last on a phone. */
export function Columns({ shape, children }: { shape: Shape; children: ReactNode }) {
  return <div className={`grid grid-cols-[minmax(0,1fr)] items-start gap-5 ${shapes[shape]}`}>{children}</div>;
}

/** Panels below each other, at the distance they keep. */
export function Stack({ children }: { children: ReactNode }) {
  return <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-5">{children}</div>;
}

const shapes = {
  aside: "lg:grid-cols-[minmax(0,1fr)_21.5rem]",
  even: "lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]",
  form: "lg:grid-cols-[12.5rem_minmax(0,1fr)_21rem] lg:gap-6 [&>:first-child]:order-3 lg:[&>:first-child]:order-none lg:[&>:is(:first-child,:last-child)]:sticky lg:[&>:is(:first-child,:last-child)]:top-4",
  three: "lg:grid-cols-[18rem_minmax(0,1fr)] xl:grid-cols-[20rem_minmax(0,1fr)_20rem] lg:max-xl:[&>:last-child]:col-span-2",
  "ask-first": "lg:grid-cols-[22rem_minmax(0,1fr)]",
} as const satisfies Record<Shape, string>;
