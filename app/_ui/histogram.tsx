/**
 * How long real cases took, a bar a day from 0. Today's bar is coloured; half and nine in ten are marked where they are given.
 * `label` says it all in a sentence. Below twenty cases say "too few to tell" and do not draw.
 */
export function Histogram({ counts, here, half, nine, label }: {
  counts: readonly number[];
  here?: number;
  half?: { day: number; words: string };
  nine?: { day: number; words: string };
  label: string;
}) {
  const width = 300 / Math.max(counts.length, 1);
  const tallest = Math.max(...counts, 1);
  return (
    <svg viewBox="0 0 300 96" role="img" aria-label={label} className="block h-auto w-full">
      {counts.map((count, day) => {
        const height = (count / tallest) * 58;
        return <rect key={day} x={day * width + 2} y={72 - height} width={width - 4} height={height} className={day === here ? "fill-moving" : "fill-line-strong opacity-55"} />;
      })}
      <path d="M0 72.5h300" className="stroke-ink-3" />
      {counts.map((_, day) => (day % Math.ceil(counts.length / 10) === 0 ? <text key={day} x={(day + 0.5) * width} y="88" textAnchor="middle" className={axis}>{day}</text> : null))}
      {half && <Mark x={(half.day + 1) * width} top={6} words={half.words} />}
      {nine && <Mark x={(nine.day + 1) * width} top={30} words={nine.words} />}
    </svg>
  );
}

function Mark({ x, top, words }: { x: number; top: number; words: string }) {
  // Past the middle the words stand before the line, so that they stay in the picture.
  const before = x > 220;
  return (
    <>
      <path d={`M${x} ${top}V72`} strokeDasharray="3 3" className="stroke-ink-3" />
      <text x={before ? x - 5 : x + 5} y={top + 10} textAnchor={before ? "end" : "start"} className={axis}>{words}</text>
    </>
  );
}

const axis = "fill-ink-2 text-[.6875rem] tabular-nums";
