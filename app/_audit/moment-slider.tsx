"use client";

import { useId, useState } from "react";

/**
 * A way through the events of a case, a stop for each: which one it is stands under it while one moves. Without scripts nothing is said while it moves, and
 * the form's button sends it from where it stands.
 */
export function MomentSlider({ label, at, last, stops }: { label: string; at: number; last: number; /** What each event is called, the first first. */ stops: readonly string[] }) {
  const id = useId();
  const [moved, move] = useState<number | null>(null);
  const said = moved === null ? undefined : stops[moved - 1];
  return (
    <div>
      <label htmlFor={id} className="block font-semibold">{label}</label>
      <input id={id} type="range" name="at" min={1} max={last} step={1} defaultValue={at} aria-valuetext={said} onChange={({ target }) => move(Number(target.value))} className="block min-h-11 w-full md:min-h-9 cursor-pointer" />
      <div className="flex min-h-5 justify-between gap-3 text-sm leading-5 text-ink-3">
        <span className="tabular-nums" aria-hidden="true">1</span>
        {/* The slider says it to whoever does not see it. */}
        <span className="text-center text-ink" aria-hidden="true">{said}</span>
        <span className="tabular-nums" aria-hidden="true">{last}</span>
      </div>
    </div>
  );
}
