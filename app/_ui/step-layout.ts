/** What the layout needs of a step: where it sits and what it waits for. */
export type Placeable = { id: string; side: "origin" | "destination" | "joint"; needs: readonly string[]; reached: boolean };

export type Layout = {
  columns: number;
  /** Every step with its column and row, both from 1, in order of time. */
  cells: readonly { id: string; column: number; row: number }[];
  lines: readonly Piece[];
};

/**
 * A piece of line in the column of the step it leaves. `stem` runs from the column's start to the turning point near its end, `tip` from
 * there to the next column, `through` both. `fork` turns at that point from row `from` to row `to` and runs on to the next column, `join`
 * runs up to the point and turns; `bus` is the straight line down where many meet many.
 */
export type Piece = { shape: "through" | "stem" | "tip" | "fork" | "join" | "bus"; column: number; from: number; to: number; done: boolean };

/**
 * Lays out any graph without cycles. Column is the longest way from the start; sending side and joint steps stand above,
 * receiving side below; a step keeps the row of the one before it where that is free. Unknown ids in `needs` are ignored.
 */
export function layOut(steps: readonly Placeable[]): Layout {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const needs = new Map(steps.map((step) => [step.id, step.needs.filter((need) => byId.has(need) && need !== step.id)]));
  const column = columnsOf(steps, needs);
  const edges = withoutShortcuts(needs);
  const columns = Math.max(0, ...column.values());

  // A long edge passes through the columns between: a passer stands there and keeps a row free for it.
  const points = new Map<string, Point>(steps.map((step) => [step.id, { id: step.id, upper: step.side !== "destination", column: column.get(step.id) ?? 1, before: [], done: step.reached }]));
  for (const [target, sources] of edges) {
    for (const source of sources) points.get(target)?.before.push(passTo(points, source, target));
  }
  const row = rowsOf([...points.values()], columns);
  const lines = Array.from({ length: columns }, (_, at) => linesAfter(at + 1, [...points.values()], row)).flat();
  const cells = steps
    .map(({ id }) => ({ id, column: column.get(id) ?? 1, row: row.get(id) ?? 1 }))
    .toSorted((a, b) => a.column - b.column || a.row - b.row);
  return { columns, cells, lines };
}

type Point = { id: string; upper: boolean; column: number; before: string[]; done: boolean; passer?: boolean };
type Edges = ReadonlyMap<string, readonly string[]>;

function columnsOf(steps: readonly Placeable[], needs: Edges): Map<string, number> {
  const column = new Map(steps.map((step) => [step.id, 1]));
  // As many rounds as there are steps settle every longest path; a cycle, which the plan refuses, would stop here too.
  for (let round = 0; round < steps.length; round++) {
    for (const [id, sources] of needs) {
      const earliest = Math.max(1, ...sources.map((source) => (column.get(source) ?? 0) + 1));
      column.set(id, Math.min(earliest, steps.length));
    }
  }
  return column;
}

/** Drops a need that another need implies: one line says it already. */
function withoutShortcuts(needs: Edges): Map<string, string[]> {
  return new Map([...needs].map(([id, sources]) => [id, sources.filter((source) => !sources.some((other) => other !== source && leadsTo(needs, source, other)))]));
}

function leadsTo(needs: Edges, source: string, target: string, seen = new Set<string>()): boolean {
  if (seen.has(target)) return false;
  seen.add(target);
  return (needs.get(target) ?? []).some((before) => before === source || leadsTo(needs, source, before, seen));
}

/** Puts passers into the columns between two steps, shared by all long edges of one source; gives the id that reaches the target. */
function passTo(points: Map<string, Point>, source: string, target: string): string {
  const start = points.get(source);
  const end = points.get(target);
  if (!start || !end) return source;
  let last = source;
  for (let column = start.column + 1; column < end.column; column++) {
    const id = `${source}→${column}`;
    if (!points.has(id)) points.set(id, { id, upper: start.upper, column, before: [last], done: start.done, passer: true });
    last = id;
  }
  return last;
}

function rowsOf(points: readonly Point[], columns: number): Map<string, number> {
  const lane = new Map<string, number>();
  for (let column = 1; column <= columns; column++) {
    for (const upper of [true, false]) {
      const taken = new Set<number>();
      const here = points.filter((point) => point.column === column && point.upper === upper);
      for (const point of here.toSorted((a, b) => Number(a.passer ?? false) - Number(b.passer ?? false))) {
        const wanted = point.before.filter((id) => points.find((other) => other.id === id)?.upper === upper).map((id) => lane.get(id) ?? 0);
        const free = [...wanted, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].find((row) => !taken.has(row)) ?? taken.size;
        taken.add(free);
        lane.set(point.id, free);
      }
    }
  }
  const height = Math.max(-1, ...points.filter((point) => point.upper).map((point) => lane.get(point.id) ?? 0)) + 1;
  return new Map(points.map((point) => [point.id, (lane.get(point.id) ?? 0) + 1 + (point.upper ? 0 : height)]));
}

/** The lines between a column and the next. Steps that share a successor or a predecessor hang together and turn at one place. */
function linesAfter(column: number, points: readonly Point[], row: ReadonlyMap<string, number>): Piece[] {
  const ends = points.filter((point) => point.column === column + 1 && point.before.length > 0);
  const groups: { sources: Set<string>; targets: Point[] }[] = [];
  for (const end of ends) {
    const touched = groups.filter((group) => end.before.some((id) => group.sources.has(id)));
    const merged = { sources: new Set([...end.before, ...touched.flatMap((group) => [...group.sources])]), targets: [...touched.flatMap((group) => group.targets), end] };
    groups.splice(0, groups.length, ...groups.filter((group) => !touched.includes(group)), merged);
  }
  return groups.flatMap(({ sources, targets }) => {
    const from = points.filter((point) => sources.has(point.id)).map((point) => ({ row: row.get(point.id) ?? 1, done: point.done }));
    const to = targets.map((point) => row.get(point.id) ?? 1);
    return piecesOf(column, from, to);
  });
}

function piecesOf(column: number, from: readonly { row: number; done: boolean }[], to: readonly number[]): Piece[] {
  const all = from.every((source) => source.done);
  const [first] = from;
  const [target] = to;
  if (first && from.length === 1) {
    return [
      { shape: to.includes(first.row) ? "through" : "stem", column, from: first.row, to: first.row, done: first.done },
      ...to.filter((row) => row !== first.row).map((row): Piece => ({ shape: "fork", column, from: first.row, to: row, done: first.done })),
    ];
  }
  if (target && to.length === 1) {
    const straight = from.find((source) => source.row === target);
    return [
      ...from.filter((source) => source.row !== target).map(({ row, done }): Piece => ({ shape: "join", column, from: row, to: target, done })),
      { shape: straight ? "through" : "tip", column, from: target, to: target, done: straight ? straight.done : all },
    ];
  }
  const rows = [...from.map((source) => source.row), ...to];
  return [
    ...from.map(({ row, done }): Piece => ({ shape: "stem", column, from: row, to: row, done })),
    ...to.map((row): Piece => ({ shape: "tip", column, from: row, to: row, done: all })),
    { shape: "bus", column, from: Math.min(...rows), to: Math.max(...rows), done: all },
  ];
}
