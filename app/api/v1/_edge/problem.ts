import type { Refusal, RefusalCode } from "@/lib/request/refusal";

/** The status of a refusal: a conflict with what is there, something that one may not know of, or a rule that says no. */
const conflicts: Partial<Record<RefusalCode, true>> = { versionConflict: true, commandIdReused: true, idTaken: true };
const malformed: Partial<Record<RefusalCode, true>> = { malformed: true };

export function statusOf(refusals: readonly Refusal[]): 400 | 409 | 413 | 415 | 422 {
  if (refusals.some(({ code }) => malformed[code])) return 400;
  if (refusals.some(({ code }) => code === "documentTooLarge")) return 413;
  if (refusals.some(({ code }) => code === "documentType")) return 415;
  return refusals.some(({ code }) => conflicts[code]) ? 409 : 422;
}

const titles = { 400: "Malformed", 401: "No valid key", 403: "Not in the key's scopes", 404: "Not found", 409: "Conflict", 413: "Too large", 415: "Unsupported media type", 422: "Refused", 429: "Too many requests", 500: "Something failed on our side" } as const;

/** An RFC 9457 problem. `refusals` name every reason, with codes from the list in the OpenAPI document. */
export function problem(status: keyof typeof titles, detail: { readonly refusals?: readonly (Refusal & { readonly message?: string })[]; readonly retryAfter?: number } = {}): Response {
  const { refusals = [], retryAfter } = detail;
  const body = { type: "about:blank", title: titles[status], status, refusals };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store", ...(retryAfter ? { "retry-after": String(retryAfter) } : {}), ...(status === 401 ? { "www-authenticate": "Bearer" } : {}) },
  });
}
