/** A stretch of time with its lowest and highest value. */
export type BandPoint = readonly [at: number, low: number, high: number];

/**
 * Values over time against a range: the range is a band, and what lies outside it is drawn in the colour of a stop.
 * `label` says it all in a sentence; `ends` are the words below the first and the last time, `least` and `most` those at the range's ends.
 */
export function BandPlot({ points, range, label, ends, least, most }: { points: readonly BandPoint[]; range: readonly [from: number, to: number]; label: string; ends: readonly [string, string]; least: string; most: string }) {
  const [first, last] = [points[0]?.[0] ?? 0, points.at(-1)?.[0] ?? 1];
  const low = Math.min(range[0], ...points.map(([, value]) => value));
  const high = Math.max(range[1], ...points.map(([, , value]) => value));
  const room = (high - low || 1) * 0.08;
  const x = (at: number) => left + ((at - first) / (last - first || 1)) * (width - left);
  const y = (value: number) => height - ((value - low + room) / (high - low + 2 * room)) * height;
  const isOut = ([, lowest, highest]: BandPoint) => lowest < range[0] || highest > range[1];
  // A stroke has its width also where lowest and highest are the same.
  const stroke = (of: readonly BandPoint[]) => of.map(([at, lowest, highest]) => `M${x(at).toFixed(1)} ${y(lowest).toFixed(1)}V${(y(highest) - 1).toFixed(1)}`).join("");
  const line = points.map(([at, lowest, highest], index) => `${index === 0 ? "M" : "L"}${x(at).toFixed(1)} ${y((lowest + highest) / 2).toFixed(1)}`).join("");
  return (
    <svg viewBox={`0 0 ${width} ${height + 18}`} role="img" aria-label={label} className="block h-auto w-full max-w-read">
      <rect x={left} y={y(range[1])} width={width - left} height={Math.max(y(range[0]) - y(range[1]), 1)} className="fill-done opacity-10" />
      {[range[0], range[1]].map((value) => <path key={value} d={`M${left} ${y(value).toFixed(1)}H${width}`} strokeDasharray="3 3" className="stroke-ink-3" />)}
      <path d={line} fill="none" strokeWidth="1" className="stroke-ink-3" />
      <path d={stroke(points.filter((one) => !isOut(one)))} strokeWidth="1.5" className="stroke-ink" />
      <path d={stroke(points.filter(isOut))} strokeWidth="2.5" className="stroke-stop" />
      <text x={left - 6} y={y(range[1]) + 3} textAnchor="end" className={axis}>{most}</text>
      <text x={left - 6} y={y(range[0]) + 3} textAnchor="end" className={axis}>{least}</text>
      <text x={left} y={height + 14} className={axis}>{ends[0]}</text>
      <text x={width} y={height + 14} textAnchor="end" className={axis}>{ends[1]}</text>
    </svg>
  );
}

const [width, height, left] = [480, 120, 44];
const axis = "fill-ink-2 text-[.6875rem] tabular-nums";
