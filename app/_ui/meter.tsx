import { useId, type ReactNode } from "react";

/**
 * A total against a limit: what is used solid, this request hatched, the limit a red line. All numbers in the same unit.
 * `labels` say the same in words: above at the start and end, below at the start and end; `children` what happens past the limit.
 */
export function Meter({ used, adding = 0, limit, labels, children }: {
  used: number;
  adding?: number;
  limit: number;
  labels: { now: ReactNode; limit: ReactNode; used?: ReactNode; left?: ReactNode };
  children?: ReactNode;
}) {
  const hatch = useId();
  // The line stands at 98 % while there is room, and moves in as the total grows past it.
  const scale = 98 / Math.max(limit, used + adding, 1);
  const percent = (value: number) => `${(value * scale).toFixed(2)}%`;
  return (
    <div>
      <div className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-2"><span>{labels.now}</span><span>{labels.limit}</span></div>
      <svg aria-hidden="true" width="100%" height="32" className="my-1 block">
        <defs>
          <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="6" height="6" className="fill-harbour-tint" />
            <rect width="2" height="6" className="fill-harbour" />
          </pattern>
        </defs>
        <rect x="0" y="8" width="100%" height="16" className="fill-sunken" />
        <rect x="0" y="8" width={percent(used)} height="16" className="fill-ink-3" />
        <rect x={percent(used)} y="8" width={percent(adding)} height="16" fill={`url(#${hatch})`} />
        <rect x="0" y="8" width="100%" height="16" className="fill-none stroke-line-strong" />
        <rect x={percent(limit)} y="0" width="2" height="32" className="fill-stop" />
      </svg>
      {(labels.used || labels.left) && <div className="flex flex-wrap justify-between gap-x-4 text-xs text-ink-2"><span>{labels.used}</span><span>{labels.left}</span></div>}
      {children && <p className="mt-1.5 max-w-[44rem] text-xs text-ink-2">{children}</p>}
    </div>
  );
}
