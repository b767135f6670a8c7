import { controlPoint, controlPointName } from "@/lib/place/control-points";
import { cities, isCity } from "@/lib/place/cities";
import { htmlLanguage } from "@/lib/html-language";
import type { Language } from "@/lib/language";
import type { TagState } from "@/app/_ui/tag";
import type { RequestStatus, RequirementStatus } from "@/lib/request/state";

export function cityName(city: string | null | undefined, language: Language): string {
  return isCity(city) ? cities[city].name[language] : "–";
}

/** A city's name in its own script, for readers of another. */
export function ownName(city: string | null | undefined, language: Language): { lang: string; name: string } | undefined {
  if (!isCity(city) || language.startsWith("zh")) return undefined;
  const own = cities[city].jurisdiction === "CN" ? "zh-Hans" : "zh-Hant";
  return { lang: htmlLanguage[own], name: cities[city].name[own] };
}

export function pointName(id: string | null | undefined, language: Language): string | null {
  const point = id ? controlPoint(id) : undefined;
  return point ? controlPointName(point)[language] : null;
}

/** How a status looks: fill, outline and glyph follow from these six. */
export const statusTag = {
  draft: "rest",
  submitted: "moving",
  "in-review": "moving",
  returned: "rest",
  approved: "done",
  permitted: "done",
  closed: "rest",
  rejected: "stop",
  withdrawn: "rest",
  expired: "rest",
  revoked: "stop",
} as const satisfies Record<RequestStatus, TagState>;

export const requirementTag = { open: "rest", filed: "moving", queried: "unsure", granted: "done", refused: "stop", waived: "done" } as const satisfies Record<RequirementStatus, TagState>;

/** A word of a sentence as it stands by itself. */
export function standing(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
