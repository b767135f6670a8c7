import type { Language } from "@/lib/language";
import type { Allowance } from "@/lib/server/rate-limit";
import { problem } from "./problem";

/** 429, with the seconds after which to try again. */
export function tooMany({ retryAt }: Extract<Allowance, { allowed: false }>, language: Language): Response {
  return problem(429, language, { headers: { "retry-after": String(Math.max(1, Math.ceil((Date.parse(retryAt) - Date.now()) / 1000))) } });
}
