import type { SymbolName } from "./symbols";

/** A drawing of `Symbols`, 16 px unless `className` says otherwise, always beside a word and so hidden from assistive technology. */
export function Pointed({ at, className = "size-4", stroke }: { at: SymbolName | "route"; className?: string; stroke?: number }) {
  return <svg aria-hidden="true" data-drawn strokeWidth={stroke} className={`block shrink-0 ${className}`}><use href={`#drawing-${at}`} /></svg>;
}
