import type { Words } from "./words";

/**
 * Eight bars with the heights of the first eight hex digits, and the digits. Equal marks look equal; a changed record looks changed.
 * `hash` is lower-case hex, at least eight digits.
 */
export function HashMark({ t, hash }: { t: Words; hash: string }) {
  const digits = hash.slice(0, 8).toLowerCase();
  return (
    <span title={hash} className="inline-flex items-center gap-1.5 font-mono text-2xs whitespace-nowrap text-ink-3">
      <svg viewBox="0 0 31 12" aria-hidden="true" className="h-3 w-[1.9375rem] fill-current">
        <path d={[...digits].map(bar).join("")} />
      </svg>
      <span>
        <span className="sr-only">{t("hash")} </span>
        {digits.slice(0, 4)} {digits.slice(4)}
      </span>
    </span>
  );
}

/** 0 is 1.5 high and f is 12, so that no digit disappears. */
function bar(digit: string, at: number) {
  const top = ((15 - Number.parseInt(digit, 16)) * 0.7).toFixed(1);
  return `M${at * 4} ${top}h3V12h-3z`;
}
