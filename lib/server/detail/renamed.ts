/** A plain value in which other names stand for some, wherever they stand by themselves: as a text, or as what something is found under. */
export function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  return (names.size === 0 ? value : inside(value, names)) as T;
}

function inside(value: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") return names.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => inside(one, names));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [names.get(key) ?? key, inside(one, names)]));
}
