/** A browser and system as people call them, from what the browser said of itself; undefined when it said nothing known. */
export function deviceName(agent: string | null): string | undefined {
  const text = agent ?? "";
  const found = [nameIn(text, browsers), nameIn(text, systems)].filter((name) => name !== undefined);
  return found.length > 0 ? found.join(" · ") : undefined;
}

function nameIn(agent: string, known: readonly (readonly [RegExp, string])[]): string | undefined {
  return known.find(([pattern]) => pattern.test(agent))?.[1];
}

/* Every browser also claims to be others, so the order counts. */
const browsers = [
  [/MicroMessenger/, "WeChat"],
  [/Edg(e|A|iOS)?\//, "Edge"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox|FxiOS/, "Firefox"],
  [/Chrome|CriOS/, "Chrome"],
  [/Safari/, "Safari"],
] as const;

const systems = [
  [/OpenHarmony|HarmonyOS/, "HarmonyOS"],
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X|Macintosh/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
] as const;
