import type { Regime } from "../pack.ts";
import { type PackPath, type PackProblem, type Wrong, wrong } from "./problem.ts";
import type { ReadPack } from "./shape.ts";

type Span = { readonly from: string | null; readonly to: string | null };
type Numbered = { readonly pack: ReadPack; readonly at: number };

/** A regime's days and those of its versions: each begins before it ends, and each version where the one before it ended. */
export function datesWrong(regime: Regime): Wrong[] {
  const { versions } = regime;
  const [first, last] = [versions[0], versions.at(-1)];
  const at = (number: number): PackPath => ["versions", number];
  return [
    ...reversed(regime, []),
    ...versions.flatMap((version, number) => reversed(version, at(number))),
    ...versions.flatMap((version, number) => (versions.findIndex(({ id }) => id === version.id) < number ? [wrong("twice", [...at(number), "id"], version.id)] : [])),
    ...(first && first.from !== regime.from ? [edge(regime.from, first.from, true, [...at(0), "from"])] : []),
    ...versions.slice(1).flatMap((version, number) => between(versions[number] as Span, version, [...at(number + 1), "from"])),
    ...(last && last.to !== regime.to ? [edge(regime.to, last.to, false, [...at(versions.length - 1), "to"])] : []),
  ];
}

/** The packs of one id follow one another as versions do; no two packs share a version, and no two regimes an id. */
export function editionsWrong(packs: readonly Numbered[]): PackProblem[] {
  const inOrder = packs.toSorted((a, b) => (a.pack.from ?? "").localeCompare(b.pack.from ?? ""));
  return inOrder.flatMap(({ pack, at }, number): PackProblem[] => {
    const before = inOrder.slice(0, number);
    const earlier = before.findLast((one) => one.pack.id === pack.id);
    const same = earlier?.pack.version === pack.version ? [wrong("twice", ["version"], `${pack.id} ${pack.version}`)] : [];
    const span = earlier && same.length === 0 ? between(earlier.pack, pack, ["from"]) : [];
    const others = new Set(before.filter((one) => one.pack.id !== pack.id).flatMap((one) => one.pack.regimes.flatMap((regime) => regime?.id ?? [])));
    const twice = pack.regimes.flatMap((one, regime) => (one && (others.has(one.id) || pack.regimes.findIndex((first) => first?.id === one.id) < regime) ? [wrong("twice", ["regimes", regime, "id"], one.id)] : []));
    return [...reversed(pack, []), ...same, ...span, ...twice].map((one) => ({ at, ...one }));
  });
}

function reversed({ from, to }: Span, path: PackPath): Wrong[] {
  return from !== null && to !== null && to < from ? [wrong("reversed", [...path, "to"], to, from)] : [];
}

/** The first version begins with its regime and the last ends with it. */
function edge(regime: string | null, version: string | null, begins: boolean, path: PackPath): Wrong {
  const open = (day: string | null) => day ?? (begins ? "0000-01-01" : "9999-12-31");
  const outside = begins ? open(version) < open(regime) : open(version) > open(regime);
  return wrong(outside ? "outsideVersions" : "gap", path, version ?? "null", regime ?? "null");
}

function between(before: Span, after: Span, path: PackPath): Wrong[] {
  const next = before.to === null ? null : dayAfter(before.to);
  if (next !== null && after.from === next) return [];
  const isGap = next !== null && after.from !== null && after.from > next;
  return [wrong(isGap ? "gap" : "overlap", path, after.from ?? "null", next ?? "null")];
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
